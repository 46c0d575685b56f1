import type { Field } from '../../src/domain/field.js';
import { plainOf } from './reading.js';
import type { Answer } from './understood.js';

/** By id, by a label in any language, or by its place in the list. */
export function readChoice(text: string, field: Field): Answer {
  const plain = (words: string) =>
    plainOf(words)
      .toLowerCase()
      .replace(/[\s\p{P}\p{S}]/gu, '');
  const typed = plain(text);
  const choices = field.choices ?? [];
  const chosen =
    choices.find(({ id, label }) => [id, ...Object.values(label)].some((name) => plain(name) === typed)) ??
    (/^\d{1,2}$/.test(typed) ? choices[Number(typed) - 1] : undefined) ??
    choices.find(({ label }) =>
      Object.values(label).some((name) => plain(name).length > 1 && typed.includes(plain(name))),
    );
  return chosen ? { value: chosen.id } : { invalid: 'choice', value: text.trim() };
}
