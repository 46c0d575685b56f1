import type { OpenAsk } from '../../src/domain/conversation.js';
import type { Turn } from '../turn.js';

/** Opens a question of the dialog's own making about a case. */
export function openAsk(turn: Turn, ask: Omit<OpenAsk, 'id' | 'askedAt'>): void {
  turn.asks = [...turn.asks, { ...ask, id: `${turn.cause}/${ask.kind}`, askedAt: turn.context.now }];
}

export function closeAsk(turn: Turn, { id }: OpenAsk): void {
  turn.asks = turn.asks.filter((other) => other.id !== id);
}
