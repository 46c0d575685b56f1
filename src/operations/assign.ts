import { z } from 'zod';
import { word } from './arguments.js';
import type { Person } from '../domain/staff.js';
import type { CaseWork } from './case-work.js';
import { findPerson, isDepartment, isRole, personNamed } from './find-staff.js';
import { invalid } from './refused.js';
import { asLastResort, isNobodyLeft } from './nobody-left.js';
import { verb } from './verb.js';
import { byStage } from './who.js';
import { rolesHere, stageHas } from './who-may.js';
import { stageOf } from '../domain/stage-owner.js';

const shape = z.strictObject({ to: word.optional(), department: word.optional() });

/** `role`: what `to` names when that is a role. */
type Args = z.infer<typeof shape> & { role?: string };

export const assign = verb<Args>({
  name: 'assign',
  on: 'case',
  describe: 'Names the person, role or department that handles the case.',
  arguments: shape,
  when: 'open',
  isOfStage: (_args, work) => !isNobodyLeft(work),
  who: (work, args) => (isNobodyLeft(work) ? asLastResort(work) : byStage(work, 'assign', args)),
  check(work, args) {
    const { to, department } = args;
    if (!to && !department) throw invalid('to', 'Say to whom, or to which department.');
    if (department && !isDepartment(work, department))
      throw invalid('department', `There is no department ${department}.`);
    if (!to || findPerson(work, to)) return to ? void personNamed(work, 'to', to) : undefined;
    // Only a person counts as named; a role or a department given as `to` is what it is.
    if (isRole(work, to)) Object.assign(args, { role: to, to: undefined });
    else if (isDepartment(work, to)) Object.assign(args, { department: to, to: undefined });
    else throw invalid('to', `"${to}" is no person, role or department.`);
  },
  targets: (work, { to }) => [findPerson(work, to)],
  apply(work, { to, role, department }) {
    const { of, playbook } = work;
    const person = findPerson(work, to);
    if (person && isNobodyLeft(work)) {
      holdHere(work, person);
      if (!stageHas(stageOf(of, playbook), 'assign')) return;
    } else if (isForThisStage(work)) of.holder = undefined;
    of.department = department ?? (person ? departmentOf(person.department, work) : undefined) ?? of.department;
    of.assigned = person?.name;
    of.assignedAs = person && { roles: rolesHere(person, playbook), department: person.department };
    of.assignedRole = role;
    if (person) of.assignedBefore = [...new Set([...of.assignedBefore, person.name])];
  },
});

/** With nobody left the person named gets this stage, whatever it says of its owner. */
function holdHere({ of, playbook }: CaseWork, person: Person): void {
  of.holder = { person: person.name, roles: rolesHere(person, playbook), entry: of.course.length };
}

/** The person assigned acts in this stage and not only in a later one. */
function isForThisStage({ of, playbook }: CaseWork): boolean {
  const { owner } = stageOf(of, playbook);
  return owner !== 'customer' && owner.some(({ assigned }) => assigned);
}

function departmentOf(department: string | undefined, work: CaseWork): string | undefined {
  return department && isDepartment(work, department) ? department : undefined;
}
