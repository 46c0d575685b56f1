import { peek } from '../bson/peek.js';
import { decode, type Doc } from '../bson/values.js';
import type { SqlValue } from '../sql/sqlite.js';

/** One stored document: its place, its bytes as stored and, once somebody asks, what they say. */
export class Row {
  readonly bytes: Buffer;
  private decoded: Doc | undefined;

  constructor(
    readonly seq: number,
    blob: unknown,
    /** What its columns hold, in the layout's order, where they were read too. */
    readonly columns?: readonly SqlValue[],
  ) {
    this.bytes = Buffer.from(blob as ArrayBuffer);
  }

  /** The document; whoever changes it changes what later askers see. */
  get doc(): Doc {
    return (this.decoded ??= decode(this.bytes));
  }

  get id(): unknown {
    return this.decoded ? this.decoded._id : peek(this.bytes, ['_id'])._id;
  }
}

/** A column as it is bound. */
export function asBound(value: unknown): SqlValue {
  return value instanceof ArrayBuffer ? Buffer.from(value) : (value as SqlValue);
}
