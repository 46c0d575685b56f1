import mongoose from 'mongoose';
import nativeDriver, { type NativeBulkWriteResult } from 'mongoose/lib/drivers/node-mongodb-native/index.js';
import type { Doc } from '../bson/values.js';

const { MongoServerError, MongoBulkWriteError } = mongoose.mongo;

/** One refused operation of a bulk write, with the fields of the driver's own WriteError. */
export interface WriteError {
  readonly index: number;
  readonly code: number;
  readonly errmsg: string;
  /** The server's answer: for a duplicate its `keyPattern` and `keyValue`. */
  readonly err: Doc;
}

export type BulkResult = NativeBulkWriteResult;

/** The driver's tally of a bulk write. */
export class BulkTally {
  private readonly raw = {
    ok: 1,
    nInserted: 0,
    nMatched: 0,
    nModified: 0,
    nRemoved: 0,
    nUpserted: 0,
    upserted: [] as { index: number; _id: unknown }[],
    insertedIds: [] as { index: number; _id: unknown }[],
    writeErrors: [] as WriteError[],
    writeConcernErrors: [],
  };

  constructor(private readonly ordered: boolean) {}

  inserted(index: number, _id: unknown): void {
    this.raw.nInserted += 1;
    this.raw.insertedIds.push({ index, _id });
  }

  updated(
    index: number,
    result: { matchedCount: number; modifiedCount: number; upsertedCount: number; upsertedId: unknown },
  ): void {
    this.raw.nMatched += result.matchedCount;
    this.raw.nModified += result.modifiedCount;
    if (result.upsertedCount === 0) return;
    this.raw.nUpserted += 1;
    this.raw.upserted.push({ index, _id: result.upsertedId });
  }

  removed(rows: number): void {
    this.raw.nRemoved += rows;
  }

  refused(index: number, error: InstanceType<typeof MongoServerError>): void {
    const err = { ...error.errorResponse, index, errmsg: error.message } as Doc;
    this.raw.writeErrors.push({ index, code: error.code as number, errmsg: error.message, err });
  }

  /** The result, or MongoBulkWriteError when anything was refused: what was done before stays done. */
  result(): NativeBulkWriteResult {
    const result = new nativeDriver.BulkWriteResult(this.raw, this.ordered);
    const [first] = this.raw.writeErrors;
    if (!first) return result;
    const error = { message: first.errmsg, code: first.code, writeErrors: this.raw.writeErrors };
    throw new MongoBulkWriteError(
      error as unknown as ConstructorParameters<typeof MongoBulkWriteError>[0],
      result as unknown as ConstructorParameters<typeof MongoBulkWriteError>[1],
    );
  }
}

/** One operation of a bulk write, ready to run. */
export interface BulkOperation {
  /** Its place among the models given. */
  readonly index: number;
  readonly run: (tally: BulkTally) => void;
}

/**
 * Runs operations one by one. Ordered stops at the first refusal, unordered goes on; any other error (a type the engine
 * does not carry, a full disk) is thrown, and the caller undoes everything.
 */
export function bulkWrite(operations: readonly BulkOperation[], ordered: boolean): BulkTally {
  const tally = new BulkTally(ordered);
  for (const { index, run } of operations) {
    try {
      run(tally);
    } catch (error) {
      if (!(error instanceof MongoServerError)) throw error;
      tally.refused(index, error);
      if (ordered) break;
    }
  }
  return tally;
}
