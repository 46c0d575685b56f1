import { types } from 'node:util';

/** A copy without absent values: what a store would give back. */
export function withoutAbsent<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(withoutAbsent) as T;
  if (types.isDate(value) || Buffer.isBuffer(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const one = (value as Record<string, unknown>)[key];
    if (one !== undefined) kept[key] = withoutAbsent(one);
  }
  return kept as T;
}
