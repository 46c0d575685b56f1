import type { Case } from '../../domain/case.js';
import type { Playbook } from '../../domain/playbook.js';
import type { StaffAccount } from '../../domain/ports.js';
import { isRecused } from '../../domain/recusal.js';
import { missingNeeds } from '../../domain/stage-needs.js';
import { holdsRole, ownerOf, stageOf } from '../../domain/stage-owner.js';
import { isOver } from '../../operations/check-verb.js';
import { approversOf } from '../../operations/who-may.js';

/** Whom a case waits for: one person, or all who hold a role. */
export interface WaitedFor {
  people: StaffAccount[];
  role?: string;
}

/** Nobody while the customer must act or the case is over. Recused people are left out; where nobody is left in a role, the next above is meant. */
export function waitedFor(of: Case, playbook: Playbook, staff: StaffAccount[]): WaitedFor {
  if (isOver(of)) return { people: [] };
  const { customer, person, roles, also } = ownerOf(of, playbook);
  if (customer) return { people: [] };
  const free = staff.filter((one) => one.active && !isRecused(of, one));
  const approves = missingNeeds(of, playbook, stageOf(of, playbook)).some(({ verb }) => verb === 'approve');
  // Whoever proposed cannot approve: there those who approve are waited for.
  const named = (approves && approversOf(of, playbook)) || roles;
  if (!approves && person) return { people: free.filter(({ name }) => name === person.name), role: person.roles[0] };
  const besides = approves ? [] : free.filter(({ name }) => name === also);
  for (const first of named)
    for (let role: string | undefined = first; role; role = playbook.superiors[role]) {
      const holders = free.filter((one) => one.name !== also && holdsRole(one, role!, playbook, of.department));
      if (holders.length > 0) return { people: [...besides, ...holders], role };
    }
  return { people: besides };
}
