import type { Conversation } from '../domain/conversation.js';

const MOST = 1000;

/**
 * What this process stored last of the conversations it is busy with, so that a turn need not read what it wrote itself. It
 * may be behind what another process stored: only a compare-and-set tells, and whoever loses it reads again.
 */
export class Latest {
  readonly #known = new Map<string, Conversation>();

  get(id: string): Conversation | undefined {
    return this.#known.get(id);
  }

  set(conversation: Conversation): void {
    this.#known.delete(conversation.id);
    this.#known.set(conversation.id, conversation);
    if (this.#known.size > MOST) this.#known.delete(this.#known.keys().next().value!);
  }

  forget(id: string): void {
    this.#known.delete(id);
  }
}
