/** A key of the phrase files and what fills its placeholders; worded last, in the customer's language. */
export interface Phrase {
  key: string;
  values?: Record<string, PhraseValue>;
}

export type PhraseValue =
  | string
  | number
  | { date: string; form: 'promise' | 'past' | 'vague' | 'day' }
  | { amount: number; currency?: string }
  | { phrase: Phrase }
  | { texts: Record<string, string> }
  | { list: PhraseValue[] }
  | { lines: [PhraseValue, PhraseValue][] };
