import { addDuration, nextOpening } from '../src/domain/working-time.js';
import type { Turn } from './turn.js';

/** A person owes this customer a call, or an answer to what they left; the conversation holds the promise until a case does. */
export function oweCall(
  turn: Turn,
  {
    kind = 'call-customer',
    to,
    because,
    by,
  }: { kind?: 'call-customer' | 'callback'; to?: string; because: string; by: Date },
): void {
  const role = to ?? turn.context.playbook.roles[0]?.id ?? '';
  const id = `${kind}/${turn.id}/${turn.cause}`;
  turn.dialog.calls = [...(turn.dialog.calls ?? []), { id, kind, to: role, because, by }];
  turn.effects.push({
    kind: 'owe',
    key: '',
    obligation: {
      id,
      kind,
      to: role,
      conversationId: turn.id,
      detail: { because },
      dueAt: by,
      state: 'owed',
      order: 0,
      byPerson: true,
    },
  });
}

/** A person spoke with the customer (kept), or the case holds the promise from now on (waived here). */
export function settleCalls(turn: Turn, state: 'kept' | 'waived', because?: string): void {
  for (const { id } of turn.dialog.calls ?? []) {
    turn.effects.push({ kind: 'settle', key: '', obligationId: id, state, because });
  }
  delete turn.dialog.calls;
}

/** A person answers within four working hours of the next opening. */
export function callDue(turn: Turn): Date {
  const { calendar } = turn.context.playbook;
  return addDuration(nextOpening(turn.context.now, calendar), { unit: 'working-hours', count: 4 }, calendar);
}
