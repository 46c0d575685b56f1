import { EventEmitter } from 'node:events';

/** What changed; live views look there. */
export interface Change {
  conversationId?: string;
  caseNumber?: string;
  person?: string;
}

/** Tells the live views of this process that something new may stand in the store; the store alone says what. */
export class Changes {
  readonly #events = new EventEmitter().setMaxListeners(0);

  tell(change: Change): void {
    this.#events.emit('desk', change);
    if (change.conversationId) this.#events.emit(`conversation ${change.conversationId}`);
  }

  watchConversation(id: string, look: () => void): () => void {
    this.#events.on(`conversation ${id}`, look);
    return () => this.#events.off(`conversation ${id}`, look);
  }

  watchDesk(look: (change: Change) => void): () => void {
    this.#events.on('desk', look);
    return () => this.#events.off('desk', look);
  }
}
