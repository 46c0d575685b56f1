import { z } from 'zod';
import { dueOfDate, fromLocal } from '../domain/working-time.js';
import type { CaseWork } from './case-work.js';
import { invalid } from './refused.js';

const LONGEST = 8000;

/** Words that must be given. */
export const text = z.string().trim().min(1).max(LONGEST);

/** Words that may be none. */
export const words = z.string().trim().max(LONGEST);

/** An id, a name or a short value. */
export const word = z.string().trim().min(1).max(200);

export const yesNo = z.enum(['yes', 'no']);

/** An amount of money in whole units with up to two decimals, as a number or its digits. */
export const amount = z.union([z.number(), digits(/^\d{1,12}(\.\d{1,2})?$/)]).pipe(z.number().min(0).max(1e12));

/** A score of a survey or a callback. */
export const score = z.union([z.number(), digits(/^[1-5]$/)]).pipe(z.number().int().min(1).max(5));

/** Counts from 0. */
export const index = z.union([z.number(), digits(/^\d{1,4}$/)]).pipe(z.number().int().min(0));

function digits(pattern: RegExp) {
  return z.string().trim().regex(pattern).transform(Number);
}

/** `YYYY-MM-DD` (18:00 of that day) or `YYYY-MM-DD HH:MM` of the playbook's zone, or an instant with an offset. */
export function readTime(work: CaseWork, argument: string, value: string): Date {
  const { calendar } = work.playbook;
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return dueOfDate(value, calendar);
    if (/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d$/.test(value)) return fromLocal(value.replace('T', ' '), calendar.zone);
    const at = /(Z|[+-]\d\d:?\d\d)$/.test(value) ? new Date(value) : undefined;
    if (at && !Number.isNaN(at.getTime())) return at;
  } catch {
    // An impossible date is refused below, like any other text.
  }
  throw invalid(argument, `"${argument}" must be a time: YYYY-MM-DD or YYYY-MM-DD HH:MM.`);
}

/** One of the ids of a list of the playbook. */
export function mustBeOneOf(argument: string, value: string | undefined, ids: string[]): void {
  if (value !== undefined && !ids.includes(value)) {
    throw invalid(argument, `"${argument}" must be one of: ${ids.join(', ') || 'nothing here'}.`);
  }
}
