import { z } from 'zod';
import { remediesOf } from '../domain/case-facts.js';
import {
  APPROVABLE,
  asApprover,
  isBeforeTurn,
  nothingToDecide,
  noteApproval,
  waitingChange,
  waitingExtension,
  whatOf,
} from './approvals.js';
import { text } from './arguments.js';
import { refuseExtension } from './extensions.js';
import { verb } from './verb.js';

const shape = z.strictObject({ what: z.enum(APPROVABLE).optional(), reason: text });

export const refuse = verb<z.infer<typeof shape>>({
  name: 'refuse',
  on: 'case',
  describe: 'Refuses what waits for approval; the case goes back.',
  arguments: shape,
  when: 'open',
  isOfStage: ({ what }) => what !== 'extension',
  notNow: (work, args) => nothingToDecide(work, args) ?? (isBeforeTurn(work) ? 'Another decides first.' : undefined),
  who: asApprover,
  offered: (work) => [{}, ...(waitingExtension(work) ? [{ what: 'extension' as const }] : [])],
  counts(work, args) {
    const what = whatOf(work, args);
    Object.assign(args, { what });
    return what !== 'extension' && what !== 'change';
  },
  apply(work, args, role = '') {
    noteApproval(work, args, 'refused', role, { reason: args.reason });
    if (args.what === 'extension') return refuseExtension(work, args.reason);
    const change = waitingChange(work);
    if (args.what === 'change' && change) change.state = 'refused';
    if (args.what === 'remedies') for (const remedy of remediesOf(work.of)) remedy.state = 'refused';
  },
});
