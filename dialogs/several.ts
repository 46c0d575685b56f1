import type { ReplyChoice } from '../src/domain/effect.js';
import { matchesOf } from '../src/domain/matches.js';
import type { PhraseValue } from '../src/domain/phrase.js';
import { beginDraft, setField } from './intake/draft.js';
import { startMatter } from './intake/start-matter.js';
import { listen, readingContext, type Heard } from './listen.js';
import type { Turn } from './turn.js';
import { mattersIn } from './understanding/matters.js';
import { understand } from './understanding/understand.js';
import { phrase } from './wording/phrase.js';

/** What is the same in every matter of one message: who the customer is and how to reach them. */
const SHARED = ['name', 'phone', 'email', 'company'];
/** A label holds so many characters of a matter. */
const LABEL = { han: 16, latin: 32 };

type Contact = [field: string, value: string][];

/** Several complaints in one message: which comes first is asked, the others follow one by one. True when it was asked. */
export function askWhichFirst(turn: Turn, heard: Heard): boolean {
  const matters = mattersIn(heard.text);
  if (matters.length < 2 || heard.event.files.length > 0 || turn.memory['matters'] !== undefined) return false;
  const contact = heard.means.facts.filter(({ field, sure }) => sure && SHARED.includes(field));
  remember(
    turn,
    matters,
    contact.map(({ field, value }): [string, string] => [field, value]),
  );
  const shown = matters.map((matter) => understand(matter, readingContext(turn)).rest || matter);
  const list = shown.map((text): PhraseValue => ({ phrase: phrase('value.quote', { text }) }));
  turn.say('repair.several', { count: matters.length, list: { list } });
  turn.ask({ kind: 'choose', tries: 0, detail: { what: 'several' } }, shown.map(named));
  return true;
}

/** The one that was chosen begins; words that choose none leave the order as it was told. */
export function answerWhichFirst(turn: Turn, heard: Heard): void {
  const { matters, contact } = remembered(turn);
  const pressed = matters.findIndex((_, index) => idOf(index) === heard.choice);
  const at = pressed >= 0 ? pressed : mostLike(heard.text, matters);
  const [first] = matters.splice(at, 1);
  if (first !== undefined) begin(turn, first, matters, contact);
}

/** What follows once the present matter is filed; undefined where nothing does. Read before the draft ends. */
export function nextMatter(turn: Turn): (() => void) | undefined {
  const { matters } = remembered(turn);
  const [next, ...later] = matters;
  if (next === undefined) return undefined;
  const contact = SHARED.flatMap((id): Contact => {
    const value = turn.draft?.fields[id];
    return value === undefined ? [] : [[id, value]];
  });
  return () => {
    turn.cut();
    // That it is another matter was said.
    turn.memory['sameAsked'] = true;
    begin(turn, next, later, contact);
  };
}

function begin(turn: Turn, text: string, later: string[], contact: Contact): void {
  const draft = beginDraft(turn);
  for (const [field, value] of contact) setField(draft, field, value, turn.cause);
  remember(turn, later, contact);
  const id = `${turn.cause}/matter`;
  startMatter(turn, listen(turn, { type: 'message', id, text, files: [], at: turn.context.now }));
}

function remember(turn: Turn, matters: string[], contact: Contact): void {
  turn.memory['matters'] = JSON.stringify({ matters, contact });
}

function remembered(turn: Turn): { matters: string[]; contact: Contact } {
  const { matters } = turn.memory;
  return typeof matters === 'string'
    ? (JSON.parse(matters) as ReturnType<typeof remembered>)
    : { matters: [], contact: [] };
}

const idOf = (index: number): string => `matter-${index + 1}`;

function named(matter: string, index: number): ReplyChoice {
  const longest = /\p{Script=Han}/u.test(matter) ? LABEL.han : LABEL.latin;
  const label = matter.length > longest ? `${matter.slice(0, longest - 1)}…` : matter;
  return { id: idOf(index), label };
}

/** Which matter has most of the words of a text; the first where none has any. */
function mostLike(text: string, matters: string[]): number {
  const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  const pairs = matchesOf(text, /(?=(\p{Script=Han}{2}))/gu).map(([, pair]) => pair!);
  const sought = [...words, ...pairs];
  const shared = matters.map((matter) => sought.filter((word) => matter.toLowerCase().includes(word)).length);
  return Math.max(0, shared.indexOf(Math.max(...shared)));
}
