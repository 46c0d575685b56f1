import type { CaseSearch, TextReader } from '../domain/ports.js';
import { literally, soughtBy, textOf } from './search-text.js';

export type Engine = 'embedded' | 'mongodb';

/** How rows are written for each engine; changed with what `textOf` or `termsOf` makes, so that older rows are mended. */
export const FORMS: Record<Engine, string> = { embedded: 'trigram 1', mongodb: 'terms 1' };

/** Without a language's help: as it is written, in lower case. */
export const AS_WRITTEN: TextReader = { normalise: (text) => text.toLowerCase(), words: (text) => [text] };

const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
/** So many characters at each place make a term: Chinese words are short, and of numbers one remembers a few digits. */
const LENGTH = { han: 3, other: 4 };

const lengthIn = (run: string): number => (/\p{Script=Han}/u.test(run) ? LENGTH.han : LENGTH.other);

/** Case search of one engine. Both decide by the text itself; they differ in what finds the rows worth looking at. */
export function caseSearch(engine: Engine, reader: TextReader): CaseSearch {
  const form = FORMS[engine];
  const byTerms = engine === 'mongodb';
  return {
    form,
    row(of) {
      const searchText = textOf(of, reader);
      return { searchText, searchForm: form, ...(byTerms && { terms: termsOf(searchText) }) };
    },
    filter: (q) =>
      soughtBy(q, reader).map((ways) => {
        const each = ways.map((way) => {
          const stands = { searchText: { $regex: literally(way) } };
          return byTerms ? { $and: [...termsFor(way), stands] } : stands;
        });
        return each.length === 1 ? each[0]! : { $or: each };
      }),
  };
}

/** Each few characters of a text, from every place on: whatever stands anywhere in it begins one of them. */
export function termsOf(text: string): string[] {
  const terms = new Set<string>();
  for (const [run] of text.matchAll(RUNS)) {
    const characters = [...run];
    const length = lengthIn(run);
    characters.forEach((_, at) => terms.add(characters.slice(at, at + length).join('')));
  }
  return [...terms];
}

/** What the terms of a text must hold when these characters stand in it. */
function termsFor(way: string): object[] {
  return [...way.matchAll(RUNS)].flatMap(([run]): object[] => {
    const characters = [...run];
    const length = lengthIn(run);
    if (characters.length < length) return [{ terms: { $regex: `^${run}` } }];
    const places = new Set([0, characters.length - length]);
    return [...places].map((at) => ({ terms: characters.slice(at, at + length).join('') }));
  });
}
