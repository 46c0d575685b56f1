import type { Case } from '../domain/case.js';
import type { Playbook } from '../domain/playbook.js';
import { isRecused } from '../domain/recusal.js';
import type { Person } from '../domain/staff.js';
import { rolesAbove } from '../domain/superiors.js';

/** Whether somebody may see the case. A recused person never may; an admin sees all others. */
export function maySee(of: Case, playbook: Playbook, person: Person): boolean {
  if (isRecused(of, person)) return false;
  if (person.roles.includes('admin')) return true;
  const seen = seenBy(of, playbook);
  return tokensOf(person).some((token) => seen.includes(token));
}

/** What of a person's is looked for in `seenBy`. */
export function tokensOf({ name, roles, department }: Pick<Person, 'name' | 'roles' | 'department'>): string[] {
  return [
    `person:${name}`,
    ...roles.map((role) => `role:${role}`),
    ...(department ? [`department:${department}`] : []),
  ];
}

/**
 * Who sees a case, as tokens that a query can look for: roles that own its stage or have owned one (of its department's
 * people where a role stands by department), those that tell its customer the outcome, all above them, those who acted in
 * it or are assigned, and its department.
 */
export function seenBy(of: Case, playbook: Playbook): string[] {
  const isRole = (name: string) => playbook.roles.some(({ id }) => id === name);
  const owners = of.course.flatMap((entry) => entry.owners);
  const own = [...new Set([...owners, ...of.owners, ...informingRoles(of, playbook)])].filter(isRole);
  const byDepartment = (role: string) =>
    of.department !== undefined && playbook.roles.some((one) => one.id === role && one.byDepartment);
  const acted = of.course.flatMap((entry) => entry.roles);
  const people = [...owners.filter((name) => !isRole(name)), ...of.records.map(({ by }) => by), of.assigned ?? ''];
  const tokens = [
    ...own.filter((role) => !byDepartment(role)).map((role) => `role:${role}`),
    ...[...own, ...acted].flatMap((role) => rolesAbove(playbook, role)).map((role) => `role:${role}`),
    ...(of.department ? [`department:${of.department}`] : []),
    ...people.filter((name) => name && name !== 'customer' && name !== 'desk').map((name) => `person:${name}`),
  ];
  return [...new Set(tokens)];
}

/** The customer may ring up those who tell outcomes before it is their turn. */
function informingRoles({ kind }: Case, { stages }: Playbook): string[] {
  return stages
    .filter(
      ({ kinds, needs }) => (!kinds || kinds.includes(kind)) && needs.some(({ verb }) => verb === 'inform-customer'),
    )
    .flatMap(({ owner }) => (owner === 'customer' ? [] : owner.flatMap(({ roles }) => roles)));
}
