import { z } from 'zod';
import { text, word, yesNo } from './arguments.js';
import { accept, refuseOutcome } from './answer-outcome.js';
import { meetFirstWord } from './case-clocks.js';
import type { CaseWork } from './case-work.js';
import { verb } from './verb.js';
import { byAnybody, byRoles } from './who.js';

const shape = z.strictObject({ with: word, note: text.optional(), accepts: yesNo.optional() });

export const recordContact = verb<z.infer<typeof shape>>({
  name: 'record-contact',
  on: 'case',
  describe: 'Records a contact outside the chat; with the customer, also whether they accept.',
  arguments: shape,
  when: 'always',
  who(work, args) {
    const reserved = work.playbook.contacts?.find((one) => one.with.includes(args.with));
    return reserved ? byRoles(work, reserved.by) : byAnybody(work);
  },
  apply(work, args) {
    const { note, accepts } = args;
    const { of } = work;
    of.contacts.push({ with: args.with, note, accepts, by: work.by, at: work.now });
    if (args.with !== 'customer') return;
    heardByPhone(work);
    if (of.status !== 'waiting-for-customer' || !accepts) return;
    if (accepts === 'yes') accept(work);
    else refuseOutcome(work, note ?? '');
  },
});

function heardByPhone(work: CaseWork): void {
  work.of.heardAt = work.now;
  work.of.calls = [];
  meetFirstWord(work);
}
