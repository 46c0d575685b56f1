import { choice, choices } from './choices.js';
import { askContent } from './intake/ask.js';
import { askWhatToChange } from './intake/at-read-back.js';
import { goBack } from './intake/back.js';
import { hearOut } from './feelings.js';
import { takeStory } from './intake/story.js';
import { endDraft } from './intake/end-draft.js';
import { missingFields } from './intake/fields.js';
import { readBack } from './intake/read-back.js';
import { shownLines } from './intake/shown.js';
import { repeatQuestion } from './intake/repeat-question.js';
import { proceed } from './intake/proceed.js';
import { answerReopen } from './asks/reopen.js';
import type { Heard } from './listen.js';
import { callPerson } from './person.js';
import { answerStatus } from './status/status.js';
import { latestOpen } from './status/case-words.js';
import type { Turn } from './turn.js';
import type { Command } from './understanding/understood.js';
import { phrase } from './wording/phrase.js';

/** What may be said at any time. True when the message was such a word; the open question is then put again, once. */
export function answerCommand(turn: Turn, heard: Heard): boolean {
  const command = commandOf(heard);
  if (typeof command === 'object') {
    turn.language = command.language;
    turn.languageChosen = true;
    turn.say('language.set');
    repeatQuestion(turn);
    return true;
  }
  switch (command) {
    case 'help':
      if (wantsExplanation(turn, heard)) return false;
      turn.say('help');
      repeatQuestion(turn);
      return true;
    case 'status':
      answerStatus(turn, heard);
      return true;
    case 'restart':
      askRestart(turn);
      return true;
    case 'cancel':
      askCancel(turn);
      return true;
    case 'back':
      goBack(turn);
      return true;
    case 'edit':
      if (turn.draft?.fields['content'] === undefined || turn.dialog.open?.kind === 'readback') return false;
      askWhatToChange(turn);
      return true;
    case 'keep':
      return keep(turn);
    case 'resume':
      return resume(turn);
    case 'review':
      return review(turn);
    case 'reopen':
      return answerReopen(turn, heard);
    case 'continue-elsewhere':
      turn.perform.push({ verb: 'continue-elsewhere', args: {} });
      return true;
    case 'dont-call':
      stopCalls(turn, heard);
      return true;
    case 'change-time':
      return askVisitTime(turn);
    default:
      return false;
  }
}

/** Asked what they want, the word for help is the wish for an explanation. */
function wantsExplanation({ dialog }: Turn, { text }: Heard): boolean {
  return dialog.open?.kind === 'field' && dialog.open.field === 'outcome' && /^[说說]明/.test(text);
}

const PRESSED = ['help', 'status', 'restart', 'cancel', 'back', 'keep', 'resume', 'reopen', 'agent'];

/** The command that was said or pressed. */
export function commandOf({ choice: pressed, means }: Heard): Command | undefined {
  if (pressed === undefined) return means.command;
  return PRESSED.includes(pressed) ? (pressed as Command) : undefined;
}

/** A person is wanted: called first, whatever else was said; the open question goes on beside. */
export function answerCallForPerson(turn: Turn, heard: Heard): void {
  const told = heard.choice === undefined && heard.means.rest.length > 1 && !heard.means.signs.includes('insult');
  const first = told && !turn.draft;
  if (told && (first || turn.dialog.open === undefined)) {
    takeStory(turn, heard);
    if (first) hearOut(turn, heard);
  }
  callPerson(turn, 'asked');
  if (!first) repeatQuestion(turn);
}

/** No calls from now on; of a filed case its owner is told. */
function stopCalls(turn: Turn, heard: Heard): void {
  const filed = latestOpen(turn.context.cases);
  turn.memory['noCalls'] = true;
  turn.say('callback.stopped');
  if (filed && !turn.draft) {
    turn.memory['addSilently'] = true;
    turn.perform.push({ verb: 'add-to-case', caseNumber: filed.case.number, args: { text: heard.text } });
  }
  repeatQuestion(turn);
}

/** Another time for a visit: the customer's words go to the case, staff settle it. */
function askVisitTime(turn: Turn): boolean {
  const filed = latestOpen(turn.context.cases);
  if (turn.draft || !filed || filed.case.visits.length === 0) return false;
  turn.say('visit.change');
  turn.dialog.open = { kind: 'choose', tries: 0, choices: [], detail: { what: 'visit', number: filed.case.number } };
  return true;
}

function askRestart(turn: Turn): void {
  if (!turn.draft) {
    turn.say('restart.done');
    return askContent(turn);
  }
  turn.say('restart.ask');
  turn.ask({ kind: 'restart', tries: 0 }, choices('yes', 'no'));
}

export function answerRestart(turn: Turn, heard: Heard): boolean {
  const yes = heard.choice === 'yes' || heard.means.command === 'yes' || heard.means.command === 'restart';
  const no = heard.choice === 'no' || heard.means.command === 'no';
  turn.dialog.open = undefined;
  if (no) goOn(turn);
  if (!yes) return no;
  endDraft(turn);
  turn.say('restart.done');
  askContent(turn);
  return true;
}

function askCancel(turn: Turn): void {
  if (turn.draft) {
    turn.say('cancel.ask');
    return void turn.ask({ kind: 'cancel', tries: 0 }, choices('yes', 'no', 'keep'));
  }
  const filed = latestOpen(turn.context.cases);
  if (!filed) return void turn.say('repair.nothing', { what: { phrase: phrase('choice.cancel') } });
  const { number } = filed.case;
  turn.say('withdraw.ask', { number });
  turn.ask({ kind: 'cancel', tries: 0, detail: { number } }, [choice('yes', 'choice.withdraw'), choice('no')]);
}

export function answerCancel(turn: Turn, heard: Heard): boolean {
  const number = turn.dialog.open?.detail?.['number'];
  const yes = heard.choice === 'yes' || heard.means.command === 'yes' || heard.means.command === 'cancel';
  const no = heard.choice === 'no' || heard.means.command === 'no' || /^(?:不|别|別|no\b|don't|keep)/i.test(heard.text);
  turn.dialog.open = undefined;
  if (number !== undefined) {
    if (yes) turn.perform.push({ verb: 'withdraw', caseNumber: number, args: { reason: heard.text || 'customer' } });
    else if (no) turn.say('withdraw.kept', { number });
    return yes || no;
  }
  if (no) goOn(turn);
  if (!yes) return no;
  endDraft(turn);
  turn.say('cancel.done');
  return true;
}

function keep(turn: Turn): boolean {
  if (!turn.draft) return false;
  turn.dialog.open = undefined;
  turn.say('kept');
  return true;
}

function resume(turn: Turn): boolean {
  if (!turn.draft) return false;
  delete turn.memory['quiet'];
  turn.dialog.open = undefined;
  turn.say('go_on');
  goOn(turn);
  return true;
}

/** They ask what was noted: all of it is read back, and the open question put again. */
function review(turn: Turn): boolean {
  if (turn.draft?.fields['content'] === undefined) return false;
  const { playbook } = turn.context;
  if (missingFields(turn.draft, playbook).length === 0) readBack(turn);
  else {
    turn.say('readback.lines', { lines: { lines: shownLines({ ...turn.draft, passed: [] }, playbook) } });
    repeatQuestion(turn);
  }
  return true;
}

function goOn(turn: Turn): void {
  if (turn.draft?.fields['content'] === undefined && !turn.draft?.urgent) {
    turn.say('ask.content');
    return askContent(turn);
  }
  proceed(turn);
}
