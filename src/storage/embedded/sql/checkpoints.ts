import { Worker } from 'node:worker_threads';

/** Commits between two checkpoints: a few megabytes of WAL, more when many turns share a commit. */
const COMMITS = 500;

/** The thread's whole program. It is text because built, tested and benchmarked code lie under different names. */
const PROGRAM = `
  const { parentPort, workerData } = require('node:worker_threads');
  const Database = require('node:module').createRequire(workerData.from)('libsql');
  const database = new Database(workerData.file);
  parentPort.on('message', () => {
    database.exec('PRAGMA wal_checkpoint(PASSIVE)');
    parentPort.postMessage('done');
  });
`;

/**
 * Moves what the WAL holds into the file, in a thread of its own: it waits for the disk, and turns should not. Nothing
 * depends on it: when the thread ends, SQLite's own checkpoints come at a later mark.
 */
export class Checkpoints {
  private thread: Worker | undefined;
  private commits = 0;
  private busy = false;

  constructor(private readonly file: string) {}

  /** Counts a commit; begins a checkpoint when enough of them have come. */
  committed(): void {
    this.commits += 1;
    if (this.commits < COMMITS || this.busy) return;
    this.commits = 0;
    this.busy = true;
    this.thread ??= this.started();
    this.thread.postMessage('checkpoint');
  }

  async close(): Promise<void> {
    this.busy = true;
    await this.thread?.terminate();
  }

  private started(): Worker {
    const thread = new Worker(PROGRAM, { eval: true, workerData: { file: this.file, from: import.meta.url } });
    thread.on('message', () => (this.busy = false));
    thread.on('error', () => undefined); // busy from then on: no further checkpoint is asked for
    thread.unref();
    return thread;
  }
}
