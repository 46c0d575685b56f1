import type { ReplyChoice } from '../../src/domain/effect.js';
import type { Field } from '../../src/domain/field.js';
import type { Phrase, PhraseValue } from '../../src/domain/phrase.js';
import { choice, choices, namedChoice } from '../choices.js';
import { PHRASES, type PhraseKey } from '../phrases/phrase-keys.js';
import type { Turn } from '../turn.js';
import { phrase, type PlaybookKey } from '../wording/phrase.js';
import { fieldOf, mentionOf } from './fields.js';
import { labelOf } from './shown.js';

/** How many categories are offered before "something else". */
const LIKELIEST = 3;

/** Asks for a field, with its reason the first time; with a partner both in one breath. */
export function askField(turn: Turn, field: Field, partner?: Field): void {
  const draft = turn.draft!;
  const first = !draft.asked.includes(field.id);
  turn.sayPhrases(questionOf(turn, field));
  if (partner) turn.sayPhrases(questionOf(turn, partner));
  const reason = reasonOf(turn, partner ?? field);
  if (first && reason) turn.sayPhrases(reason);
  awaitField(turn, field);
  for (const { id } of partner ? [field, partner] : [field]) if (!draft.asked.includes(id)) draft.asked.push(id);
}

/** The question alone, without its reason: after an interruption, or for the half of a pair that did not come. */
export function askAgain(turn: Turn, field: Field): void {
  turn.sayPhrases(questionOf(turn, field));
  awaitField(turn, field);
}

/** Leaves the field's question open, without words of its own; what it had found out before (tries, detail) stays. */
export function awaitField(
  turn: Turn,
  field: Field,
  { tries = 0, detail }: { tries?: number; detail?: Record<string, string> } = {},
): void {
  turn.ask({ kind: 'field', field: field.id, tries, detail }, choicesOf(turn, field), {
    field: field.id,
    type: field.type,
    optional: field.optional,
  });
}

export function questionOf(turn: Turn, field: Field): Phrase {
  const { playbook } = turn.context;
  const draft = turn.draft;
  const example: PhraseValue = field.example ? { texts: field.example } : '';
  const label: PhraseValue = draft ? labelOf(field, draft, playbook) : { texts: field.label };
  const key = `ask.${field.id}` as PlaybookKey;
  const worded = field.ask !== undefined || key in playbook.wording || key in PHRASES[turn.language];
  if (!worded) return phrase(field.example ? 'ask.any' : 'ask.plain', { field: label, example });
  const person = (draft && mentionOf(field, draft)) ?? '';
  return phrase(key, { example, person, field: label });
}

export function reasonOf(turn: Turn, field: Field): Phrase | undefined {
  const key = `why.${field.id}` as PlaybookKey;
  const worded = field.why !== undefined || key in turn.context.playbook.wording || key in PHRASES[turn.language];
  return worded ? phrase(key) : undefined;
}

function choicesOf(turn: Turn, field: Field): ReplyChoice[] {
  const offered = (field.choices ?? []).map((one) => namedChoice(one, turn.language));
  if (field.unknownAllowed) offered.push(choice('unknown'));
  if (field.optional) offered.push(choice('skip'));
  return offered;
}

export function askKind(turn: Turn, again = false): void {
  const { kinds } = turn.context.playbook;
  turn.say(again ? 'repair.choices' : 'kind.ask');
  turn.ask(
    { kind: 'kind', tries: 0 },
    kinds.map((kind) => ({ id: kind.id, label: kind.label[turn.language] })),
    { field: 'kind', type: 'choice', optional: false },
  );
}

/** Offers the likeliest categories and "something else"; all of them where they are few or none of the likeliest fits. */
export function askCategory(turn: Turn, how: { words?: PhraseKey; all?: boolean } = {}): void {
  const { playbook } = turn.context;
  const ranked = turn.context.classify(turn.draft!.fields['content'] ?? '', 'category').ranked;
  const rank = ({ id }: { id: string }) => ranked.findIndex(({ label }) => label === id) >>> 0;
  const named = playbook.categories.filter(({ id }) => id !== 'other').sort((a, b) => rank(a) - rank(b));
  const few = how.all || named.length <= LIKELIEST + 1;
  const offered = (few ? named : named.slice(0, LIKELIEST)).map((one) => namedChoice(one, turn.language));
  const rest = !few || playbook.categories.some(({ id }) => id === 'other') ? choices('other') : [];
  turn.say(how.words ?? 'category.ask');
  turn.ask({ kind: 'category', tries: 0 }, [...offered, ...rest], {
    field: 'category',
    type: 'choice',
    optional: false,
  });
}

/** Asks for the story. */
export function askContent(turn: Turn): void {
  const field = fieldOf(turn.context.playbook, 'content');
  if (field) awaitField(turn, field);
}
