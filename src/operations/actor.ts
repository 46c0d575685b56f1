import type { Person } from '../domain/staff.js';

/** Who performs an operation: somebody who works here, the customer of the case, or the desk by itself. */
export type Actor =
  | { type: 'person'; person: Person }
  | { type: 'customer'; customerId?: string; conversationId?: string }
  | { type: 'desk' };

/** As the record names them. */
export function nameOf(actor: Actor): string {
  return actor.type === 'person' ? actor.person.name : actor.type;
}
