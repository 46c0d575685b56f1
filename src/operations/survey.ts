import type { Case } from '../domain/case.js';
import { rulesOf } from '../domain/common-rules.js';
import { addDuration } from '../domain/working-time.js';
import type { CaseWork } from './case-work.js';

const SCORES = ['1', '2', '3', '4', '5'];

/** Asks how the case was handled; held back while another case of theirs is open, dropped when they were asked lately. */
export function askSurvey(work: CaseWork): void {
  const { of, context, now, playbook } = work;
  if (context.others.some(isOpen)) {
    of.survey.heldBack = true;
    return;
  }
  if ([of, ...context.others].some((one) => wasAskedLately(one, work))) {
    of.survey = { state: 'none', answers: {} };
    return;
  }
  of.survey = { state: 'asked', askedAt: now, answers: {} };
  const { number } = of;
  const expiresAt = addDuration(now, rulesOf(playbook).surveyExpiry, playbook.calendar);
  work.tell({
    say: [{ key: 'survey.ask', values: { number, asker: { phrase: { key: 'asker.team' } } } }],
    choices: scores(),
    ask: { kind: 'survey-score', caseNumber: number, choices: SCORES, expiresAt },
  });
}

export function remindOfSurvey(work: CaseWork): void {
  const { of } = work;
  of.survey.remindedAt = work.now;
  work.tell({ say: [{ key: 'survey.reminder', values: { number: of.number } }], choices: scores() });
}

function scores() {
  return SCORES.map((id) => ({ id, label: { key: `choice.${id}` } }));
}

export function isOpen({ status }: Case): boolean {
  return status === 'open' || status === 'waiting-for-customer';
}

function wasAskedLately({ survey }: Case, { now, playbook }: CaseWork): boolean {
  return (
    survey.askedAt !== undefined && addDuration(survey.askedAt, rulesOf(playbook).surveyGap, playbook.calendar) > now
  );
}
