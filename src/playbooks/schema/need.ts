import { z } from 'zod';
import type { Allowed, Need } from '../../domain/playbook.js';
import { condition } from './condition.js';
import { id, ids, oneOrMore, words } from './values.js';

const where = z.record(id, words);

const each = oneOrMore(
  z.preprocess(
    (role) => (typeof role === 'string' ? { role } : role),
    z.strictObject({ role: id, when: condition.optional() }),
  ),
);

const detail = z.strictObject({
  verb: id,
  when: condition.optional(),
  with: ids.optional(),
  where: where.optional(),
  'where-not': where.optional(),
  all: z.strictObject({ argument: id, of: words, or: id.optional() }).optional(),
  distinct: z
    .strictObject({
      argument: id,
      count: z.int().min(1),
      among: words,
      including: z.array(z.strictObject({ when: condition.optional(), value: z.string() })).optional(),
    })
    .optional(),
  by: ids.optional(),
  'by-where': z.array(z.strictObject({ where, by: ids })).optional(),
  uninvolved: z.boolean().optional(),
  'all-done': words.optional(),
  each: each.optional(),
  'or-clock': id.optional(),
});

/** `approve`, `{classify: [category, severity]}` or `{record-finding: {with: [cause], by: [manager]}}`. */
export const need: z.ZodType<Need> = z.preprocess(
  (value) => unfold(value, 'with'),
  detail.transform(
    ({ 'where-not': whereNot, 'by-where': byWhere, 'all-done': allDone, each: roles, 'or-clock': orClock, ...rest }) =>
      present({ ...rest, whereNot, byWhere, allDone, each: roles && { roles }, orClock }),
  ),
);

/** `schedule-visit` or `{schedule-visit: [window, assigned]}` or `{say: {when: ...}}`. */
export const allowed: z.ZodType<Allowed> = z.preprocess(
  (value) => unfold(value, 'by'),
  z.strictObject({ verb: id, when: condition.optional(), by: ids.optional() }),
);

/** A verb alone, or a map from the verb to a list or to details. */
function unfold(value: unknown, list: 'with' | 'by'): unknown {
  if (typeof value === 'string') return { verb: value };
  const pairs = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  const [verb, detail] = pairs[0] ?? [];
  if (pairs.length !== 1 || verb === undefined) return value;
  if (detail === null) return { verb };
  return typeof detail === 'object' && !Array.isArray(detail) ? { ...detail, verb } : { verb, [list]: detail };
}

/** Without the keys that were not given. */
export function present<T extends object>(map: T): T {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined)) as T;
}
