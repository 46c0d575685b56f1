import type { Phrase, PhraseValue } from '../../src/domain/phrase.js';
import type { PhraseKey } from '../phrases/phrase-keys.js';

/** Keys that a playbook's own wording may add. */
export type PlaybookKey = `${'ask' | 'why' | 'feel' | 'stage' | 'category'}.${string}`;

/** A phrase whose key is checked by the compiler. */
export function phrase(key: PhraseKey | PlaybookKey, values?: Record<string, PhraseValue>): Phrase {
  return values ? { key, values } : { key };
}
