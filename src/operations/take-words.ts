import type { CaseWork } from './case-work.js';
import { raiseByWords } from './set-severity.js';

/** The customer said more: it is read for what makes the case major, and whoever handles it is told. */
export function takeWords(work: CaseWork, text: string): void {
  const { of } = work;
  raiseByWords(work, text);
  for (const name of of.owners.filter((one) => one !== 'customer')) {
    work.notifyName(name, { key: 'notify.message', values: { number: of.number, text } });
  }
}
