import type { Case } from '../src/domain/case.js';
import type { DialogEvent } from '../src/domain/dialog.js';
import type { PhraseValue } from '../src/domain/phrase.js';
import { askNextSurveyQuestion } from './asks/survey.js';
import { sayWhereItStopped } from './resume.js';
import { repeatQuestion } from './intake/repeat-question.js';
import { giveReceipt, sayNotSaved } from './receipt.js';
import { isOpenCase, stageLabel } from './status/case-words.js';
import type { Turn } from './turn.js';
import { phrase } from './wording/phrase.js';

type Result = Extract<DialogEvent, { type: 'result' }>;

/** An operation that the conversation asked for was performed, or refused: the customer hears it, with the date that is promised. */
export function hearResult(turn: Turn, result: Result): void {
  const { verb, refusal, case: of } = result;
  if (verb === 'open-case') return of ? giveReceipt(turn, of) : sayNotSaved(turn);
  if (refusal) return sayRefused(turn, result);
  if (verb === 'continue-elsewhere') return sayCode(turn, result);
  if (verb === 'join-by-code') {
    turn.say('linked.done');
    return turn.draft?.fields['content'] === undefined ? repeatQuestion(turn) : sayWhereItStopped(turn);
  }
  if (!of) return;
  turn.mark({ caseNumber: of.number, heard: 'desk' });
  const { number } = of;
  switch (verb) {
    case 'accept-outcome':
      sayAccepted(turn, of);
      break;
    case 'refuse-outcome':
      sayRefusedOutcome(turn, of);
      break;
    case 'reopen':
      sayDated(turn, of, 'reopen.done', { number });
      break;
    case 'withdraw':
      turn.say('closed.withdrawn', { number });
      break;
    case 'answer-survey':
      sayAfterSurvey(turn, of);
      break;
    case 'answer-question':
      turn.say('asked.taken', { number });
      break;
    case 'add-evidence':
      turn.say('evidence.added', { count: countOf(turn), number });
      break;
    case 'add-to-case':
      sayAdded(turn, number);
      break;
  }
}

/** What closes a case tells the customer itself. */
function sayAccepted(turn: Turn, of: Case): void {
  if (!isOpenCase(of)) return;
  const by = turn.context.promisedBy(of);
  const next: PhraseValue = by
    ? { phrase: phrase('receipt.by', { by: { date: by.toISOString(), form: 'promise' } }) }
    : '';
  turn.say('accepted', { next });
}

function sayRefusedOutcome(turn: Turn, of: Case): void {
  if (turn.memory['promiseAsked']) turn.say('repair.promise');
  delete turn.memory['promiseAsked'];
  if (!isOpenCase(of)) return;
  sayDated(turn, of, 'refused', {});
}

function sayAfterSurvey(turn: Turn, of: Case): void {
  const told = turn.memory['surveyTold'];
  delete turn.memory['surveyTold'];
  if (told === 'low' && isOpenCase(of)) return sayDated(turn, of, 'survey.reopened', { number: of.number });
  if (told === 'high' && askNextSurveyQuestion(turn, of.number)) return;
  if (told !== undefined) turn.say('survey.thanks');
}

/** A promise is said only with its date: without one, only that it was noted. */
function sayDated(
  turn: Turn,
  of: Case,
  key: 'refused' | 'survey.reopened' | 'reopen.done',
  values: Record<string, PhraseValue>,
): void {
  const by = turn.context.promisedBy(of);
  if (by) turn.say(key, { ...values, by: { date: by.toISOString(), form: 'promise' } });
  else turn.say('note.added', { number: of.number });
}

function sayAdded(turn: Turn, number: string): void {
  const edited = turn.memory['editNoted'] === true;
  delete turn.memory['editNoted'];
  if (turn.memory['addSilently']) delete turn.memory['addSilently'];
  else turn.say(edited ? 'edited.noted' : 'note.added', { number });
}

function countOf(turn: Turn): number {
  const count = Number(turn.memory['filesSent'] ?? 1);
  delete turn.memory['filesSent'];
  return count;
}

function sayRefused(turn: Turn, { refusal, verb, case: of }: Result): void {
  if (verb === 'join-by-code') return void turn.say('refusal.code');
  const known = turn.context.cases.find(
    (one) => one.case.number === (of?.number ?? turn.context.cases[0]?.case.number),
  );
  if (!known) return void turn.say('error.unknown');
  const { number } = known.case;
  if (refusal?.code === 'CLOSED') turn.say('refusal.closed', { number });
  else if (refusal?.code === 'STALE') turn.say('refusal.moved', { number });
  else turn.say('refusal.not_now', { number, stage: stageLabel(known.case, known.playbook) });
}

function sayCode(turn: Turn, { memory = {} }: Result): void {
  const { code = '', link = '', minutes = '10' } = memory;
  turn.say('channel.code', { link, code, minutes });
  repeatQuestion(turn);
}
