import type { Case } from './case.js';

/** The arguments of operations in which people write; the others are names, codes and times. */
const WRITTEN = [
  'text',
  'note',
  'because',
  'reason',
  'comment',
  'what',
  'outcome',
  'answer',
  'promise',
  'cause',
  'checks',
];

/** What a case is found by: its number, what the customer said, and what staff wrote about it. */
export function searchedText({ number, fields, timeline, guestNote }: Case): string[] {
  const said = Object.values(fields);
  const written = timeline.flatMap(({ detail }) => WRITTEN.map((name) => detail[name]));
  const texts = [...said, guestNote, ...written].filter((text): text is string => typeof text === 'string');
  return [...new Set([number, ...texts])];
}
