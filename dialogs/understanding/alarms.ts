import { matchesOf } from '../../src/domain/matches.js';
import { ALARM_WORDS, DENIED, HARMLESS, UNDENIABLE } from './alarm-words.js';
import { clausesOf } from './clauses.js';
import { onlyInsults } from './insults.js';
import type { Alarm } from './understood.js';

/** The ladder, highest rung first. */
export const ALARMS: readonly Alarm[] = [
  'self-harm',
  'danger',
  'injury',
  'violence',
  'harassment',
  'bereavement',
  'face',
  'public',
  'money',
];

/** The rungs of the ladder that a plain text calls, highest first. */
export function findAlarms(plain: string): Alarm[] {
  const serious = plain.replace(HARMLESS, (words) => '·'.repeat(words.length));
  return ALARMS.filter((alarm) =>
    matchesOf(serious, ALARM_WORDS[alarm]).some(({ index }) => counts(serious, alarm, index)),
  );
}

function counts(plain: string, alarm: Alarm, index: number): boolean {
  if (alarm === 'money') return !onlyInsults(clauseAround(plain, index));
  if (UNDENIABLE.includes(alarm)) return true;
  if (DENIED.test(plain.slice(Math.max(0, index - 16), index))) return false;
  return !/^[^,，。;；!！?？\n]{0,12}\b(?:nobody|no one|none)\b/i.test(plain.slice(index));
}

function clauseAround(plain: string, index: number): string {
  const from = Math.max(0, index - 200);
  const near = plain.slice(from, index + 200);
  const clause = clausesOf(near).find(({ start, end }) => start <= index - from && index - from < end);
  return clause ? near.slice(clause.start, clause.end) : near;
}
