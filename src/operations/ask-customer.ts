import { z } from 'zod';
import { text } from './arguments.js';
import { pauseClocks } from './running-clocks.js';
import { verb } from './verb.js';
import { byOwner } from './who.js';

const shape = z.strictObject({ text });

export const askCustomer = verb<z.infer<typeof shape>>({
  name: 'ask-customer',
  on: 'case',
  describe: 'Asks the customer something; the clocks pause until the answer.',
  arguments: shape,
  when: 'open',
  who: byOwner,
  counts: () => false,
  apply(work, args) {
    const { of } = work;
    of.question = { text: args.text, at: work.now, by: work.by };
    pauseClocks(work, 'ask-customer');
    work.tell(
      {
        say: [{ key: 'asked.customer', values: { number: of.number, text: args.text } }],
        ask: { kind: 'question', caseNumber: of.number, choices: [] },
        closes: ['question'],
      },
      { because: args.text, to: of.owners[0] ?? '' },
    );
  },
});
