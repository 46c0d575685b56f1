import type { Document } from './document.js';
import type { Occurrences, Reading } from './lexicon.js';

const MOST_WORDS = 5;

/**
 * The words of the original text that spoke for a label, heaviest first. What a feature says for the label beyond what it
 * says for the labels on average is spread over the stretch of text that it covers; a word gets what lies on it.
 */
export function decidingWords(
  text: string,
  { words, characters, spoken }: Reading,
  document: Document,
  weights: Float32Array,
  labels: number,
  label: number,
): string[] {
  const evidence = new Map<number, number>();
  document.features.forEach((feature, i) => {
    const at = feature * labels;
    if (at >= weights.length) return;
    let mean = 0;
    for (let other = 0; other < labels; other++) mean += weights[at + other]! / labels;
    evidence.set(feature, (document.values[i]! * (weights[at + label]! - mean)) / document.times[i]!);
  });
  const end = spoken.at(-1)?.end ?? 0;
  const ground = new Float64Array(end);
  lay(words, evidence, ground);
  lay(characters, evidence, ground);

  const heard = new Map<string, number>();
  for (const word of spoken) {
    const quote = text.slice(word.start, word.end);
    const weight = ground.subarray(word.start, word.end).reduce((sum, one) => sum + one, 0);
    heard.set(quote, (heard.get(quote) ?? 0) + weight);
  }
  return [...heard]
    .filter(([, weight]) => weight > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_WORDS)
    .map(([quote]) => quote);
}

function lay({ features, starts, ends }: Occurrences, evidence: Map<number, number>, ground: Float64Array): void {
  for (let i = 0; i < features.length; i++) {
    const found = evidence.get(features[i]!);
    if (found === undefined) continue;
    const [start, end] = [starts[i]!, ends[i]!];
    for (let at = start; at < end; at++) ground[at]! += found / (end - start);
  }
}
