import type { PlaybookError } from './playbook-error.js';

/** A sentence that a customer might write, and its category. */
export interface Example {
  category: string;
  text: string;
}

/** Reads `category<TAB>sentence` lines; lines that begin with `#` are comments. Faults are answered by line. */
export function readExamples(text: string, file: string, categories: string[]) {
  const examples: Example[] = [];
  const errors: PlaybookError[] = [];
  text.split(/\r?\n/).forEach((written, index) => {
    const line = written.replace(/^\uFEFF/, '');
    if (line.trim() === '' || line.startsWith('#')) return;
    const [category = '', ...rest] = line.split('\t');
    const sentence = rest.join(' ').trim();
    const message = faultOf(category, sentence, rest.length > 0, categories);
    if (message) errors.push({ file, line: index + 1, field: 'examples', message });
    else examples.push({ category, text: sentence });
  });
  return { examples, errors };
}

function faultOf(category: string, sentence: string, tab: boolean, categories: string[]): string | undefined {
  if (!tab) return 'write a category, a tab and a sentence';
  if (!categories.includes(category)) return `there is no category "${category}": known are ${categories.join(', ')}`;
  return sentence === '' ? 'the sentence is missing' : undefined;
}
