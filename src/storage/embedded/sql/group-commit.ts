import { setImmediate } from 'node:timers';
import type { Checkpoints } from './checkpoints.js';
import type { Sqlite } from './sqlite.js';

interface Waiting {
  settle(): void;
  fail(error: unknown): void;
}

/** Turns of the event loop that share a commit at most: a commit costs as much as many operations. */
const MOST_TURNS = 12;

/**
 * One SQLite commit for all operations of one turn of the event loop, or of a few busy ones. Each operation runs at once,
 * in order, and sees those before it; what it answers, refusals and reads included, is told only after the commit, so that
 * nobody acts on what a crash could still undo.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private closed = false;

  constructor(
    private readonly sqlite: Sqlite,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** Runs a write inside the shared transaction. A refusal of `work` must leave nothing half done. */
  write<T>(work: () => T): Promise<T> {
    try {
      this.open();
    } catch (error) {
      return Promise.reject(error as Error);
    }
    return this.afterCommit(work);
  }

  /** Runs a read: at once when nothing is pending, else answered with the pending commit. */
  async read<T>(work: () => T): Promise<T> {
    this.refuseWhenClosed();
    return this.waiting.length > 0 ? this.afterCommit(work) : work();
  }

  /** Runs `work` in a transaction of its own, committed when this returns. For changes of the schema. */
  alone<T>(work: () => T): T {
    this.refuseWhenClosed();
    this.commit();
    this.sqlite.run('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.sqlite.run('COMMIT');
      return result;
    } catch (error) {
      if (this.sqlite.inTransaction) this.sqlite.run('ROLLBACK');
      throw error;
    }
  }

  /** Commits what is pending and lets nothing more in. */
  close(): void {
    this.commit();
    this.closed = true;
  }

  private refuseWhenClosed(): void {
    if (this.closed) throw new Error('The embedded desk is closed');
  }

  private open(): void {
    this.refuseWhenClosed();
    if (this.sqlite.inTransaction) return;
    this.sqlite.run('BEGIN IMMEDIATE');
    this.commitSoon(1, MOST_TURNS);
  }

  /** Commits after this turn of the event loop, or a few turns later while more joins in every one of them. */
  private commitSoon(seen: number, turns: number): void {
    setImmediate(() => {
      const now = this.waiting.length;
      if (now > seen && turns > 1) this.commitSoon(now, turns - 1);
      else this.commit();
    });
  }

  private afterCommit<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.waiting.push(outcome(work, resolve, reject));
      // A full disk or a failing one rolls the whole transaction back by itself.
      if (!this.sqlite.inTransaction) this.failAll(new Error('The transaction was rolled back by SQLite'));
    });
  }

  private commit(): void {
    if (this.waiting.length === 0) return;
    try {
      this.sqlite.run('COMMIT');
    } catch (error) {
      if (this.sqlite.inTransaction) this.sqlite.run('ROLLBACK');
      this.failAll(error);
      return;
    }
    for (const { settle } of this.takeWaiting()) settle();
    this.checkpoints.committed();
  }

  private failAll(error: unknown): void {
    for (const { fail } of this.takeWaiting()) fail(error);
  }

  private takeWaiting(): Waiting[] {
    const taken = this.waiting;
    this.waiting = [];
    return taken;
  }
}

function outcome<T>(work: () => T, resolve: (value: T) => void, reject: (error: unknown) => void): Waiting {
  try {
    const value = work();
    return { settle: () => resolve(value), fail: reject };
  } catch (error) {
    // When SQLite itself gave up, its own error says more than the lost transaction.
    return { settle: () => reject(error), fail: () => reject(error) };
  }
}
