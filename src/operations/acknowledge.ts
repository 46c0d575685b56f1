import { z } from 'zod';
import type { CaseWork } from './case-work.js';
import { verb } from './verb.js';
import { byRoles } from './who.js';

const shape = z.strictObject({});

export const acknowledge = verb<z.infer<typeof shape>>({
  name: 'acknowledge',
  on: 'case',
  describe: 'Says that you know of all breached clocks of the case.',
  arguments: shape,
  when: 'open',
  notNow: (work) => (unheard(work).length > 0 ? undefined : 'Nothing waits to be acknowledged.'),
  who: (work) =>
    byRoles(
      work,
      unheard(work).flatMap(({ superior }) => superior ?? []),
    ),
  counts: () => false,
  apply(work) {
    for (const breach of unheard(work)) breach.acknowledgedAt = work.now;
  },
});

function unheard({ of }: CaseWork) {
  return of.breaches.filter(({ superior, acknowledgedAt }) => superior && !acknowledgedAt);
}
