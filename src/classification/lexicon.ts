import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { normalise } from './normalise.js';
import { runsOf, type Run, type Word } from './words.js';

/** Occurrences of features in the order of the text: the feature's number and the stretch of the text it covers. */
export interface Occurrences {
  features: number[];
  starts: number[];
  ends: number[];
}

/** A text seen in two views, kept apart so that its many character pieces do not drown its few words. */
export interface Reading {
  words: Occurrences;
  characters: Occurrences;
  /** The words as they stand in the text, for quoting. */
  spoken: Word[];
}

/** More than this says nothing new about a complaint, and bounds the time that one text can take. */
const LONGEST = 4000;
/** Features outside the model that are remembered for speed before they are forgotten again. */
const MOST_STRANGERS = 30_000;

interface SpacedWord {
  stem: string;
  feature: number;
  pieces: number[];
}

/**
 * Numbers the features of texts. Chinese: jieba's words, and one and two characters in a row. Languages with spaces:
 * stemmed words, pairs of them, and two to five letters in a row inside a word. A mixed text has all of them. Features
 * from `size` on are strangers: no model knows them, yet they count as something that was said.
 */
export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #spaced = new Map<string, SpacedWord>();
  #size = Infinity;

  /** With keys, the lexicon of a finished model: these are its features, in this order. */
  constructor(keys?: string[]) {
    keys?.forEach((key) => this.#number(key));
    if (keys) this.#size = keys.length;
  }

  /** The keys of all features in the order of their numbers; `w` and `c` tell the view. */
  get keys(): string[] {
    return [...this.#numbers.keys()];
  }

  read(text: string): Reading {
    if (this.#numbers.size > this.#size + MOST_STRANGERS) this.#forgetStrangers();
    const runs = runsOf(normalise(text.slice(0, LONGEST)));
    const reading = { words: none(), characters: none(), spoken: runs.flatMap(({ words }) => words) };
    let before: (Word & SpacedWord) | undefined;
    for (const run of runs) {
      for (const word of run.words) before = this.#readWord(word, run, before, reading);
      if (run.chinese) this.#readCharacters(run, reading.characters);
    }
    return reading;
  }

  /** Answers the word as the first of a possible pair. */
  #readWord(word: Word, run: Run, before: (Word & SpacedWord) | undefined, { words, characters }: Reading) {
    if (word.chinese) {
      push(words, this.#number(`w${word.text}`), word.start, word.end);
      return undefined;
    }
    const spaced = this.#spacedWord(word.text);
    push(words, spaced.feature, word.start, word.end);
    if (before) push(words, this.#number(`w${before.stem} ${spaced.stem}`), before.start, word.end);
    if (!run.chinese) for (const piece of spaced.pieces) push(characters, piece, word.start, word.end);
    return { ...word, ...spaced };
  }

  #readCharacters({ text, start }: Run, into: Occurrences): void {
    for (let at = 0; at < text.length; at++) {
      push(into, this.#number(`c${text[at]}`), start + at, start + at + 1);
      if (at + 1 < text.length) push(into, this.#number(`c${text.slice(at, at + 2)}`), start + at, start + at + 2);
    }
  }

  #spacedWord(text: string): SpacedWord {
    const known = this.#spaced.get(text);
    if (known) return known;
    const stem = stemmer.stem(text.replace('’', "'"));
    const spaced = { stem, feature: this.#number(`w${stem}`), pieces: piecesOf(text).map((key) => this.#number(key)) };
    this.#spaced.set(text, spaced);
    return spaced;
  }

  #number(key: string): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(key, number);
    }
    return number;
  }

  #forgetStrangers(): void {
    for (const [key, number] of this.#numbers) if (number >= this.#size) this.#numbers.delete(key);
    this.#spaced.clear();
  }
}

/** Two to five letters in a row, the edges of the word counting as letters. */
function piecesOf(word: string): string[] {
  const edged = ` ${word.slice(0, 40)} `;
  const pieces: string[] = [];
  for (let length = 2; length <= 5; length++) {
    for (let at = 0; at + length <= edged.length; at++) pieces.push(`c${edged.slice(at, at + length)}`);
  }
  return pieces;
}

const none = (): Occurrences => ({ features: [], starts: [], ends: [] });

function push({ features, starts, ends }: Occurrences, feature: number, start: number, end: number): void {
  features.push(feature);
  starts.push(start);
  ends.push(end);
}
