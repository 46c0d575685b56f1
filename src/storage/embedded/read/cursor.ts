import { UnsupportedByEmbeddedEngine } from '../errors.js';

/** Where a cursor's documents come from: all at once, or batch by batch. */
export interface Source<T> {
  all(): Promise<T[]>;
  /** Each batch is read when it is asked for; an empty one ends. */
  batches(): AsyncIterator<T[]>;
}

/** The part of the driver's cursors that mongoose and the stores use. */
export class Cursor<T> {
  private batches: AsyncIterator<T[]> | undefined;
  private buffer: T[] = [];
  private mapping: (item: T) => T = (item) => item;
  closed = false;

  constructor(protected readonly source: Source<T>) {}

  async toArray(): Promise<T[]> {
    if (this.closed) return [];
    if (!this.batches) {
      const all = await this.source.all();
      this.closed = true;
      return all.map(this.mapping);
    }
    const rest: T[] = [];
    for await (const item of this) rest.push(item);
    return rest;
  }

  /** The next document, or null at the end. */
  async next(): Promise<T | null> {
    if (!(await this.hasNext())) return null;
    return this.mapping(this.buffer.shift()!);
  }

  async hasNext(): Promise<boolean> {
    if (this.buffer.length > 0) return true;
    if (this.closed) return false;
    this.batches ??= this.source.batches();
    const { value, done } = await this.batches.next();
    if (done) await this.close();
    else this.buffer = value as T[];
    return this.buffer.length > 0;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    try {
      for (let item = await this.next(); item !== null; item = await this.next()) yield item;
    } finally {
      await this.close();
    }
  }

  async forEach(visit: (item: T) => void): Promise<void> {
    for await (const item of this) visit(item);
  }

  map(mapping: (item: T) => T): this {
    const before = this.mapping;
    this.mapping = (item) => mapping(before(item));
    return this;
  }

  /** Starts over. */
  rewind(): void {
    this.batches = undefined;
    this.buffer = [];
    this.closed = false;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.buffer = [];
  }

  /** Batches are in memory already; the driver's hint changes nothing. */
  batchSize(): this {
    return this;
  }

  addCursorFlag(flag: string, value: boolean): this {
    if (value && flag !== 'noCursorTimeout' && flag !== 'partial')
      throw new UnsupportedByEmbeddedEngine(`the cursor flag ${flag}`);
    return this;
  }

  explain(): never {
    throw new UnsupportedByEmbeddedEngine('explain');
  }
}

/** A source whose documents are made in one piece. */
export function inOnePiece<T>(all: () => Promise<T[]>): Source<T> {
  return {
    all,
    batches: async function* () {
      const items = await all();
      if (items.length > 0) yield items;
    },
  };
}
