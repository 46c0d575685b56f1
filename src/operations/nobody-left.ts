import { holdersOf } from '../domain/staff-choice.js';
import { ownerOf } from '../domain/stage-owner.js';
import { rolesAbove } from '../domain/superiors.js';
import type { CaseWork } from './case-work.js';
import { asOneOf } from './who-may.js';

/** Recusal or role leaves nobody for the stage: the next superior, then an admin, may assign somebody. */
export function isNobodyLeft({ of, playbook, context }: CaseWork): boolean {
  const owner = ownerOf(of, playbook);
  if (owner.customer || owner.person || owner.also) return false;
  return owner.roles.every((role) => holdersOf(role, of, playbook, context.staff).length === 0);
}

/** Somebody above the stage's roles; with nobody there, an admin. */
export function asLastResort({ of, playbook, context }: CaseWork): string | undefined {
  const { actor, staff } = context;
  if (actor.type !== 'person') return undefined;
  const { roles } = ownerOf(of, playbook);
  const above = roles.flatMap((role) => rolesAbove(playbook, role));
  const isAnybodyAbove = above.some((role) => holdersOf(role, of, playbook, staff).length > 0);
  if (isAnybodyAbove) return asOneOf(actor.person, roles, playbook);
  return actor.person.roles.includes('admin') ? 'admin' : undefined;
}
