const MOST = 10_000;

/**
 * What a query by one key answered, kept while this process alone writes: every write of a key says here what became of it,
 * or that it is unknown again. Where several processes write, each is asked of the store.
 */
export class Remembered<T> {
  readonly #known = new Map<string, T>();
  /** Queries under way that no write has overtaken, by key. */
  readonly #asked = new Map<string, Promise<T>>();

  constructor(
    private readonly alone: boolean,
    private readonly read: (key: string) => Promise<T>,
    /** Answers that are kept; all, when nothing is said. */
    private readonly isKept: (answer: T) => boolean = () => true,
  ) {}

  async of(key: string): Promise<T> {
    if (!this.alone) return this.read(key);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const asked = this.read(key);
    this.#asked.set(key, asked);
    try {
      const answer = await asked;
      if (this.#asked.get(key) === asked && this.isKept(answer)) this.#keep(key, answer);
      return answer;
    } finally {
      if (this.#asked.get(key) === asked) this.#asked.delete(key);
    }
  }

  /** After a write that is known to be done: what the answer is now, if it was known. */
  change(key: string, change: (answer: T) => T): void {
    this.#asked.delete(key);
    const known = this.#known.get(key);
    if (known !== undefined) this.#keep(key, change(known));
  }

  /** Before and after a write whose outcome is not followed. */
  forget(key: string): void {
    this.#asked.delete(key);
    this.#known.delete(key);
  }

  forgetAll(): void {
    this.#asked.clear();
    this.#known.clear();
  }

  #keep(key: string, answer: T): void {
    this.#known.delete(key);
    this.#known.set(key, answer);
    if (this.#known.size > MOST) this.#known.delete(this.#known.keys().next().value!);
  }
}
