import { z } from 'zod';
import { extendClock } from '../domain/clock.js';
import { stageOf } from '../domain/stage-owner.js';
import { readTime, word, yesNo } from './arguments.js';
import type { CaseWork } from './case-work.js';
import { dueAfterVisit } from './course.js';
import { findPerson } from './find-staff.js';
import { changeClocks, isGoing } from './running-clocks.js';
import { verb } from './verb.js';
import { whoLabel } from './wordings.js';

const shape = z.strictObject({ at: word, agreed: yesNo.optional() });

export const scheduleVisit = verb<z.infer<typeof shape>>({
  name: 'schedule-visit',
  on: 'case',
  describe: 'Appoints a visit, or moves it; only an agreed change moves the promise.',
  arguments: shape,
  when: 'stage',
  check: (work, { at }) => void readTime(work, 'at', at),
  targets: (work) => [findPerson(work, work.of.assigned)],
  apply(work, args) {
    const { of } = work;
    const at = readTime(work, 'at', args.at).toISOString();
    const moved = awaitedVisit(work);
    if (!moved) of.visits.push({ at, agreed: args.agreed });
    else if (args.agreed === 'no') return;
    else Object.assign(moved, { at, agreed: args.agreed });
    if (moved && args.agreed === 'yes') moveClock(work);
    const agent = of.assigned ? whoLabel(work, of.assigned) : { phrase: { key: 'owner.team' } };
    const key = moved ? 'visit.changed' : 'visit.booked';
    work.tell(
      { say: [{ key, values: { at: { date: at, form: 'past' }, agent } }] },
      { because: 'visit', to: of.owners[0] ?? '' },
    );
  },
});

/** The visit that the stage is waiting for, where it waits for one. */
function awaitedVisit({ of, playbook }: CaseWork) {
  const waits = stageOf(of, playbook).needs.some(({ verb }) => verb === 'arrive');
  return waits ? of.visits.at(-1) : undefined;
}

function moveClock(work: CaseWork): void {
  const { of, playbook } = work;
  const timed = stageOf(of, playbook).clock?.find((clock) => 'afterVisit' in clock);
  const dueAt = timed && 'afterVisit' in timed ? dueAfterVisit(work, timed.afterVisit) : undefined;
  if (!dueAt) return;
  changeClocks(
    of,
    (clock) => clock.of === 'stage' && clock.entry === of.course.length && isGoing(clock),
    (clock) => extendClock(clock, work.now, dueAt, work.by),
  );
}
