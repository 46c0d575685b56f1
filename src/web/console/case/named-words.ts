import type { Need, Playbook } from '../api/playbook-shapes.js';

/** What a procedure names for an argument: only records with these words move its cases on. */
export interface NamedWords {
  words: string[];
  /** All of them are wanted in one record, separated by commas. */
  together: boolean;
}

/** The words that the procedure's needs name for an argument, those of the present stage first; undefined where they name none. */
export function namedWords(
  playbook: Playbook | undefined,
  stage: string,
  verb: string,
  argument: string,
): NamedWords | undefined {
  if (!playbook) return undefined;
  const needs = needsOf(playbook, stage).filter((need) => need.verb === verb);
  const reserved = verb === 'record-contact' && argument === 'with' ? contactsOf(playbook) : [];
  const words = [...new Set([...needs.flatMap((need) => wordsOf(need, argument)), ...reserved])];
  const together = needs.some(({ all }) => all?.argument === argument);
  return words.length > 0 ? { words, together } : undefined;
}

/** A contact with the customer counts under every procedure, whatever its stages need. */
function contactsOf({ contacts = [] }: Playbook): string[] {
  return ['customer', ...contacts.flatMap((one) => one.with)];
}

function needsOf({ stages, closing = [], caseClocks }: Playbook, stage: string): Need[] {
  const here = stages.filter(({ id }) => id === stage);
  const elsewhere = stages.filter(({ id }) => id !== stage);
  return [
    ...[...here, ...elsewhere].flatMap(({ needs }) => needs),
    ...closing,
    ...caseClocks.flatMap(({ metBy = [] }) => metBy),
  ];
}

function wordsOf({ where, all, distinct }: Need, argument: string): string[] {
  return [
    ...(where?.[argument] ?? []),
    ...(all?.argument === argument ? all.of : []),
    ...(distinct?.argument === argument ? distinct.among : []),
  ];
}

/** The id of the word that was typed by its label, else what was typed. */
export function meantBy(options: { value: string; label: string }[], typed: string): string {
  const said = typed.trim().toLowerCase();
  return options.find(({ label }) => label.toLowerCase() === said)?.value ?? typed;
}
