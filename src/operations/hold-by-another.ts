import { holdersOf, superiorOf } from '../domain/staff-choice.js';
import { stageOf } from '../domain/stage-owner.js';
import { factsOf } from '../domain/case-facts.js';
import { firstThat } from '../domain/condition.js';
import type { CaseWork } from './case-work.js';

/**
 * Gives the stage just entered to another holder of its role than those who acted in it before (where the assigned person
 * owns it: than those who were assigned); with none left to the next superior; with nobody there it stays with the role.
 */
export function holdByAnother(work: CaseWork): void {
  const { of, playbook, context } = work;
  const { owner } = stageOf(of, playbook);
  const entry = owner === 'customer' ? undefined : firstThat(owner, factsOf(of));
  if (!entry) return;
  const assigns = entry.assigned || entry.whoActed !== undefined;
  const acted = of.records.filter(({ stage }) => stage === of.stage).map(({ by }) => by);
  const before = new Set(assigns ? [...of.assignedBefore, ...(entry.whoActed ? acted : [])] : acted);
  const free = entry.roles
    .flatMap((role) => holdersOf(role, of, playbook, context.staff))
    .find(({ name }) => !before.has(name));
  const above = superiorOf(entry.roles, of, playbook, context.staff);
  const person = free ?? (above ? holdersOf(above, of, playbook, context.staff)[0] : undefined);
  if (!person) return;
  const roles = person.roles.filter((role) => playbook.roles.some(({ id }) => id === role));
  of.holder = { person: person.name, roles, entry: of.course.length };
  if (!assigns) return;
  of.assigned = person.name;
  of.assignedAs = { roles, department: person.department };
  of.assignedRole = undefined;
  of.assignedBefore = [...new Set([...of.assignedBefore, person.name])];
}
