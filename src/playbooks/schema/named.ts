import { z } from 'zod';
import { LANGUAGES, type Language } from '../../domain/language.js';
import type { Named } from '../../domain/playbook.js';
import { present } from './need.js';
import { textKeys, textsOf } from './texts.js';
import { entries, id } from './values.js';

/** A map from id to labels, with further keys beside the languages: `{equipment: {zh-CN: 设备, ..., feel: broken}}`. */
export function namedMap<Extra extends z.ZodRawShape>(languages: Language[], extra: Extra) {
  const one = z.strictObject({ ...textKeys(languages), ...extra }).transform((map) => {
    const keys = Object.entries(map as Record<string, unknown>);
    const more = Object.fromEntries(keys.filter(([key]) => !(LANGUAGES as readonly string[]).includes(key)));
    const label = textsOf(map as Partial<Record<Language, string>>, languages);
    return present({ label, ...more });
  });
  type Entry = Named & z.infer<z.ZodObject<Extra>>;
  return z.record(id, one).transform((map) => entries<Omit<Named, 'id'>>(map) as Entry[]);
}
