import { readCaseNumber } from '../src/domain/case-number.js';
import type { Heard } from './listen.js';
import type { Turn } from './turn.js';

/** The one-time code of "continue on another device": eight digits and nothing else. */
const CODE = /^\s*(\d{8}|\d{4}[ -]\d{4})\s*$/;

/** A code typed where nothing else is being taken down joins this chat to the other. */
export function joinByCode(turn: Turn, heard: Heard): boolean {
  const code = CODE.exec(heard.text)?.[1]?.replace(/\D/g, '');
  if (code === undefined || turn.draft || heard.event.choice !== undefined) return false;
  // No code is the number of a case.
  if (readCaseNumber(code) !== undefined) return false;
  turn.perform.push({ verb: 'join-by-code', args: { code } });
  return true;
}
