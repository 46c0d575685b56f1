import type { Document } from './document.js';
import type { Reading } from './lexicon.js';

const MOST_WORDS = 5;
/** Less than this is rounding. */
const FAINTEST = 1e-6;

/**
 * The words of the original text that spoke for a label, heaviest first. What a feature says for it is spread over the
 * stretches of text where the feature stands; a word gets what lies on it.
 * @param saying what each feature of the document says for the label, beyond what it says for labels on average
 */
export function decidingWords(text: string, reading: Reading, document: Document, saying: Float64Array): string[] {
  const { words, characters, spoken } = reading;
  const ground = new Float64Array((spoken.at(-1)?.end ?? 0) + 1);
  let occurrence = 0;
  for (const { length, starts, ends } of [words, characters]) {
    for (let i = 0; i < length; i++) {
      const place = document.places[occurrence++]!;
      const share = saying[place]! / (ends[i]! - starts[i]!);
      ground[starts[i]!]! += share;
      ground[ends[i]!]! -= share;
    }
  }
  // Each position holds the change against the one before: summed up, `ground` is what was said up to there.
  const upTo = new Float64Array(ground.length + 1);
  for (let at = 0, here = 0; at < ground.length; at++) {
    here += ground[at]!;
    upTo[at + 1] = upTo[at]! + here;
  }

  const weights = Float64Array.from(spoken, ({ start, end }) => upTo[end]! - upTo[start]!);
  const heaviest = [...weights.keys()]
    .filter((at) => weights[at]! > FAINTEST)
    .sort((a, b) => weights[b]! - weights[a]!);
  const quotes = new Set<string>();
  for (const at of heaviest) {
    if (quotes.size < MOST_WORDS) quotes.add(text.slice(spoken[at]!.start, spoken[at]!.end));
  }
  return [...quotes];
}
