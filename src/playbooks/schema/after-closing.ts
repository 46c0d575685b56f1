import { z } from 'zod';
import { condition } from './condition.js';
import { present } from './need.js';
import { duration, id, ids } from './values.js';

/** Who calls back instead of, or beside, the chat survey. */
export const callback = z
  .strictObject({
    by: ids,
    when: condition.optional(),
    after: id.optional(),
    'replaces-survey': z.boolean().optional(),
  })
  .transform(({ 'replaces-survey': replacesSurvey, ...rest }) => present({ ...rest, replacesSurvey }));

/** A month's closed cases drawn by chance for a callback. */
export const sample = z.strictObject({ kinds: ids, percent: z.number().min(0).max(100), by: id, due: duration });

/** A month's money for remedies of one kind. */
export const budget = z.strictObject({
  remedy: id,
  monthly: z.number().min(0),
  at: z.array(z.number().min(1)).min(1),
  tell: ids,
});

export const contacts = z.array(z.strictObject({ with: ids, by: ids }));

export const reports = z.array(z.strictObject({ every: z.enum(['month', 'week']), owner: id }));

/** The stage that a re-opened case enters: one for all kinds, or by kind (`*`: all others). */
export const reopen = z.preprocess(
  (value) => (typeof value === 'string' ? { '*': value } : value),
  z.record(z.union([id, z.literal('*')]), id),
);
