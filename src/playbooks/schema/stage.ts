import { z } from 'zod';
import type { Branch, Owner, Stage, StageClock } from '../../domain/playbook.js';
import { condition } from './condition.js';
import { allowed, need, present } from './need.js';
import type { TextsSchema } from './texts.js';
import { duration, id, ids, oneOrMore } from './values.js';

/** `closed`, or `{when: {...}, to: closed}`. */
export const branch: z.ZodType<Branch> = z.preprocess(
  (value) => (typeof value === 'string' ? { to: value } : value),
  z
    .strictObject({
      when: condition.optional(),
      to: id,
      again: z.boolean().optional(),
      another: z.boolean().optional(),
      tell: z.string().optional(),
      'no-survey': z.boolean().optional(),
    })
    .transform(({ 'no-survey': noSurvey, ...rest }) => present({ ...rest, noSurvey })),
);

export const branches = oneOrMore(branch);

const owner: z.ZodType<Owner> = z.preprocess(
  (value) => (typeof value === 'string' ? { roles: [value] } : value),
  z
    .strictObject({
      when: condition.optional(),
      roles: ids,
      assigned: z.boolean().optional(),
      'or-assigned': z.boolean().optional(),
      'who-acted': id.optional(),
    })
    .transform(({ 'or-assigned': orAssigned, 'who-acted': whoActed, ...rest }) =>
      present({ ...rest, orAssigned, whoActed }),
    ),
);

/** A role, several roles that own it together, or owners by condition. */
const owners = z.preprocess((value) => {
  if (!Array.isArray(value)) return value === undefined ? value : [value];
  return value.every((role) => typeof role === 'string') ? [{ roles: value }] : value;
}, z.array(owner).min(1));

const clock: z.ZodType<StageClock> = z.preprocess(
  (value) => (typeof value === 'string' ? { within: value } : value),
  z
    .strictObject({
      id: id.optional(),
      when: condition.optional(),
      unpaused: z.boolean().optional(),
      within: duration.optional(),
      'after-visit': z.int().min(1).max(10_000).optional(),
    })
    .transform(({ within, 'after-visit': afterVisit, ...rest }, context): StageClock => {
      if (within && afterVisit === undefined) return present({ ...rest, duration: within });
      if (!within && afterVisit !== undefined) return present({ ...rest, afterVisit });
      context.addIssue({ code: 'custom', message: 'write either within (a duration) or after-visit (minutes)' });
      return z.NEVER;
    }),
);

const approval = z.strictObject({
  what: z.enum(['remedies', 'change', 'action', 'report', 'dispatch', 'reply']),
  limits: z.record(id, z.number().min(0)).optional(),
  by: ids.optional(),
});

export function stageSchema(texts: TextsSchema): z.ZodType<Omit<Stage, 'id'>> {
  return z
    .strictObject({
      label: texts,
      customer: z.enum(['check', 'assign', 'look', 'solve', 'do', 'reply', 'you', 'visit', 'verify', 'improve']),
      kinds: ids.optional(),
      owner: owners,
      done: oneOrMore(need),
      also: oneOrMore(allowed).optional(),
      remedies: ids.optional(),
      clock: oneOrMore(clock).optional(),
      approval: approval.optional(),
      acceptance: z.enum(['outcome', 'quote', 'sign-off']).optional(),
      next: branches,
      on: z.record(id, branches).optional(),
    })
    .transform(({ customer, owner: owns, done, on, ...rest }) => ({
      ...present(rest),
      customerLabel: customer,
      owner: owns.length === 1 && owns[0]!.roles.join() === 'customer' ? ('customer' as const) : owns,
      needs: done,
      ...(on && { on: Object.entries(on).flatMap(([verb, ways]) => ways.map((way) => ({ ...way, verb }))) }),
    }));
}
