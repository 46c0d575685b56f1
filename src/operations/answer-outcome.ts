import { recordsHere } from '../domain/case-facts.js';
import type { CaseRecord } from '../domain/case.js';
import { aboutOf } from './waiting.js';
import type { CaseWork } from './case-work.js';
import { raiseByWords } from './set-severity.js';
import { advance } from './course.js';

/** The customer agrees, in the chat or by phone, or by silence; `advance` then goes along. */
export function accept(work: CaseWork, how: 'accepted' | 'silent' = 'accepted'): void {
  const { of } = work;
  const quote = aboutOf(work) === 'quote';
  if (quote && of.quote) of.quote.state = 'accepted';
  // A quote that is agreed to is no outcome accepted.
  if (!quote || how === 'silent') of.acceptance = how;
  recordOnce(work, 'accept-outcome', {});
}

/** The customer does not agree: the case goes where the stage says. */
export function refuseOutcome(work: CaseWork, reason: string): void {
  const { of } = work;
  if (aboutOf(work) === 'quote' && of.quote) of.quote.state = 'refused';
  of.acceptance = 'refused';
  recordOnce(work, 'refuse-outcome', { reason });
  if (reason) raiseByWords(work, reason);
  tellActors(work, reason);
  advance(work, { verb: 'refuse-outcome', args: { reason } });
}

function tellActors(work: CaseWork, text: string): void {
  const { of } = work;
  for (const name of of.course.at(-2)?.owners ?? []) {
    work.notifyName(name, { key: 'notify.not_accepted', values: { number: of.number, text } });
  }
}

/** The answer is on record however it came. */
function recordOnce(work: CaseWork, verb: string, args: Record<string, unknown>): void {
  const { of } = work;
  if (recordsHere(of).some((record) => record.verb === verb)) return;
  const record: CaseRecord = {
    verb,
    stage: of.stage,
    entry: of.course.length,
    by: work.by,
    roles: [],
    at: work.now,
    args,
  };
  of.records.push(record);
}
