import type { Conversation } from '../src/domain/conversation.js';
import type { DialogEvent, Dialogs, StepContext, StepResult } from '../src/domain/dialog.js';
import { answerAboutUs } from './about-us.js';
import { answerAsk } from './asks/ask-answers.js';
import { answerCallForPerson, answerCommand, commandOf } from './commands.js';
import { answerEdit } from './edited.js';
import { joinByCode } from './elsewhere.js';
import { refuseFiles, takeFilesAside } from './files-aside.js';
import { answerFresh } from './fresh.js';
import { askAboutHandling } from './handling.js';
import { takeBack } from './handed-back.js';
import { answerOtherClass } from './intake/answer-choice.js';
import { keepAddress } from './intake/keep-address.js';
import { repeatQuestion } from './intake/repeat-question.js';
import { startMatter } from './intake/start-matter.js';
import { chooseLanguage } from './language.js';
import { listen, type Heard, type MessageEvent } from './listen.js';
import { sayMasked } from './masked.js';
import { answerBeside } from './manners.js';
import { answerOpenQuestion } from './open-question.js';
import { remind, tendReminder } from './reminders.js';
import { hearResult } from './results.js';
import { comesBack, showWhereItStopped } from './resume.js';
import { tell } from './told.js';
import { Turn } from './turn.js';
import { answerAlarm, answerQuietly } from './urgent.js';

/**
 * The dialog: one step from a conversation and an event to the conversation's new state, the replies, and what is to be
 * done. Pure: nothing but its three arguments is known, nothing but its answer is changed.
 */
export function createDialogs(): Dialogs {
  return { step };
}

function step(conversation: Conversation, event: DialogEvent, context: StepContext): StepResult {
  const turn = new Turn(conversation, context, causeOf(event, conversation));
  switch (event.type) {
    case 'message':
      hear(turn, event);
      tendReminder(turn);
      break;
    case 'result':
      hearResult(turn, event);
      tendReminder(turn);
      break;
    case 'handed-back':
      takeBack(turn, event.displayName);
      tendReminder(turn);
      break;
    case 'told':
      tell(turn, event.telling);
      break;
    case 'due':
      remind(turn, event.what);
      break;
  }
  return turn.end();
}

/** What a customer's message may be, in the order in which it is tried; the first that takes it ends the turn. */
const WAYS: ((turn: Turn, heard: Heard) => boolean)[] = [
  edit,
  joinByCode,
  answerAlarm,
  personWanted,
  answerAsk,
  askAboutHandling,
  answerCommand,
  answerAboutUs,
  answerBeside,
  answerQuietly,
  afterLongSilence,
  takeFilesAside,
  answerOtherClass,
  answerOpenQuestion,
];

function hear(turn: Turn, message: MessageEvent): void {
  chooseLanguage(turn, message);
  const event = refuseFiles(turn, message);
  const onlyRefused = event !== message && event.files.length === 0 && event.text === '' && event.choice === undefined;
  if (onlyRefused) return repeatQuestion(turn);
  const heard = listen(turn, event);
  if (heard.masked.length > 0) sayMasked(turn, heard.masked);
  keepAddress(turn, heard);
  const taken = WAYS.some((way) => way(turn, heard));
  if (!taken && turn.draft) startMatter(turn, heard);
  else if (!taken) answerFresh(turn, heard);
  turn.dialog.greeted = true;
  if (turn.draft) turn.draft.lastAt = turn.context.now;
}

function edit(turn: Turn, heard: Heard): boolean {
  if (heard.event.edits === undefined) return false;
  answerEdit(turn, heard);
  return true;
}

function personWanted(turn: Turn, heard: Heard): boolean {
  if (commandOf(heard) !== 'agent') return false;
  answerCallForPerson(turn, heard);
  return true;
}

/** A draft of long ago is shown first; what came with the message is taken in on the way. */
function afterLongSilence(turn: Turn, heard: Heard): boolean {
  if (!comesBack(turn, heard)) return false;
  showWhereItStopped(turn, heard);
  return true;
}

function causeOf(event: DialogEvent, { id, version }: Conversation): string {
  if (event.type === 'message') return event.id;
  if (event.type === 'result') return event.key;
  return event.type === 'told' ? event.telling.key : `${id}/${event.type}/${version}`;
}
