import type { Presence } from '../../domain/presence.js';
import type { StaffPorts } from '../staff-ports.js';

const HERE_MS = 25_000;
/** Writing is told again every few seconds while it goes on: a browser that died writes no more. */
const TYPING_MS = 8000;
/** Keeping the other processes up to date is a write: what says nothing new is not worth one before then. */
const AGAIN_MS = 8000;
const TYPING_AGAIN_MS = 3000;
/** Clocks of processes differ by less. */
const OVERLAP_MS = 10_000;

/** Who looks at which conversation, and who writes in it: gone by itself when nothing more is heard of them. */
export class WhoIsThere {
  readonly #there = new Map<string, Map<string, Presence>>();
  /** What was told of each conversation last, while somebody is there. */
  readonly #told = new Map<string, string>();
  readonly #watchers = new Set<(conversationId: string) => void>();
  #from: Date | undefined;

  constructor(private readonly ports: Pick<StaffPorts, 'stores' | 'now' | 'shared'>) {}

  of(conversationId: string): { name: string; typing: boolean }[] {
    const now = this.ports.now();
    return [...(this.#there.get(conversationId)?.values() ?? [])]
      .filter(({ until }) => until > now)
      .map(({ name, typing, at }) => ({ name, typing: typing && now < ahead(at, TYPING_MS) }));
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
    if (!this.ports.shared) return;
    const again = presence.typing ? TYPING_AGAIN_MS : AGAIN_MS;
    if (isNew || at.getTime() - before.at.getTime() >= again) await this.ports.stores.presence.put(presence);
  }

  /** What another process said, or this one. */
  take(presence: Presence): void {
    const { conversationId, name } = presence;
    const people = this.#there.get(conversationId) ?? new Map<string, Presence>();
    const before = people.get(name);
    if (before && before.at > presence.at) return;
    this.#there.set(conversationId, people.set(name, presence));
    this.#say(conversationId);
  }

  /** Takes what the other processes over the same storage said. */
  async takeOthers(): Promise<void> {
    const began = this.ports.now();
    const people = await this.ports.stores.presence.since(this.#from ?? ahead(began, -HERE_MS));
    people.forEach((one) => this.take(one));
    this.#from = ahead(began, -OVERLAP_MS);
  }

  /** Forgets who has gone, or stopped writing, without a word. */
  expire(): void {
    const now = this.ports.now();
    for (const [conversationId, people] of this.#there) {
      for (const { name, until } of [...people.values()]) if (until <= now) people.delete(name);
      if (people.size === 0) this.#there.delete(conversationId);
      this.#say(conversationId);
    }
  }

  watch(look: (conversationId: string) => void): () => void {
    this.#watchers.add(look);
    return () => this.#watchers.delete(look);
  }

  /** Tells it if it is not what was told before. */
  #say(conversationId: string): void {
    const people = this.of(conversationId);
    const now = people.length > 0 ? JSON.stringify(people) : undefined;
    if (now === this.#told.get(conversationId)) return;
    if (now === undefined) this.#told.delete(conversationId);
    else this.#told.set(conversationId, now);
    this.#watchers.forEach((look) => look(conversationId));
  }
}

const ahead = (from: Date, ms: number) => new Date(from.getTime() + ms);
