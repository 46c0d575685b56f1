import type { Effect, NotifyTarget } from '../domain/effect.js';
import type { Playbook } from '../domain/playbook.js';
import type { Case } from '../domain/case.js';
import type { StaffAccount } from '../domain/ports.js';
import type { DeskPorts } from './desk-ports.js';
import type { Conversation } from '../domain/conversation.js';
import { accusedIn, isNamedIn } from '../domain/recusal.js';

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
    const cases = of ? [of] : conversation ? await openCasesIn(conversation) : [];
    const accused = accusedIn(playbook, conversation?.dialog.draft?.fields ?? {});
    const free = staff.filter((one) => !isNamedIn(accused, one) && !cases.some((known) => keepsOut(known, one)));
    const { people, role } = recipients(effect.to, free, playbook);
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

  async function openCasesIn({ id, customerId }: Conversation): Promise<Case[]> {
    const theirs = await ports.stores.cases.ofCustomer(customerId);
    return theirs.filter(({ conversationId, status }) => conversationId === id && !OVER.has(status));
  }
}

const OVER = new Set<Case['status']>(['closed', 'withdrawn']);

function keepsOut(of: Case, { name }: StaffAccount): boolean {
  return of.recused.some((one) => one.name === name);
}

function recipients(
  to: NotifyTarget,
  free: StaffAccount[],
  playbook: Playbook,
): { people: StaffAccount[]; role?: string } {
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
