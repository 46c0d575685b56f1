import type { Case } from './case.js';
import type { Playbook } from './playbook.js';
import { isRecused } from './recusal.js';
import { holdsRole } from './stage-owner.js';
import type { Person } from './staff.js';
import { rolesAbove } from './superiors.js';

/** Those who hold a role here and may have part in the case, on duty first, else in the order given. */
export function holdersOf(role: string, of: Case, playbook: Playbook, staff: Person[]): Person[] {
  return staff
    .filter((person) => person.active && holdsRole(person, role, playbook, of.department) && !isRecused(of, person))
    .sort((a, b) => Number(a.offDuty ?? false) - Number(b.offDuty ?? false));
}

/** The nearest role above that somebody holds who may have part in the case; a recused person is skipped for the next above. */
export function superiorOf(roles: string[], of: Case, playbook: Playbook, staff: Person[]): string | undefined {
  const chains = roles.flatMap((role) => rolesAbove(playbook, role));
  return chains.find((role) => !roles.includes(role) && holdersOf(role, of, playbook, staff).length > 0);
}
