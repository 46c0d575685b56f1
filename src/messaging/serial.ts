import { AsyncLocalStorage } from 'node:async_hooks';

/** Runs work of one key one after another; work that already runs under a key may re-enter it. */
export class Serial {
  readonly #tails = new Map<string, Promise<unknown>>();
  readonly #held = new AsyncLocalStorage<string>();

  /** Whether the caller runs under this key; undefined: under none. */
  get held(): string | undefined {
    return this.#held.getStore();
  }

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (this.held === key) return work();
    const before = this.#tails.get(key) ?? Promise.resolve();
    const mine = before.then(() => this.#held.run(key, work));
    const tail = mine
      .catch(() => undefined)
      .then(() => {
        if (this.#tails.get(key) === tail) this.#tails.delete(key);
      });
    this.#tails.set(key, tail);
    return mine;
  }

  /** Leaves the key that is held, for work that must not run inside it. */
  outside<T>(work: () => Promise<T>): Promise<T> {
    return this.#held.exit(work);
  }

  /** Settles when nothing runs and nothing waits; with a key: only there. */
  async idle(key?: string): Promise<void> {
    if (key !== undefined) {
      for (let tail = this.#tails.get(key); tail; tail = this.#tails.get(key)) await tail;
      return;
    }
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }
}
