import { z } from 'zod';
import { lapOf, remediesOf } from '../domain/case-facts.js';
import { rulesFor } from './who-may.js';
import { stageOf } from '../domain/stage-owner.js';
import {
  APPROVABLE,
  asApprover,
  exceedsLimit,
  isBeforeTurn,
  isOwnProposal,
  nothingToDecide,
  noteApproval,
  waitingChange,
  waitingExtension,
  whatOf,
} from './approvals.js';
import { text, word } from './arguments.js';
import type { CaseWork } from './case-work.js';
import { grantExtension } from './extensions.js';
import { findPerson, personNamed } from './find-staff.js';
import { invalid } from './refused.js';
import { verb } from './verb.js';
import { approvalTurn } from './who-may.js';

const shape = z.strictObject({
  what: z.enum(APPROVABLE).optional(),
  note: text.optional(),
  supervisor: word.optional(),
});

/** `as`: the role in whose turn it is approved, where several approve. */
type Args = z.infer<typeof shape> & { as?: string };

export const approve = verb<Args>({
  name: 'approve',
  on: 'case',
  describe: 'Approves what waits for it: the remedies of the round, or what is named.',
  arguments: shape,
  when: 'open',
  isOfStage: ({ what }) => what !== 'extension',
  check(work, { supervisor, what }) {
    if (supervisor) personNamed(work, 'supervisor', supervisor);
    else if (what !== 'extension' && wantsSupervisor(work)) throw invalid('supervisor', 'Say who sees to it.');
  },
  targets: (work, { supervisor }) => [findPerson(work, supervisor)],
  notNow: (work, args) => nothingToDecide(work, args) ?? (isBeforeTurn(work) ? 'Another approves first.' : undefined),
  who: asApprover,
  isOwn: isOwnProposal,
  isOverLimit: exceedsLimit,
  offered: (work) => [{}, ...(waitingExtension(work) ? [{ what: 'extension' as const }] : [])],
  counts(work, args) {
    const what = whatOf(work, args);
    Object.assign(args, { what, as: approvalTurn(work.of, work.playbook) });
    return what !== 'extension';
  },
  apply(work, args, role = '') {
    const { of } = work;
    noteApproval(work, args, 'approved', role, { note: args.note });
    if (args.what === 'extension') return grantExtension(work);
    const change = waitingChange(work);
    if (args.what === 'change' && change) change.state = 'approved';
    if (args.what === 'action') superviseActions(work, args.supervisor);
    if (args.what === 'remedies' && approvalTurn(of, work.playbook) === undefined) {
      for (const remedy of remediesOf(of)) if (remedy.state === 'proposed') remedy.state = 'approved';
    }
  },
});

function wantsSupervisor({ of, playbook }: CaseWork): boolean {
  return rulesFor(stageOf(of, playbook), 'approve').some((rule) => 'with' in rule && rule.with?.includes('supervisor'));
}

function superviseActions(work: CaseWork, supervisor: string | undefined): void {
  const { of } = work;
  for (const action of of.actions.filter(({ lap }) => lap === lapOf(of))) {
    action.supervisor = supervisor;
    if (!supervisor) continue;
    work.notify({ person: supervisor }, { key: 'notify.supervise', values: { number: of.number, what: action.what } });
  }
}
