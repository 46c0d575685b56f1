import { z } from 'zod';
import { index, text } from './arguments.js';
import { waitingChange } from './approvals.js';
import { invalid, Refusal } from './refused.js';
import { meetClocks } from './running-clocks.js';
import { verb } from './verb.js';

const shape = z.strictObject({ which: index.optional(), note: text.optional() });

export const completeAction = verb<z.infer<typeof shape>>({
  name: 'complete-action',
  on: 'case',
  describe: 'Records that an action is done.',
  arguments: shape,
  when: 'stage',
  check({ of }, args) {
    const open = of.actions.flatMap(({ state }, n) => (state === 'open' ? [n] : []));
    if (args.which === undefined && open.length !== 1)
      throw invalid('which', 'Say which action: there is not exactly one open.');
    args.which ??= open[0];
    if (!open.includes(args.which!)) throw invalid('which', `There is no open action ${args.which}.`);
  },
  apply(work, { which }) {
    if (waitingChange(work)) throw new Refusal('STAGE_NEEDS', 'A change still waits for approval.', 'approve');
    const action = work.of.actions[which!];
    if (action) action.state = 'done';
    meetClocks(work, (clock) => clock.action === which);
  },
});
