import type { Presence } from '../../domain/presence.js';
import type { StaffPorts } from '../staff-ports.js';

const HERE_MS = 25_000;
/** Keeping the other processes up to date is a write: what says nothing new is not worth one before then. */
const AGAIN_MS = 8000;

/** Who looks at which conversation, and who writes in it: gone by itself when nothing more is heard of them. */
export class WhoIsThere {
  readonly #there = new Map<string, Map<string, Presence>>();
  readonly #watchers = new Set<(conversationId: string) => void>();

  constructor(private readonly ports: Pick<StaffPorts, 'stores' | 'now' | 'shared'>) {}

  of(conversationId: string): { name: string; typing: boolean }[] {
    const now = this.ports.now();
    return [...(this.#there.get(conversationId)?.values() ?? [])]
      .filter(({ until }) => until > now)
      .map(({ name, typing }) => ({ name, typing }));
  }

  /** Somebody is there, or has gone. */
  async tell(
    conversationId: string,
    name: string,
    { here, typing }: { here: boolean; typing: boolean },
  ): Promise<void> {
    const at = this.ports.now();
    const before = this.#there.get(conversationId)?.get(name);
    const presence = { conversationId, name, typing: here && typing, at, until: here ? ahead(at, HERE_MS) : at };
    this.take(presence);
    const isNew = before?.typing !== presence.typing || !here || before.until <= at;
    if (this.ports.shared && (isNew || at.getTime() - before.at.getTime() >= AGAIN_MS))
      await this.ports.stores.presence.put(presence);
  }

  /** What another process said, or this one. */
  take(presence: Presence): void {
    const { conversationId, name } = presence;
    const people = this.#there.get(conversationId) ?? new Map<string, Presence>();
    const before = people.get(name);
    if (before && before.at > presence.at) return;
    const was = JSON.stringify(this.of(conversationId));
    this.#there.set(conversationId, people.set(name, presence));
    if (JSON.stringify(this.of(conversationId)) !== was) this.#say(conversationId);
  }

  /** Forgets who has gone without a word. */
  expire(): void {
    const now = this.ports.now();
    for (const [conversationId, people] of this.#there) {
      const gone = [...people.values()].filter(({ until }) => until <= now);
      gone.forEach(({ name }) => people.delete(name));
      if (people.size === 0) this.#there.delete(conversationId);
      if (gone.length > 0) this.#say(conversationId);
    }
  }

  watch(look: (conversationId: string) => void): () => void {
    this.#watchers.add(look);
    return () => this.#watchers.delete(look);
  }

  #say(conversationId: string): void {
    this.#watchers.forEach((look) => look(conversationId));
  }
}

const ahead = (from: Date, ms: number) => new Date(from.getTime() + ms);
