import { z } from 'zod';
import { yesNo } from './arguments.js';
import type { Case } from '../domain/case.js';
import { FIRST_WORD, meetFirstWord } from './case-clocks.js';
import { isGoing } from './running-clocks.js';
import { verb } from './verb.js';
import { informingRole } from './waiting.js';
import { byDesk } from './who.js';

// A message told a moment ago was counted as heard then.
const SAME_MOMENT_MS = 10 * 60_000;

const shape = z.strictObject({
  reached: yesNo,
  /** Whose words: a person's, or the desk's. */
  heard: z.enum(['person', 'desk']).optional(),
  /** The message asked for the customer's acceptance. */
  asks: yesNo.optional(),
});

export const recordDelivery = verb<z.infer<typeof shape>>({
  name: 'record-delivery',
  on: 'case',
  describe: 'Notes whether a message reached the customer.',
  arguments: shape,
  when: 'always',
  internal: true,
  who: byDesk,
  counts: () => false,
  isIdle: ({ of, now }, args) => !matters(of, args, now),
  apply(work, { reached, heard, asks }) {
    const { of } = work;
    if (reached === 'yes') {
      of.heardAt = work.now;
      if (heard === 'person') meetFirstWord(work);
    }
    if (!of.asked || asks !== 'yes') return;
    if (reached === 'no' && of.asked.delivered) {
      of.asked.delivered = false;
      work.oweCall(informingRole(work), 'delivery');
      const { number } = of;
      work.notify({ role: informingRole(work) }, { key: 'notify.delivery.outcome', values: { number } }, true);
    } else if (reached === 'yes' && !of.asked.delivered) {
      // The days to answer begin when they could read it.
      Object.assign(of.asked, { delivered: true, at: work.now });
      of.calls = of.calls.filter(({ because }) => because !== 'delivery');
    }
  },
});

function matters(of: Case, { reached, heard, asks }: z.infer<typeof shape>, now: Date): boolean {
  if (reached === 'no') return asks === 'yes' && of.asked?.delivered === true;
  if (asks === 'yes' && of.asked?.delivered === false) return true;
  if (heard === 'person' && of.clocks.some((clock) => clock.id === FIRST_WORD && isGoing(clock))) return true;
  if (of.status !== 'open' || !heard) return false;
  return !of.heardAt || now.getTime() - of.heardAt.getTime() > SAME_MOMENT_MS;
}
