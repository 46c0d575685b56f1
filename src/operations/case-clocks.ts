import type { CaseClockEntry, CaseRecord } from '../domain/case.js';
import { factsOf } from '../domain/case-facts.js';
import { holds } from '../domain/condition.js';
import type { CaseClock } from '../domain/playbook.js';
import { rulesOf } from '../domain/common-rules.js';
import { isSatisfied, matches } from '../domain/stage-needs.js';
import type { CaseWork } from './case-work.js';
import { beginClock, isGoing, meetClocks } from './running-clocks.js';
import { clockLabel } from './wordings.js';

export const FIRST_WORD = 'first-word';

/** Begins the clocks of the case whose start `begins` recognises. */
export function startCaseClocks(work: CaseWork, begins: (start: CaseClock['start']) => boolean, at?: Date): void {
  for (const clock of work.playbook.caseClocks) {
    if (begins(clock.start) && holds(clock.when, factsOf(work.of))) startCaseClock(work, clock, at);
  }
}

function startCaseClock(work: CaseWork, clock: CaseClock, at = work.now): void {
  const { id, duration, unpaused, noEscalation, charged, thirdParty, tell = [] } = clock;
  beginClock(
    work,
    {
      id,
      of: 'case',
      duration,
      unpaused,
      noEscalation: noEscalation || thirdParty !== undefined,
      owner: charged,
      thirdParty: thirdParty === undefined ? undefined : { party: thirdParty, tell },
    },
    at,
  );
  if (thirdParty !== undefined) return;
  const what = clockLabel(work.playbook, id);
  for (const role of tell) {
    work.notify({ role }, { key: 'notify.informed', values: { number: work.of.number, what } }, true);
  }
}

/** Severity clocks begin: counted from the opening when a severity is first set, else from now. */
export function startSeverityClocks(work: CaseWork, first: boolean): void {
  const { of, playbook } = work;
  for (const clock of playbook.caseClocks) {
    if (!('severity' in clock.start) || clock.start.severity !== of.severity) continue;
    const same = of.clocks.some((one) => one.id === clock.id && isGoing(one) && sameDuration(one, clock));
    if (same || !holds(clock.when, factsOf(of))) continue;
    startCaseClock(work, clock, first && clock.fromOpening ? of.openedAt : work.now);
  }
}

export function startFirstWord(work: CaseWork): void {
  if (work.of.clocks.some((clock) => clock.id === FIRST_WORD && isGoing(clock))) return;
  beginClock(work, { id: FIRST_WORD, of: 'case', duration: rulesOf(work.playbook).firstWord });
}

/** A person reached the customer. */
export function meetFirstWord(work: CaseWork): void {
  meetClocks(work, ({ id }) => id === FIRST_WORD);
}

/** Meets what the records now meet, and begins what the latest record, or a clock that stopped, begins. */
export function turnCaseClocks(work: CaseWork, latest?: CaseRecord): void {
  if (latest) {
    startCaseClocks(work, (start) => 'recorded' in start && matches(start.recorded, latest, work.playbook));
  }
  for (const definition of work.playbook.caseClocks) {
    const met = (clock: CaseClockEntry) =>
      clock.id === definition.id && clock.of === 'case' && isMet(work, definition, clock);
    if (!work.of.clocks.some((clock) => isGoing(clock) && met(clock))) continue;
    meetClocks(work, met);
    afterStop(work, definition.id);
  }
}

/** What begins when that clock stops. */
export function afterStop(work: CaseWork, id: string): void {
  startCaseClocks(work, (start) => 'stopped' in start && start.stopped === id);
}

function isMet(work: CaseWork, { metBy }: CaseClock, clock: CaseClockEntry): boolean {
  const later = work.of.records.slice(clock.since);
  return metBy.length > 0 && metBy.every((need) => isSatisfied(need, later, work.of, work.playbook));
}

function sameDuration(a: CaseClockEntry, b: CaseClock): boolean {
  return JSON.stringify(a.duration) === JSON.stringify(b.duration);
}
