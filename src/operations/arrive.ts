import { z } from 'zod';
import { dueAtOf } from '../domain/clock.js';
import { isGoing } from './running-clocks.js';
import { verb } from './verb.js';

const shape = z.strictObject({});

export const arrive = verb<z.infer<typeof shape>>({
  name: 'arrive',
  on: 'case',
  describe: 'Records the arrival for the visit.',
  arguments: shape,
  when: 'stage',
  apply(work) {
    const { of, playbook } = work;
    const visit = of.visits.at(-1);
    if (!visit) return;
    visit.arrivedAt = work.now;
    const clock = of.clocks.findLast((one) => one.of === 'stage' && one.entry === of.course.length && isGoing(one));
    if (clock && work.now > dueAtOf(clock, playbook.calendar)) visit.late = true;
  },
});
