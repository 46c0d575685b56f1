import type { Person } from '../domain/staff.js';
import type { CaseWork } from './case-work.js';
import { invalid } from './refused.js';
import { rolesHere } from './who-may.js';

/** Somebody who works with this procedure, by the name of their account; INVALID when there is none. */
export function personNamed({ context, playbook }: CaseWork, argument: string, name: string): Person {
  const person = context.staff.find((one) => one.name === name);
  if (!person?.active || rolesHere(person, playbook).length === 0) {
    throw invalid(argument, `"${argument}": nobody named ${name} works with this procedure.`);
  }
  return person;
}

/** The account of that name, if there is one. */
export function findPerson({ context }: CaseWork, name: string | undefined): Person | undefined {
  return context.staff.find((one) => one.name === name);
}

export function isRole({ playbook }: CaseWork, name: string): boolean {
  return playbook.roles.some(({ id }) => id === name);
}

export function isDepartment({ playbook }: CaseWork, name: string): boolean {
  return playbook.departments.some(({ id }) => id === name);
}
