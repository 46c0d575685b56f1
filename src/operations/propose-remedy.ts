import { z } from 'zod';
import { lapOf } from '../domain/case-facts.js';
import { stageOf } from '../domain/stage-owner.js';
import { amount, mustBeOneOf, text, word } from './arguments.js';
import { verb } from './verb.js';

const shape = z.strictObject({
  kind: word,
  amount: amount.optional(),
  text: text.optional(),
  promise: word.optional(),
});

export const proposeRemedy = verb<z.infer<typeof shape>>({
  name: 'propose-remedy',
  on: 'case',
  describe: 'Proposes what the customer gets.',
  arguments: shape,
  when: 'stage',
  check({ of, playbook }, args) {
    const kinds = stageOf(of, playbook).remedies ?? playbook.remedies.map(({ id }) => id);
    mustBeOneOf('kind', args.kind, kinds);
    const promises = playbook.promises ?? [];
    mustBeOneOf(
      'promise',
      args.promise,
      promises.map(({ id }) => id),
    );
    args.amount ??= promises.find(({ id }) => id === args.promise)?.pays;
  },
  apply(work, remedy) {
    work.of.remedies.push({ ...remedy, state: 'proposed', by: work.by, lap: lapOf(work.of) });
  },
});
