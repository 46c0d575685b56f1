import type { CaseWork } from './case-work.js';
import { asOneOf, asOwner, asStageActor, rolesHere } from './who-may.js';

/** The owner of the stage, or anybody above. */
export function byOwner({ of, playbook, context: { actor } }: CaseWork): string | undefined {
  return actor.type === 'person' ? asOwner(of, playbook, actor.person) : undefined;
}

/** Anybody who works with this procedure. */
export function byAnybody({ playbook, context: { actor } }: CaseWork): string | undefined {
  return actor.type === 'person' ? rolesHere(actor.person, playbook)[0] : undefined;
}

/** Holders of these roles, or those above them. */
export function byRoles({ of, playbook, context: { actor } }: CaseWork, roles: string[]): string | undefined {
  return actor.type === 'person' ? asOneOf(actor.person, roles, playbook, of.department) : undefined;
}

/** Whom the stage names for a verb, else its owner, or anybody above. */
export function byStage(work: CaseWork, verb: string, args: object): string | undefined {
  const { of, playbook, context } = work;
  return context.actor.type === 'person' ? asStageActor(of, playbook, context.actor.person, verb, args) : undefined;
}

/** Whether the actor performs it for the stage, so that it counts among the stage's needs. */
export function countsForStage(work: CaseWork, verb: string, args: object): boolean {
  const over = work.of.status === 'closed' || work.of.status === 'withdrawn';
  return !over && byStage(work, verb, args) !== undefined;
}

/** The customer themselves. */
export function byCustomer({ context: { actor } }: CaseWork): string | undefined {
  return actor.type === 'customer' ? 'customer' : undefined;
}

export function byDesk({ context: { actor } }: CaseWork): string | undefined {
  return actor.type === 'desk' ? 'desk' : undefined;
}
