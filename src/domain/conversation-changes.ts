import type { Conversation } from './conversation.js';
import type { Effect, Reply } from './effect.js';

/** What a decision changes of a conversation, and what follows from it. */
export interface ConversationDecision {
  changes: Partial<Pick<Conversation, 'control' | 'notes'>>;
  replies: Omit<Reply, 'kind' | 'key' | 'seq'>[];
  effects?: Exclude<Effect, { kind: 'reply' } | { kind: 'perform' } | { kind: 'tell' }>[];
}

/** Refused without a change: a code of the catalogue. */
export interface ConversationRefusal {
  refused: true;
  code: string;
  message: string;
  field?: string;
}

/** Changes a conversation in its lane, each cause once. */
export interface ConversationChanges {
  change(
    conversationId: string,
    cause: string,
    decide: (
      conversation: Conversation,
    ) => ConversationDecision | ConversationRefusal | Promise<ConversationDecision | ConversationRefusal>,
  ): Promise<Conversation | ConversationRefusal>;
  /** The person leaves, unless `decide` says why not: the dialog takes the conversation up again, with what they changed. */
  handBack(
    conversationId: string,
    cause: string,
    by: { name: string; displayName: string },
    decide: (conversation: Conversation) => ConversationDecision | ConversationRefusal,
  ): Promise<Conversation | ConversationRefusal>;
}
