import type { Effect, NotifyTarget } from '../domain/effect.js';
import type { Playbook } from '../domain/playbook.js';
import type { Case } from '../domain/case.js';
import type { StaffAccount } from '../domain/ports.js';
import type { DeskPorts } from './desk-ports.js';
import type { Conversation } from '../domain/conversation.js';

/** Tells staff: one row a person, under the effect's key. Recused people are left out; where nobody is left, the next above is told, then an admin. */
export function createNotify(ports: DeskPorts) {
  return async function notify(
    effect: Extract<Effect, { kind: 'notify' }>,
    about?: Conversation | Playbook,
  ): Promise<void> {
    const of = effect.caseNumber ? await ports.stores.cases.find(effect.caseNumber) : undefined;
    const conversation = about && 'channel' in about ? about : undefined;
    const playbook = of
      ? await ports.playbookOfCase(of)
      : conversation
        ? await ports.playbookOf(conversation)
        : (about as Playbook | undefined);
    if (!playbook) return;
    const staff = (await ports.stores.staff.all()).filter(({ active }) => active);
    const { people, role } = recipients(effect.to, staff, playbook, of);
    const text = ports.word([effect.phrase], playbook.languages[0]!, playbook);
    const rows = people.map(({ name }) => ({
      id: `${effect.key}/${name}`,
      to: name,
      role,
      text,
      caseNumber: effect.caseNumber,
      conversationId: effect.conversationId ?? conversation?.id,
      urgent: effect.urgent ?? false,
      at: ports.now(),
    }));
    if (rows.length > 0) await ports.stores.notifications.add(rows);
    for (const { to } of rows) ports.changed({ person: to });
  };
}

function recipients(
  to: NotifyTarget,
  staff: StaffAccount[],
  playbook: Playbook,
  of?: Case,
): { people: StaffAccount[]; role?: string } {
  const recused = new Set(of?.recused.map(({ name }) => name));
  const free = staff.filter(({ name }) => !recused.has(name));
  if ('waitingDesk' in to)
    return {
      people: free.filter(({ roles }) =>
        roles.some((role) => role === 'admin' || playbook.roles.some(({ id }) => id === role)),
      ),
    };
  if ('person' in to) return { people: free.filter(({ name }) => name === to.person) };
  for (let role: string | undefined = to.role; role; role = playbook.superiors[role]) {
    const holders = free.filter(
      (person) =>
        person.roles.includes(role!) &&
        (!to.department || role !== to.role || !person.department || person.department === to.department),
    );
    if (holders.length > 0) return { people: holders, role };
  }
  return { people: free.filter(({ roles }) => roles.includes('admin')), role: 'admin' };
}
