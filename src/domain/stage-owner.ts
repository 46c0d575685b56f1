import type { Case } from './case.js';
import { factsOf, recordsHere } from './case-facts.js';
import { missingForClosing } from './closing-needs.js';
import { firstThat } from './condition.js';
import type { Owner, Playbook, Stage } from './playbook.js';
import type { Person } from './staff.js';

/** Who must act in a stage: the customer, or roles and perhaps one person among them. */
export interface StageOwner {
  customer: boolean;
  /** The first one is shown while nobody is assigned. */
  roles: string[];
  /** Only this person acts, or anybody above in the chain. */
  person?: { name: string; roles: string[] };
  /** This person acts beside the holders of the roles. */
  also?: string;
  /** Where a role stands by department: the case's. */
  department?: string;
}

export function stageOf(of: Case, playbook: Playbook): Stage {
  const stage = playbook.stages.find(({ id }) => id === of.stage);
  if (!stage) throw new Error(`Playbook ${playbook.id} has no stage ${of.stage}`);
  return stage;
}

export function ownerOf(of: Case, playbook: Playbook): StageOwner {
  const { owner } = stageOf(of, playbook);
  const entry: Owner | undefined = owner === 'customer' ? { roles: ['customer'] } : firstThat(owner, factsOf(of));
  const roles = entry?.roles ?? [];
  if (roles[0] === 'customer') return hasAccepted(of) ? afterAcceptance(of, playbook) : { customer: true, roles };
  const base = { customer: false, roles, department: of.department };
  if (of.holder?.entry === of.course.length) return { ...base, person: { ...of.holder, name: of.holder.person } };
  const assigned = of.assigned ? { name: of.assigned, roles: of.assignedAs?.roles ?? [] } : undefined;
  if (entry?.whoActed) {
    const last = of.records.findLast(({ stage }) => stage === entry.whoActed);
    if (last) return { ...base, person: { name: last.by, roles: last.roles } };
  }
  if (entry?.assigned && of.assignedRole) return { ...base, roles: [of.assignedRole] };
  if (entry?.assigned && assigned) return { ...base, person: assigned };
  if (entry?.orAssigned) return { ...base, also: of.assigned };
  if (assigned && holdsByDepartment(of, playbook, roles)) return { ...base, person: assigned };
  return base;
}

/** The customer accepted in this stage entry. */
export function hasAccepted(of: Case): boolean {
  return recordsHere(of).some(({ verb }) => verb === 'accept-outcome');
}

/** An acceptance is kept while something else must be recorded before the case may close. */
function afterAcceptance(of: Case, playbook: Playbook): StageOwner {
  return { customer: false, roles: missingForClosing(of, playbook).flatMap(({ by }) => by ?? []) };
}

/** Somebody assigned who holds the stage's role by department acts in it alone. */
function holdsByDepartment(of: Case, playbook: Playbook, roles: string[]): boolean {
  return roles.some(
    (role) =>
      playbook.roles.some(({ id, byDepartment }) => id === role && byDepartment) &&
      of.assignedAs?.roles.includes(role) &&
      (!of.department || of.assignedAs.department === of.department),
  );
}

/** Whether somebody holds a role, of the department where the role stands by one and the case names it. */
export function holdsRole(
  person: Pick<Person, 'roles' | 'department'>,
  role: string,
  playbook: Pick<Playbook, 'roles'>,
  department?: string,
): boolean {
  if (!person.roles.includes(role)) return false;
  const byDepartment = playbook.roles.some(({ id, byDepartment }) => id === role && byDepartment);
  return !byDepartment || !department || person.department === department;
}
