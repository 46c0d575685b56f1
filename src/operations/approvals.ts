import type { Approval } from '../domain/case.js';
import { lapOf, remediesOf, sumOf } from '../domain/case-facts.js';
import { approvalLimit } from '../domain/approval.js';
import { stageOf } from '../domain/stage-owner.js';
import type { CaseWork } from './case-work.js';
import { byRoles } from './who.js';
import { approvalTurn, approversOf, rolesHere } from './who-may.js';

export const APPROVABLE = ['remedies', 'change', 'action', 'report', 'dispatch', 'reply', 'extension'] as const;

interface Args {
  what?: string;
}

/** What is approved when nothing is named: what the stage is for. */
export function whatOf({ of, playbook }: CaseWork, { what }: Args): string | undefined {
  return what ?? stageOf(of, playbook).approval?.what;
}

/** Why there is nothing of that to approve or refuse now. */
export function nothingToDecide(work: CaseWork, args: Args): string | undefined {
  const { of, playbook } = work;
  const what = whatOf(work, args);
  if (what === 'extension') return waitingExtension(work) ? undefined : 'No extension waits for approval.';
  if (!what || stageOf(of, playbook).approval?.what !== what) return 'The stage has nothing of that to approve.';
  if (what === 'change' && !waitingChange(work)) return 'No change waits for approval.';
  return undefined;
}

/** The role in which the actor decides: one that the row names, or one above. */
export function asApprover(work: CaseWork, args: Args): string | undefined {
  const waiting = waitingExtension(work);
  if (whatOf(work, args) === 'extension') return waiting && byRoles(work, [waiting.approver]);
  return byRoles(work, approversOf(work.of, work.playbook));
}

/** Several roles approve in order: those named later may not before. */
export function isBeforeTurn(work: CaseWork): boolean {
  const { of, playbook, context } = work;
  const turn = approvalTurn(of, playbook);
  if (!turn || context.actor.type !== 'person') return false;
  const need = stageOf(of, playbook).needs.find(({ each }) => each);
  const named = need?.each?.roles.map(({ role }) => role) ?? [];
  const roles = rolesHere(context.actor.person, playbook);
  const later = named.slice(named.indexOf(turn) + 1).filter((role) => roles.includes(role) && !roles.includes(turn));
  return later.length > 0 && stillNeeded(work, later);
}

function stillNeeded(work: CaseWork, roles: string[]): boolean {
  const { of, playbook } = work;
  const need = stageOf(of, playbook).needs.find(({ each }) => each);
  const copy = { ...of, records: [...of.records] };
  const turn = approvalTurn(of, playbook);
  const record = { verb: 'approve', stage: of.stage, entry: of.course.length, by: '', roles: [], at: work.now };
  copy.records.push({ ...record, args: { as: turn } });
  const next = need && approvalTurn(copy, playbook);
  return next !== undefined && roles.includes(next);
}

/** Whether the actor proposed what they would approve. */
export function isOwnProposal(work: CaseWork, args: Args): boolean {
  return proposersOf(work, whatOf(work, args)).includes(work.by);
}

function proposersOf(work: CaseWork, what: string | undefined): string[] {
  const { of } = work;
  const lap = lapOf(of);
  switch (what) {
    case 'extension':
      return [waitingExtension(work)?.by ?? ''];
    case 'change':
      return [waitingChange(work)?.by ?? ''];
    case 'action':
      return of.actions.filter((action) => action.lap === lap).map(({ by }) => by);
    case 'remedies':
      return remediesOf(of).map(({ by }) => by);
    default:
      // A report or a reply is the work of those who acted in the stage before.
      return of.records.filter(({ entry }) => entry === of.course.length - 1).map(({ by }) => by);
  }
}

export function exceedsLimit(work: CaseWork, args: Args): boolean {
  const { of, playbook, context } = work;
  if (whatOf(work, args) !== 'remedies' || context.actor.type !== 'person') return false;
  const roles = rolesHere(context.actor.person, playbook);
  return sumOf(remediesOf(of)) > approvalLimit(stageOf(of, playbook), approversOf(of, playbook), roles, playbook);
}

export function waitingExtension({ of }: CaseWork) {
  return of.extensions.find(({ state }) => state === 'proposed');
}

export function waitingChange({ of }: CaseWork) {
  return of.changes.find(({ state, lap }) => state === 'proposed' && lap === lapOf(of));
}

export function noteApproval(
  work: CaseWork,
  args: Args,
  state: Approval['state'],
  role: string,
  words: Partial<Approval>,
) {
  const what = whatOf(work, args) ?? '';
  work.of.approvals.push({ ...words, role, by: work.by, what, state, at: work.now });
}
