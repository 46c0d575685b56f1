import type { TextReader } from '../domain/ports.js';
import { normalise } from './normalise.js';
import { runsOf } from './words.js';

/** How the search of cases reads what is written and what is looked for. */
export const textReader: TextReader = {
  normalise,
  words: (text) => runsOf(text).flatMap(({ words }) => words.map((word) => word.text)),
};
