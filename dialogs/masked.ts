import type { PhraseValue } from '../src/domain/phrase.js';
import type { Turn } from './turn.js';
import { phrase } from './wording/phrase.js';

/** Says what was hidden by its last digits; of a short code nothing is shown. */
export function sayMasked(turn: Turn, masked: string[]): void {
  const shown = masked.map((last): PhraseValue =>
    /^\w+$/.test(last) ? { phrase: phrase('value.tail', { last }) } : last,
  );
  turn.say('privacy.mask', { masked: { list: shown } });
}
