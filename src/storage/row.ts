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
