import { z } from 'zod';
import type { Condition, ConditionTest } from '../../domain/playbook.js';

const PLAIN = 'kind|source|category|nature|severity|target|tier|department|from|approved-by|acceptance|rounds|reopened';
const FACT = new RegExp(
  `^(${PLAIN}|remedies\\.(sum|kinds)|(fields|args|finding)\\.[\\w-]+|record\\.[\\w-]+(\\.[\\w-]+)?)$`,
);

const test: z.ZodType<ConditionTest> = z.unknown().transform((value, context): ConditionTest => {
  const plain = readTest(value);
  if (plain !== undefined) return plain;
  context.addIssue({
    code: 'custom',
    message: 'write a value, a list of values, yes/no as true or false, {over: 100}, {at-most: 100} or {not: value}',
  });
  return z.NEVER;
});

function readTest(value: unknown): ConditionTest | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (isTexts(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const [[key, than] = [], ...more] = Object.entries(value) as [string, unknown][];
  if (more.length > 0) return undefined;
  if (key === 'over' && typeof than === 'number') return { over: than };
  if (key === 'at-most' && typeof than === 'number') return { atMost: than };
  return key === 'not' && (typeof than === 'string' || isTexts(than)) ? { not: than } : undefined;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string');
}

/** `{nature: valid, remedies.sum: {over: 1000}}` */
export const condition: z.ZodType<Condition> = z.record(
  z.string().regex(FACT, 'no fact of a case has this name'),
  test,
);
