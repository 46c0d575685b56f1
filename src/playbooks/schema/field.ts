import { z } from 'zod';
import type { Field } from '../../domain/field.js';
import type { Language } from '../../domain/language.js';
import { namedMap } from './named.js';
import { present } from './need.js';
import { sameOrTexts, type TextsSchema } from './texts.js';
import { ids, oneOrMore } from './values.js';

const pattern = z.string().max(200).refine(compiles, 'this regular expression does not compile');

function compiles(source: string): boolean {
  try {
    return new RegExp(`^(?:${source})$`) instanceof RegExp;
  } catch {
    return false;
  }
}

export function fieldSchema(texts: TextsSchema, languages: Language[]): z.ZodType<Omit<Field, 'id'>> {
  return z
    .strictObject({
      label: texts,
      type: z.enum(['text', 'datetime', 'phone', 'email', 'amount', 'choice', 'file']),
      optional: z.boolean().optional(),
      kinds: ids.optional(),
      categories: ids.optional(),
      example: sameOrTexts(texts).optional(),
      ask: texts.optional(),
      why: texts.optional(),
      pattern: pattern.optional(),
      choices: namedMap(languages, {}).optional(),
      'asked-when': oneOrMore(z.string().min(1)).optional(),
      'unknown-allowed': z.boolean().optional(),
    })
    .refine(({ type, choices }) => (type === 'choice') === (choices?.length ?? 0) > 0, {
      path: ['choices'],
      message: 'a field of type choice needs choices, and no other field has them',
    })
    .transform(({ optional, 'asked-when': askedWhen, 'unknown-allowed': unknownAllowed, ...rest }) => ({
      ...present({ ...rest, askedWhen, unknownAllowed }),
      optional: optional ?? false,
    }));
}
