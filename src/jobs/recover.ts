import type { CaseStore, ConversationStore } from '../domain/ports.js';

const AT_ONCE = 200;

interface Needs {
  conversations: ConversationStore;
  cases: CaseStore;
  recoverConversation(id: string): Promise<void>;
  recoverCase(number: string): Promise<void>;
}

/** Carries out what was decided and then interrupted. */
export async function recover({ conversations, cases, recoverConversation, recoverCase }: Needs): Promise<void> {
  for (const id of await conversations.withOpenTurn(AT_ONCE)) await recoverConversation(id);
  for (const number of await cases.withEffectsDue(AT_ONCE)) await recoverCase(number);
}
