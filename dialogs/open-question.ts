import { answerIntakeOffer } from './fresh.js';
import { answerCancel, answerRestart } from './commands.js';
import {
  answerCategory,
  answerDoubt,
  answerEdit,
  answerKind,
  answerOffer,
  answerVoice,
} from './intake/answer-choice.js';
import { answerField } from './intake/answer-field.js';
import { answerReadBack } from './intake/at-read-back.js';
import { answerSameMatter } from './intake/answer-same-matter.js';
import { answerChosen } from './chosen.js';
import { repeatQuestion } from './intake/repeat-question.js';
import type { Heard } from './listen.js';
import type { Turn } from './turn.js';

/** The message is an answer to the dialog's own open question. False when none is open, or it was dropped for the message. */
export function answerOpenQuestion(turn: Turn, heard: Heard): boolean {
  const { open } = turn.dialog;
  if (!open) return false;
  if (turn.draft && isStale(turn, heard)) {
    repeatQuestion(turn);
    return true;
  }
  if (open.kind === 'choose') return answerChosen(turn, heard);
  if (open.kind === 'cancel') return answerCancel(turn, heard) || dropped(turn);
  if (open.kind === 'restart') return answerRestart(turn, heard) || dropped(turn);
  if (open.kind === 'offer' && open.detail?.['what'] === 'intake') answerIntakeOffer(turn, heard);
  else if (!turn.draft) return dropped(turn);
  else if (open.kind === 'field') answerField(turn, heard);
  else if (open.kind === 'category') answerCategory(turn, heard);
  else if (open.kind === 'kind') answerKind(turn, heard);
  else if (open.kind === 'readback') answerReadBack(turn, heard);
  else if (open.kind === 'offer') answerOffer(turn, heard);
  else if (open.detail?.['what'] === 'voice') answerVoice(turn, heard);
  else if (open.kind === 'confirm') answerDoubt(turn, heard);
  else if (open.kind === 'same-matter') answerSameMatter(turn, heard);
  else answerEdit(turn, heard);
  return true;
}

/** A button of an earlier question was pressed: the present one is put again. */
function isStale(turn: Turn, { event }: Heard): boolean {
  const { open } = turn.dialog;
  if (event.choice === undefined || !open || open.choices.includes(event.choice)) return false;
  return !['category', 'kind', 'edit', 'choose'].includes(open.kind) && event.choice !== 'skip' && event.text === '';
}

/** The question falls away: the message is something else. */
function dropped(turn: Turn): false {
  turn.dialog.open = undefined;
  return false;
}
