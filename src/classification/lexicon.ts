import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { normalise } from './normalise.js';
import { Numbering } from './numbering.js';
import { Occurrences } from './occurrences.js';
import { runsOf, type Run, type Word } from './words.js';

/** A text seen in two views, kept apart so that its many character pieces do not drown its few words. */
export interface Reading {
  words: Occurrences;
  characters: Occurrences;
  /** The words as they stand in the text, for quoting. */
  spoken: Word[];
}

/** A word of a language with spaces: its stem, as a partner in pairs and as a feature, and its pieces. */
interface SpacedWord {
  stem: string;
  partner: number;
  feature: number;
  pieces: Int32Array;
}

/** More than this says nothing new about a complaint, and bounds the time that one text can take. */
const LONGEST = 4000;
/** Strangers are remembered for speed; with more than this all are forgotten. */
const MOST_STRANGERS = 100_000;

/**
 * Finds the features of texts. Chinese: jieba's words, and one and two characters in a row. Languages with spaces: stemmed
 * words, pairs of them, and two to five letters in a row inside a word. A mixed text has all of them. Features that the
 * model does not know are strangers: they say nothing for any label, yet count as something that was said.
 */
export class Lexicon {
  readonly #known: string[] | undefined;
  readonly #spaced = new Map<string, SpacedWord>();
  #numbering: Numbering;

  /** With keys, the lexicon of a finished model: all but these are strangers. */
  constructor(known?: string[]) {
    this.#known = known;
    this.#numbering = new Numbering(known);
  }

  /** The keys of the features met so far, by number. */
  get keys(): string[] {
    return [...this.#numbering.keys];
  }

  read(text: string): Reading {
    this.#forgetStrangers();
    const runs = runsOf(normalise(text.slice(0, LONGEST)));
    const spoken = runs.flatMap(({ words }) => words);
    const reading = { words: new Occurrences(), characters: new Occurrences(), spoken };
    let before: Word | undefined;
    for (const run of runs) {
      for (const word of run.words) {
        if (word.chinese) reading.words.push(this.#numbering.word(word.text), word.start, word.end);
        else this.#readSpaced(word, before, run, reading);
        before = word.chinese ? undefined : word;
      }
      if (run.chinese) this.#readCharacters(run, reading.characters);
    }
    return reading;
  }

  #readSpaced(word: Word, before: Word | undefined, run: Run, { words, characters }: Reading): void {
    const spaced = this.#spacedWord(word.text);
    words.push(spaced.feature, word.start, word.end);
    if (before) {
      const first = this.#spacedWord(before.text);
      const pair = this.#numbering.pair(first.partner, spaced.partner, () => `${first.stem} ${spaced.stem}`);
      words.push(pair, before.start, word.end);
    }
    if (!run.chinese) characters.pushAll(spaced.pieces, word.start, word.end);
  }

  #readCharacters({ text, start }: Run, into: Occurrences): void {
    for (let at = 0; at < text.length; at++) {
      into.push(this.#numbering.characters(text, at, 1), start + at, start + at + 1);
      if (at + 1 < text.length) into.push(this.#numbering.characters(text, at, 2), start + at, start + at + 2);
    }
  }

  #spacedWord(text: string): SpacedWord {
    const known = this.#spaced.get(text);
    if (known) return known;
    const stem = stemmer.stem(text.replace('’', "'"));
    const [feature, partner] = [this.#numbering.word(stem), this.#numbering.partner(stem)];
    const spaced = {
      stem,
      partner,
      feature,
      pieces: Int32Array.from(piecesOf(text), (one) => this.#numbering.piece(one)),
    };
    this.#spaced.set(text, spaced);
    return spaced;
  }

  #forgetStrangers(): void {
    if (!this.#known || this.#numbering.keys.length < this.#known.length + MOST_STRANGERS) return;
    this.#numbering = new Numbering(this.#known);
    this.#spaced.clear();
  }
}

/** Two to five letters in a row, the edges of the word counting as letters. */
function piecesOf(word: string): string[] {
  const edged = ` ${word.slice(0, 40)} `;
  const pieces: string[] = [];
  for (let length = 2; length <= 5; length++) {
    for (let at = 0; at + length <= edged.length; at++) pieces.push(edged.slice(at, at + length));
  }
  return pieces;
}
