import { PHRASES } from '../../../dialogs/phrases/phrase-keys.js';
import type { Answer } from '../../../dialogs/understanding/understand.js';
import { rewordingsOf } from '../../../dialogs/wording/rewordings-of.js';
import { word } from '../../../dialogs/wording/word.js';
import type { ReplyChoice } from '../../../src/domain/effect.js';
import type { Field } from '../../../src/domain/field.js';
import type { Language, Texts } from '../../../src/domain/language.js';
import type { Choice } from '../../../src/domain/message.js';
import type { Phrase, PhraseValue } from '../../../src/domain/phrase.js';
import type { Playbook } from '../../../src/domain/playbook.js';

interface Reader {
  language: Language;
  at: Date;
}

/** The desk's phrases in a procedure's wording, for the peers. */
export class PeerWording {
  readonly #overrides: Record<string, Texts>;

  constructor(private readonly playbook: Playbook) {
    this.#overrides = rewordingsOf(playbook);
  }

  words(said: Phrase | string | (Phrase | string)[], { language, at: now }: Reader): string {
    return word(said, language, { zone: this.playbook.calendar.zone, now, overrides: this.#overrides });
  }

  choices(offered: ReplyChoice[], reader: Reader): Choice[] {
    return offered.map(({ id, label }) => ({ id, label: this.words(label, reader) }));
  }

  /** A question and its reason. */
  questionOf(field: Field, { language }: Reader): Phrase[] {
    const values = this.#named(field);
    const known = (key: string) => key in this.#overrides || key in PHRASES[language];
    const own = known(`ask.${field.id}`) ? `ask.${field.id}` : field.example ? 'ask.any' : 'ask.plain';
    const reason = `why.${field.id}`;
    return [{ key: own, values: { ...values, person: '' } }, ...(known(reason) ? [{ key: reason }] : [])];
  }

  wrong(read: Extract<Answer, { invalid: string }>, field: Field, reader: Reader): string {
    const values = { ...this.#named(field), value: read.value ?? '' };
    return this.words({ key: `invalid.${read.invalid}`, values }, reader);
  }

  #named(field: Field): Record<string, PhraseValue> {
    return { field: { texts: field.label }, example: field.example ? { texts: field.example } : '' };
  }
}
