/** Runs work of one key one after another. Work must not wait for its own key: it would wait for itself. */
export class Serial {
  readonly #tails = new Map<string, Promise<unknown>>();

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const mine = before.then(work);
    const tail = mine
      .catch(() => undefined)
      .then(() => {
        if (this.#tails.get(key) === tail) this.#tails.delete(key);
      });
    this.#tails.set(key, tail);
    return mine;
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
