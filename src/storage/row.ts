import { types } from 'node:util';
import type { Row } from './models.js';

/** A MongoDB-style "this key exists". */
export function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 11000;
}

/** Inserts; false when the key is taken. */
export async function inserted(insert: Promise<unknown>): Promise<boolean> {
  try {
    await insert;
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** The domain's object in a row, without what only queries use. */
export function fromRow<T>(
  row: Row | null | undefined,
  id: string | undefined,
  ...onlyForQueries: string[]
): T | undefined {
  if (!row) return undefined;
  const { _id, ...rest } = row;
  for (const name of onlyForQueries) delete (rest as Record<string, unknown>)[name];
  return (id ? { ...rest, [id]: _id } : rest) as T;
}

/** Drops absent values, so that both engines store the same document. */
export function plain<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plain) as T;
  if (types.isDate(value) || Buffer.isBuffer(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const one = (value as Record<string, unknown>)[key];
    if (one !== undefined) kept[key] = plain(one);
  }
  return kept as T;
}
