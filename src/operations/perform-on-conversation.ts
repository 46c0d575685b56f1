import type { Conversation } from '../domain/conversation.js';
import type { ConversationChanges, ConversationRefusal, Stores } from '../domain/ports.js';
import { accusedIn, isNamedIn, isRecused } from '../domain/recusal.js';
import type { Playbook } from '../domain/playbook.js';
import type { Person } from '../domain/staff.js';
import { isOver, readArguments } from './check-verb.js';
import { CONVERSATION_VERBS, mustHold, type ConversationContext } from './conversation-verbs.js';
import { Refusal, type Refused } from './refused.js';

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
  stores: Pick<Stores, 'conversations' | 'cases' | 'staff'>;
  changes: ConversationChanges;
  now(): Date;
  /** The playbook of new drafts in this conversation. */
  playbookOf(conversation: Conversation): Promise<Playbook>;
}

/** What staff do in a conversation: take it over, speak, hand it back, give it to a colleague. */
export function createConversationPerform({ stores, changes, now, playbookOf }: Needs) {
  return async function performOnConversation(request: ConversationRequest): Promise<PerformedOnConversation> {
    const { conversationId, person, cause } = request;
    try {
      const verb = CONVERSATION_VERBS.find(({ name }) => name === request.verb);
      if (!verb) throw new Refusal('UNKNOWN_VERB');
      const found = await stores.conversations.find(conversationId);
      if (!found) throw new Refusal('NOT_FOUND');
      const args = readArguments(verb, request.args);
      const context = await contextOf(found, person);
      if (context.isRecused(person)) throw new Refusal('RECUSED');
      verb.check?.(context, args);
      if (!context.worksHere(person)) throw new Refusal('NOT_YOUR_ROLE');
      const { decide } = verb;
      const changed = decide
        ? await changes.change(conversationId, cause, (now) => orRefusal(() => decide(now, context, args)))
        : await changes.handBack(conversationId, cause, person, (now) => orRefusal(() => void mustHold(now, context)));
      if ('refused' in changed) return { ...changed, ok: false, code: changed.code as Refused['code'] };
      return { ok: true, conversation: changed };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, ...error.refused };
      throw error;
    }
  };

  async function contextOf(conversation: Conversation, person: Person): Promise<ConversationContext> {
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
      isRecused: (one) => isNamedIn(accused, one) || here.some((of) => isRecused(of, one)),
      worksHere: ({ roles }) => playbook.roles.some(({ id }) => roles.includes(id)),
    };
  }
}

function orRefusal<T>(decide: () => T): T | ConversationRefusal {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return { refused: true, ...error.refused };
    throw error;
  }
}
