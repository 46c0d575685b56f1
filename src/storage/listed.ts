/** A list that is read once, and again only when something of it changed here; always, unless this process writes alone. */
export class Listed<T> {
  #listed: Promise<T[]> | undefined;

  constructor(
    private readonly alone: boolean,
    private readonly list: () => Promise<T[]>,
  ) {}

  async all(): Promise<T[]> {
    if (!this.alone) return this.list();
    const mine = (this.#listed ??= this.list());
    mine.catch(() => (this.#listed = undefined));
    return [...(await mine)];
  }

  async changing<R>(change: () => Promise<R>): Promise<R> {
    this.#listed = undefined;
    try {
      return await change();
    } finally {
      this.#listed = undefined; // what was listed meanwhile may be from before
    }
  }
}
