import type { Conversation } from '../domain/conversation.js';
import type { StepResult } from '../domain/dialog.js';
import type { Effect, Reply } from '../domain/effect.js';

const RECENT = 60;

/** What a decision changes of a conversation, and what follows from it. */
export interface Decision {
  changes: Partial<
    Pick<
      Conversation,
      | 'dialog'
      | 'asks'
      | 'control'
      | 'notes'
      | 'language'
      | 'languageChosen'
      | 'displayName'
      | 'address'
      | 'blocked'
      | 'customerId'
      | 'playbookId'
      | 'heardFromAt'
    >
  >;
  replies: Omit<Reply, 'kind' | 'key' | 'seq'>[];
  perform?: StepResult['perform'];
  effects?: Exclude<Effect, { kind: 'reply' } | { kind: 'perform' } | { kind: 'tell' }>[];
}

export interface Root {
  id: string;
  /** The customer's message this root is, if it is one. */
  messageId?: string;
  /** The place that message has already (a replay), and whether it is given up for now. */
  seq?: number;
  parked?: boolean;
  /** What is kept of its words, where that is not what came. */
  text?: string;
}

/** The conversation with the decision in it: the one thing the compare-and-set stores. Pure. */
export function decided(conversation: Conversation, root: Root, cause: string, decision: Decision): Conversation {
  const goesOn = conversation.turn?.root === root.id;
  let seq = conversation.seq;
  const before = goesOn ? conversation.turn : undefined;
  const handled =
    before?.handled ??
    (root.messageId ? { id: root.messageId, seq: root.seq ?? ++seq, parked: root.parked, text: root.text } : undefined);
  const replies: Effect[] = decision.replies.map((reply, n) => ({
    ...reply,
    kind: 'reply',
    key: `${cause}/${n}`,
    seq: ++seq,
  }));
  const others: Effect[] = [...(decision.effects ?? []), ...heard(conversation, decision)].map((effect, n) => ({
    ...effect,
    key: `${cause}/e${n}`,
  }));
  const performs: Effect[] = (decision.perform ?? []).map((one, n) => ({
    ...one,
    kind: 'perform',
    key: `${cause}/p${n}`,
  }));
  const recent = cause === root.messageId ? conversation.recent : [...conversation.recent.slice(1 - RECENT), cause];
  return {
    ...conversation,
    ...decision.changes,
    version: conversation.version + 1,
    seq,
    recent,
    turn: {
      root: root.id,
      causes: [...(before?.causes ?? []), cause],
      effects: [...(before?.effects ?? []), ...replies, ...others, ...performs],
      handled,
      open: !root.messageId,
    },
  };
}

/** Nobody is reminded of a word that was given, or that another owes now. */
function heard({ control }: Conversation, { changes }: Decision): Extract<Effect, { kind: 'settle' }>[] {
  const awaited = control.by === 'agent' ? control.awaited : undefined;
  const next = changes.control;
  if (control.by !== 'agent' || !awaited || !next) return [];
  if (next.by === 'agent' && next.awaited?.reminder === awaited.reminder) return [];
  const kept = next.by === 'agent' && next.agent === control.agent;
  return [{ kind: 'settle', key: '', obligationId: awaited.reminder, state: kept ? 'kept' : 'waived' }];
}

/** Whether a cause was decided here before. */
export function knows(conversation: Conversation, cause: string): boolean {
  return conversation.recent.includes(cause) || (conversation.turn?.causes.includes(cause) ?? false);
}

export function fromStep(result: StepResult): Decision {
  const { dialog, asks, control, language, languageChosen, replies, perform, effects } = result;
  return { changes: { dialog, asks, control, language, languageChosen }, replies, perform, effects };
}
