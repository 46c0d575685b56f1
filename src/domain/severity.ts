import type { Case } from './case.js';
import { largestSum } from './demand.js';
import type { Texts } from './language.js';
import type { Playbook, SeverityRule } from './playbook.js';
import { saidWord } from './said-words.js';

/** Why a case is as severe as it is; `words` are the customer's own, where words decided. */
export interface Raise {
  to: string;
  because: Texts;
  words?: string;
}

export function rankOf(playbook: Playbook, severity: string): number {
  return playbook.severities.findIndex(({ id }) => id === severity);
}

export function highestSeverity(playbook: Playbook): string {
  return playbook.severities.at(-1)?.id ?? '';
}

/** What a case of this kind begins with. */
export function lowestSeverity(playbook: Playbook, kind: string): string {
  return playbook.kinds.find(({ id }) => id === kind)?.severity ?? playbook.severities[0]?.id ?? '';
}

/** The severity above, or the highest itself. */
export function oneStepUp(playbook: Playbook, severity: string): string {
  return playbook.severities[rankOf(playbook, severity) + 1]?.id ?? severity;
}

/** The rules that these words of the customer, or the case's category and amounts, bring in. `counts`: cases per rule with `sameField`. */
export function ruleRaises(
  playbook: Playbook,
  of: { category?: string; fields: Record<string, string>; alarm?: string },
  text: string,
  counts: Record<string, number> = {},
): Raise[] {
  return playbook.severityRules.flatMap((rule) => {
    const word = saidWord(without(text, rule.unless), rule.words);
    const applies =
      word !== undefined ||
      (of.alarm !== undefined && rule.alarms?.includes(of.alarm)) ||
      (of.category !== undefined && rule.categories?.includes(of.category)) ||
      reachesAmount(rule, of.fields) ||
      (rule.sameField !== undefined && (counts[rule.id] ?? 0) >= rule.sameField.cases);
    return applies ? [{ to: rule.to, because: rule.because, ...(word && { words: word }) }] : [];
  });
}

/** The text without what only sounds like a rule's words. */
function without(text: string, unless?: SeverityRule['unless']): string {
  if (!unless) return text;
  const plain = text.normalize('NFKC').toLowerCase();
  return [...unless.zh, ...unless.en].reduce((left, words) => left.replaceAll(words.toLowerCase(), '·'), plain);
}

/** The customer's words that severity is read from. */
export function severityText(fields: Record<string, string>): string {
  return [fields.content, fields.outcome].filter(Boolean).join('\n');
}

/** Earlier cases about the same matter, by the playbook's repeat rule; `earlier` are the same customer's. */
export function repeatsOf(
  playbook: Playbook,
  of: Pick<Case, 'kind' | 'category' | 'fields' | 'number'>,
  earlier: Case[],
): Case[] {
  const outside = (kind: string) => playbook.kinds.some(({ id, noRepeat }) => id === kind && noRepeat);
  if (outside(of.kind)) return [];
  return earlier.filter(
    (other) => other.number !== of.number && !outside(other.kind) && isSameMatter(playbook, of, other),
  );
}

function isSameMatter(
  { repeat }: Playbook,
  a: Pick<Case, 'category' | 'fields'>,
  b: Pick<Case, 'category' | 'fields'>,
): boolean {
  const named = repeat.sameAny.filter((field) => a.fields[field] || b.fields[field]);
  if (named.length > 0) return named.some((field) => sameValue(a.fields[field], b.fields[field]));
  if (!a.category || a.category !== b.category) return false;
  return repeat.sameWhere.every(
    (field) => !a.fields[field] || !b.fields[field] || sameValue(a.fields[field], b.fields[field]),
  );
}

function sameValue(a?: string, b?: string): boolean {
  const plain = (value = '') =>
    value
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\-_.]/g, '');
  return plain(a) !== '' && plain(a) === plain(b);
}

function reachesAmount({ amountAtLeast }: SeverityRule, fields: Record<string, string>): boolean {
  if (amountAtLeast === undefined) return false;
  const stated = Number((fields.amount ?? '').replaceAll(/[^\d.]/g, '')) || largestSum(fields.amount ?? '');
  return Math.max(stated, largestSum(fields.outcome ?? '')) >= amountAtLeast;
}
