import type { Stores } from '../../src/domain/ports.js';

/** What only reads; everything else that a store does is a write. */
const READS =
  /^(find|list|page|due|nextDue|oldestUnhandled|queued|parked|all|get|byHash|latest|byInvitation|ofCustomer|someoneOnDuty|similar|count|withOpenTurn|withEffectsDue|ping|close)$/;

export class Killed extends Error {
  override readonly name = 'Killed';
}

/** Counts the writes of a desk, and from the n-th on lets nothing through any more: the process has died just before it. */
export class Killer {
  writes: string[] = [];
  #killAt = Infinity;
  dead = false;

  /** Counts anew; dies just before the write of this number (1 is the next). */
  arm(killAt = Infinity): void {
    this.writes = [];
    this.#killAt = killAt;
  }

  between = (stores: Stores): Stores => {
    this.dead = false;
    const wrapped = Object.entries(stores).map(([room, store]) => {
      if (typeof store === 'function') return [room, store];
      const guarded = Object.entries(store as Record<string, unknown>).map(([name, method]) => {
        if (typeof method !== 'function') return [name, method];
        return [
          name,
          (...args: unknown[]) => this.#through(`${room}.${name}`, READS.test(name), () => method(...args) as unknown),
        ];
      });
      return [room, Object.fromEntries(guarded)];
    });
    return Object.fromEntries(wrapped) as Stores;
  };

  async #through(name: string, reads: boolean, call: () => unknown): Promise<unknown> {
    if (this.dead) throw new Killed();
    if (!reads) {
      this.writes.push(name);
      if (this.writes.length >= this.#killAt) {
        this.dead = true;
        throw new Killed();
      }
    }
    return call();
  }
}
