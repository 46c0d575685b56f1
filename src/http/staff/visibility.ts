import type { Case } from '../../domain/case.js';
import type { Conversation } from '../../domain/conversation.js';
import type { CaseQuery } from '../../domain/ports.js';
import { accusedIn, isNamedIn, isRecused } from '../../domain/recusal.js';
import type { Person } from '../../domain/staff.js';
import { tokensOf } from '../../operations/who-sees.js';
import type { StaffPorts } from '../staff-ports.js';

const isAdmin = ({ roles }: Person) => roles.includes('admin');

/** How a person's view narrows a query for cases; undefined for an admin, who sees all. */
export function viewerOf(person: Person): CaseQuery['viewer'] {
  const { name, roles, department } = person;
  return isAdmin(person) ? undefined : { name, roles, department };
}

/** Whether a person sees a case: by a role, a department or a task of theirs, and never when recused. */
export function seesCase(of: Case, person: Person): boolean {
  if (isRecused(of, person)) return false;
  if (isAdmin(person)) return true;
  return tokensOf(person).some((token) => of.seenBy.includes(token));
}

/** Whether a person sees a conversation: a role in its playbook, and no recusal from what was complained about there. */
export async function seesConversation(
  { stores, playbooks }: Pick<StaffPorts, 'stores' | 'playbooks'>,
  conversation: Conversation,
  person: Person,
): Promise<boolean> {
  return seesConversationAmong(
    { playbooks },
    conversation,
    await stores.cases.ofCustomer(conversation.customerId),
    person,
  );
}

/** The same where the cases of the customer are known. */
export function seesConversationAmong(
  { playbooks }: Pick<StaffPorts, 'playbooks'>,
  { playbookId, dialog, id }: Conversation,
  cases: Case[],
  person: Person,
): boolean {
  const playbook = playbooks().find((one) => one.id === playbookId);
  if (!isAdmin(person) && !playbook?.roles.some((role) => person.roles.includes(role.id))) return false;
  if (isNamedIn(accusedIn(playbook ?? {}, dialog.draft?.fields ?? {}), person)) return false;
  return !cases.some((of) => of.conversationId === id && isRecused(of, person));
}
