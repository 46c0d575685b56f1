import { createHash } from 'node:crypto';
import type { TimelineEntry } from './case.js';

/** Adds what happened; the entry's hash covers the one before, and personal text only as a salted digest. */
export function appendEntry(
  timeline: TimelineEntry[],
  entry: Pick<TimelineEntry, 'at' | 'by' | 'what' | 'detail' | 'cause'>,
  salt: string,
): TimelineEntry[] {
  const digest = digestOf(entry.detail, salt);
  return [...timeline, { ...entry, salt, digest, hash: hashOf({ ...entry, digest }, timeline.at(-1)?.hash) }];
}

/** The index of the first entry that was changed after it was written; undefined when all stand. */
export function firstBroken(timeline: TimelineEntry[]): number | undefined {
  const index = timeline.findIndex(
    (entry, n) =>
      entry.hash !== hashOf(entry, timeline[n - 1]?.hash) ||
      (entry.salt !== '' && entry.digest !== digestOf(entry.detail, entry.salt)),
  );
  return index < 0 ? undefined : index;
}

/** The entry without its personal text; the chain still verifies. */
export function erased(entry: TimelineEntry): TimelineEntry {
  return { ...entry, detail: {}, salt: '' };
}

function digestOf(detail: Record<string, unknown>, salt: string): string {
  return sha256(`${salt}\n${canonical(detail)}`);
}

function hashOf(entry: Pick<TimelineEntry, 'at' | 'by' | 'what' | 'cause' | 'digest'>, before = ''): string {
  const { at, by, what, cause, digest } = entry;
  return sha256([before, at.toISOString(), by, what, cause, digest].map((part) => JSON.stringify(part)).join('\n'));
}

/** JSON that does not depend on the order of keys, nor on values that a store would drop. */
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined && one !== null);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
    .join()}}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
