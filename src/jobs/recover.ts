import type { CaseStore, ConversationStore } from '../domain/ports.js';

const AT_ONCE = 200;

interface Needs {
  conversations: ConversationStore;
  cases: CaseStore;
  recoverConversation(id: string): Promise<void>;
  recoverCase(number: string): Promise<void>;
}

/** Carries out what was decided by `before` (else: at any time) and then interrupted. */
export async function recover(
  { conversations, cases, recoverConversation, recoverCase }: Needs,
  before?: Date,
): Promise<void> {
  for (const id of await conversations.withOpenTurn(AT_ONCE, before)) await recoverConversation(id);
  for (const number of await cases.withEffectsDue(AT_ONCE, before)) await recoverCase(number);
}
