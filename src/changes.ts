import { EventEmitter } from 'node:events';
import type { Message } from './domain/message.js';

/** What changed; live views look there. */
export interface Change {
  conversationId?: string;
  caseNumber?: string;
  person?: string;
  /** What was stored in the conversation just now, in order, where it is at hand. */
  stored?: Message[];
}

/** Tells the live views of this process that something new may stand in the store; the store alone says what. */
export class Changes {
  readonly #events = new EventEmitter().setMaxListeners(0);

  tell(change: Change): void {
    this.#events.emit('desk', change);
    if (change.conversationId) this.#events.emit(`conversation ${change.conversationId}`, change.stored);
  }

  watchConversation(id: string, look: (stored?: Message[]) => void): () => void {
    this.#events.on(`conversation ${id}`, look);
    return () => this.#events.off(`conversation ${id}`, look);
  }

  watchDesk(look: (change: Change) => void): () => void {
    this.#events.on('desk', look);
    return () => this.#events.off('desk', look);
  }
}
