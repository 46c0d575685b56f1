import { factsOf } from '../domain/case-facts.js';
import { rulesOf } from '../domain/common-rules.js';
import { holds } from '../domain/condition.js';
import { addDuration, inWakingHours } from '../domain/working-time.js';
import { guestNote } from './guest-note.js';
import type { CaseWork } from './case-work.js';
import { endClocks } from './running-clocks.js';

export interface Closing {
  /** The phrase instead of the usual one. */
  tell?: string;
  noSurvey?: boolean;
  reason?: string;
}

/** The case is done: `stage` stays, what is still owed within it ends, the survey is owed. */
export function close(work: CaseWork, { tell, noSurvey, reason = '' }: Closing = {}): void {
  const { of, playbook } = work;
  of.status = 'closed';
  of.closedAt = work.now;
  end(work);
  // Promises to others than the customer go on; they are the ones that never pause.
  endClocks(work, (clock) => !clock.unpaused || clock.of !== 'case');
  if (playbook.guestNote) of.guestNote = guestNote(of, playbook);
  if (!noSurvey) oweSurvey(work);
  work.note('closed', {}, 'desk');
  if (isAnsweredByDialog(work)) return;
  const text = { list: reason ? [reason] : [] };
  const outside = { phrase: { key: `outside.${playbook.region}` } };
  const values = { number: of.number, reason: text, text, outside, change: changeOf(work) };
  work.tell({ say: [{ key: tell ?? closingPhrase(work), values }], closes: ['acceptance', 'refuse-why', 'question'] });
}

/** Nobody wants it any more: nothing is owed, no survey follows. */
export function withdraw(work: CaseWork): void {
  const { of } = work;
  of.status = 'withdrawn';
  of.closedAt = work.now;
  end(work);
  endClocks(work, () => true);
  if (isAnsweredByDialog(work)) return;
  const { number } = of;
  const closes = ['acceptance', 'refuse-why', 'question'] as const;
  work.tell({ say: [{ key: 'closed.withdrawn', values: { number } }], closes: [...closes] });
}

/** What the customer asks for in the chat, the dialog answers there. */
function isAnsweredByDialog({ of, context }: CaseWork): boolean {
  return context.actor.type === 'customer' && (of.status === 'withdrawn' || of.acceptance === 'refused');
}

function end(work: CaseWork): void {
  const { of, playbook } = work;
  of.question = undefined;
  of.asked = undefined;
  of.calls = [];
  of.holder = undefined;
  if (playbook.keep) of.keepUntil = addDuration(work.now, playbook.keep, playbook.calendar);
}

function oweSurvey(work: CaseWork): void {
  const { of, playbook } = work;
  if (['asked', 'answered'].includes(of.survey.state) || of.survey.score !== undefined) return;
  const calledInstead = playbook.callback?.replacesSurvey && holds(playbook.callback.when, factsOf(of));
  const asked = playbook.survey !== undefined && of.conversationId !== undefined && !calledInstead;
  if (!asked) return;
  const due = addDuration(work.now, rulesOf(playbook).survey, playbook.calendar);
  const { askedAt } = of.survey;
  of.survey = { state: 'owed', dueAt: inWakingHours(due, playbook.calendar.zone), askedAt, answers: {} };
}

function closingPhrase({ of }: CaseWork): string {
  return of.acceptance === 'silent' ? 'closed.silent' : 'closed.accepted';
}

/** What was changed so that it does not happen again, as far as it was recorded. */
function changeOf({ of }: CaseWork) {
  return { list: of.actions.filter(({ kind }) => kind === 'preventive').map(({ what }) => what) };
}
