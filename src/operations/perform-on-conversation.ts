import type { Conversation } from '../domain/conversation.js';
import type { InboundFile } from '../domain/message.js';
import type { ConversationChanges, ConversationDecision, ConversationRefusal } from '../domain/conversation-changes.js';
import type { Stores } from '../domain/ports.js';
import { accusedIn, isNamedIn, isRecused } from '../domain/recusal.js';
import type { Playbook } from '../domain/playbook.js';
import type { Person } from '../domain/staff.js';
import { isOver, readArguments } from './check-verb.js';
import type { ConversationContext } from './conversation-verb.js';
import { CONVERSATION_VERBS } from './conversation-verbs.js';
import { Refusal, type Refused } from './refused.js';

const SEEN_AT_MOST = 200;

export interface ConversationRequest {
  verb: string;
  conversationId: string;
  args: Record<string, unknown>;
  person: Person;
  /** Idempotent: the same cause is performed once. */
  cause: string;
}

export type PerformedOnConversation = { ok: true; conversation: Conversation } | ({ ok: false } & Refused);

interface Needs {
  stores: Pick<Stores, 'conversations' | 'cases' | 'staff' | 'messages' | 'files'>;
  changes: ConversationChanges;
  now(): Date;
  /** The playbook of new drafts in this conversation. */
  playbookOf(conversation: Conversation): Promise<Playbook>;
}

/** What staff do in a conversation: take it over, ask for it, speak, hand it back, give it to a colleague. */
export function createConversationPerform({ stores, changes, now, playbookOf }: Needs) {
  return async function performOnConversation(request: ConversationRequest): Promise<PerformedOnConversation> {
    const { conversationId, person, cause } = request;
    try {
      const verb = CONVERSATION_VERBS.find(({ name }) => name === request.verb);
      if (!verb) throw new Refusal('UNKNOWN_VERB');
      const found = await stores.conversations.find(conversationId);
      if (!found) throw new Refusal('NOT_FOUND');
      const args = readArguments(verb, request.args);
      const { files = [], seen } = args as { files?: string[]; seen?: number };
      const context = await contextOf(found, person, files);
      if (context.isRecused(person)) throw new Refusal('RECUSED');
      verb.check?.(context, args);
      if (!context.worksHere(person)) throw new Refusal('NOT_YOUR_ROLE');
      const decide = (conversation: Conversation) => orRefusal(() => verb.decide(conversation, context, args));
      const changed = verb.handsBack
        ? await changes.handBack(conversationId, cause, person, decide)
        : await changes.change(
            conversationId,
            cause,
            async (conversation) => (await unseen(conversation, context, seen)) ?? decide(conversation),
          );
      if ('refused' in changed) return { ...changed, ok: false, code: changed.code as Refused['code'] };
      return { ok: true, conversation: changed };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, ...error.refused };
      throw error;
    }
  };

  async function contextOf(conversation: Conversation, person: Person, files: string[]): Promise<ConversationContext> {
    const playbook = await playbookOf(conversation);
    const cases = await stores.cases.ofCustomer(conversation.customerId);
    const here = cases.filter((of) => of.conversationId === conversation.id && !isOver(of));
    const latest = here.sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime())[0];
    const accused = accusedIn(playbook, conversation.dialog.draft?.fields ?? {});
    return {
      now: now(),
      person,
      playbook,
      staff: await stores.staff.all(),
      caseNumber: latest?.number,
      isOver: cases.length > 0 && !latest,
      files: await uploadedHere(conversation, files),
      isRecused: (one) => isNamedIn(accused, one) || here.some((of) => isRecused(of, one)),
      worksHere: ({ roles }) => playbook.roles.some(({ id }) => roles.includes(id)),
    };
  }

  /** Those that people of the desk uploaded to this conversation; others are left out. */
  async function uploadedHere({ id }: Conversation, fileIds: string[]): Promise<InboundFile[]> {
    const found = await Promise.all(fileIds.map((fileId) => stores.files.find(fileId)));
    return found.flatMap((file) => {
      if (!file?.by || file.conversationId !== id) return [];
      const { fileId, name, type, size, sha256 } = file;
      return [{ fileId, name, type, size, sha256 }];
    });
  }

  /** STALE when a colleague spoke after that place: nobody answers what they have not read. */
  async function unseen(
    { id, seq }: Conversation,
    { person, staff }: ConversationContext,
    seen: number | undefined,
  ): Promise<ConversationRefusal | undefined> {
    if (seen === undefined || seq <= seen) return undefined;
    const since = await stores.messages.page(id, seen, SEEN_AT_MOST);
    const other = since.find(({ from, by }) => from === 'agent' && by !== person.name);
    if (!other) return undefined;
    const name = staff.find((one) => one.name === other.by)?.displayName ?? other.author ?? 'Somebody';
    const refusal = new Refusal('STALE', `${name} spoke meanwhile: read it, then say yours if it still holds.`, 'seen');
    return { refused: true, ...refusal.refused };
  }
}

function orRefusal(decide: () => ConversationDecision): ConversationDecision | ConversationRefusal {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return { refused: true, ...error.refused };
    throw error;
  }
}
