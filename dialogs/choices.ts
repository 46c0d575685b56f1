import type { ReplyChoice } from '../src/domain/effect.js';
import type { Language, Texts } from '../src/domain/language.js';
import type { Playbook } from '../src/domain/playbook.js';
import { PHRASES, type PhraseKey } from './phrases/phrase-keys.js';
import { phrase } from './wording/phrase.js';

type ChoiceKey = Extract<PhraseKey, `choice.${string}`>;

/** A choice of the phrase table; `id` is what comes back. */
export function choice(id: string, key: ChoiceKey = `choice.${id}` as ChoiceKey): ReplyChoice {
  return { id, label: phrase(key) };
}

export function choices(...ids: string[]): ReplyChoice[] {
  return ids.map((id) => choice(id));
}

/** A choice that a playbook names (a category, a kind, a value of a field). */
export function namedChoice({ id, label }: { id: string; label: Texts }, language: Language): ReplyChoice {
  return { id, label: label[language] };
}

const LABEL_KEYS: Record<string, ChoiceKey[]> = {
  accept: ['choice.accept', 'choice.quote.accept', 'choice.signoff.accept'],
  refuse: ['choice.refuse', 'choice.quote.refuse', 'choice.signoff.refuse'],
  yes: ['choice.yes', 'choice.add'],
  no: ['choice.no', 'choice.new'],
};

/** Which of the offered choices the typed text names: by id, label in any language, or place in the list. */
export function chosenByWords(text: string, offered: string[], playbook: Playbook): string | undefined {
  const typed = plain(text);
  if (typed === '' || typed.length > 40) return undefined;
  const byName = offered.find((id) => namesOf(id, playbook).some((name) => isNamed(typed, name)));
  return byName ?? (/^\d$/.test(typed) && !offered.includes('1') ? offered[Number(typed) - 1] : undefined);
}

/** The whole label, or a score's without its number: "2 不满意" is chosen by 不满意. */
function isNamed(typed: string, name: string): boolean {
  return name === typed || (/^\d\D/.test(name) && name.slice(1) === typed);
}

const MOST_NAMED = 500;

const names = new WeakMap<Playbook, Map<string, string[]>>();

/** What a choice is called, in plain letters: read once. */
function namesOf(id: string, playbook: Playbook): string[] {
  const known = names.get(playbook) ?? new Map<string, string[]>();
  names.set(playbook, known);
  const found = known.get(id) ?? readNames(id, playbook).map(plain);
  if (known.size < MOST_NAMED) known.set(id, found); // some ids are case numbers
  return found;
}

function readNames(id: string, playbook: Playbook): string[] {
  const keys = LABEL_KEYS[id] ?? [`choice.${id}` as ChoiceKey];
  const own = Object.values(PHRASES).flatMap((texts) => keys.map((key) => texts[key] ?? ''));
  const named = [
    ...playbook.categories,
    ...playbook.kinds,
    ...playbook.fields,
    ...playbook.fields.flatMap((field) => field.choices ?? []),
  ].filter((one) => one.id === id);
  return [id, ...own, ...named.flatMap(({ label }) => Object.values(label))];
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}
