import { z } from 'zod';
import { parseDuration, type Duration } from '../../domain/duration.js';

/** Names of things; not those that every JavaScript object has already. */
export const id = z
  .string()
  .max(40)
  .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'write a name of letters, digits, - and _, that begins with a letter')
  .refine((name) => !(name in {}), 'this name is taken, choose another');

/** One, or a list. */
export function oneOrMore<T extends z.ZodType>(item: T) {
  return z.preprocess((value) => (Array.isArray(value) || value === undefined ? value : [value]), z.array(item).min(1));
}

export const ids = oneOrMore(id);

export const duration = z.string().transform((text, context): Duration => {
  try {
    return parseDuration(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

/** Scalars of YAML as the text that arguments have. */
export const word = z.union([z.string(), z.number(), z.boolean()]).transform(String);

export const words = oneOrMore(word);

/** A map as a list whose entries carry their key as `id`. */
export function entries<T>(map: Record<string, T>): (T & { id: string })[] {
  return Object.entries(map).map(([key, value]) => ({ ...value, id: key }));
}
