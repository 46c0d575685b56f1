import { z } from 'zod';
import { word } from './arguments.js';
import { findPerson, isDepartment, isRole, personNamed } from './find-staff.js';
import { invalid } from './refused.js';
import { verb } from './verb.js';
import { rolesHere } from './who-may.js';

const shape = z.strictObject({ to: word.optional(), role: word.optional(), department: word.optional() });

export const assign = verb<z.infer<typeof shape>>({
  name: 'assign',
  on: 'case',
  describe: 'Names the person, role or department that handles the case.',
  arguments: shape,
  when: 'stage',
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
    of.department = department ?? (person ? departmentOf(person.department, work) : undefined) ?? of.department;
    of.assigned = person?.name;
    of.assignedAs = person && { roles: rolesHere(person, playbook), department: person.department };
    of.assignedRole = role;
    if (person) of.assignedBefore = [...new Set([...of.assignedBefore, person.name])];
    if (of.holder?.entry === of.course.length && person) of.holder = undefined;
  },
});

function departmentOf(department: string | undefined, work: Parameters<typeof isDepartment>[0]): string | undefined {
  return department && isDepartment(work, department) ? department : undefined;
}
