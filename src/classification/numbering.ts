/**
 * Gives each feature a number. Pairs and characters are found by a number made of their parts, which is four times as fast
 * as by their text.
 */
export class Numbering {
  /** By number: `w` and a word, `b` and two words, `p` and a piece of a word, `c` and one or two Chinese characters. */
  readonly keys: string[] = [];
  readonly #words = new Map<string, number>();
  readonly #pieces = new Map<string, number>();
  readonly #pairs = new Map<number, number>();
  readonly #characters = new Map<number, number>();
  /** Every word that is in a pair, feature or not. */
  readonly #partners = new Map<string, number>();

  /** Begins with these features, in this order. */
  constructor(keys: string[] = []) {
    for (const key of keys) {
      const [kind, name] = [key[0], key.slice(1)];
      if (kind === 'w') this.word(name);
      else if (kind === 'p') this.piece(name);
      else if (kind === 'c') this.characters(name, 0, name.length);
      else {
        const [first = '', second = ''] = name.split(' ');
        this.pair(this.partner(first), this.partner(second), () => name);
      }
    }
  }

  word(text: string): number {
    return this.#words.get(text) ?? this.#add(this.#words, text, `w${text}`);
  }

  piece(text: string): number {
    return this.#pieces.get(text) ?? this.#add(this.#pieces, text, `p${text}`);
  }

  /** The number of a word as a part of pairs; it counts apart from those of features. */
  partner(text: string): number {
    const known = this.#partners.get(text);
    if (known !== undefined) return known;
    this.#partners.set(text, this.#partners.size);
    return this.#partners.size - 1;
  }

  /** Two partners in a row; `text` tells what they are when the pair is new. */
  pair(first: number, second: number, text: () => string): number {
    const code = first * 2 ** 26 + second;
    return this.#pairs.get(code) ?? this.#add(this.#pairs, code, `b${text()}`);
  }

  /** One or two UTF-16 units of the text. */
  characters(text: string, at: number, length: number): number {
    const code = text.charCodeAt(at) + (length === 2 ? text.charCodeAt(at + 1) * 65536 : 0);
    return this.#characters.get(code) ?? this.#add(this.#characters, code, `c${text.slice(at, at + length)}`);
  }

  #add<Name>(numbers: Map<Name, number>, name: Name, key: string): number {
    numbers.set(name, this.keys.length);
    return this.keys.push(key) - 1;
  }
}
