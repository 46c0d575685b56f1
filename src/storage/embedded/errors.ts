import mongoose from 'mongoose';

const { MongoServerError } = mongoose.mongo;

/** The embedded engine was asked for something only a MongoDB server can do; the message names it. */
export class UnsupportedByEmbeddedEngine extends Error {
  readonly code = 'UNSUPPORTED_BY_EMBEDDED_ENGINE';

  constructor(readonly feature: string) {
    super(`The embedded engine does not support ${feature}`);
    this.name = 'UnsupportedByEmbeddedEngine';
  }
}

/** MongoDB's own numbers for the refusals that callers can meet. */
export const codes = {
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  DollarPrefixedFieldName: 52,
  NotSingleValueField: 54,
  EmptyFieldName: 56,
  ImmutableField: 66,
  InvalidOptions: 72,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
} as const;

/** A refusal as a MongoDB server words it: `code` and `message` are what callers test. */
export function serverError(code: keyof typeof codes, message: string): Error {
  return new MongoServerError({ message, errmsg: message, code: codes[code], codeName: code });
}

export interface DuplicateKey {
  readonly collection: string;
  readonly index: string;
  readonly keyPattern: Record<string, unknown>;
  readonly keyValue: Record<string, unknown>;
}

/** E11000 with `keyPattern` and `keyValue`, as a unique index of MongoDB raises it. */
export function duplicateKeyError({ collection, index, keyPattern, keyValue }: DuplicateKey): Error {
  const values = Object.entries(keyValue).map(([path, value]) => `${path}: ${JSON.stringify(value) ?? 'null'}`);
  const message = `E11000 duplicate key error collection: ${collection} index: ${index} dup key: { ${values.join(', ')} }`;
  return new MongoServerError({
    message,
    errmsg: message,
    index: 0,
    code: codes.DuplicateKey,
    keyPattern,
    keyValue,
  });
}
