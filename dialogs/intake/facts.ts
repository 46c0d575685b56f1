import type { Draft } from '../../src/domain/dialog.js';
import { roomAsPlace } from '../understanding/place-ids.js';
import type { Fact } from '../understanding/understood.js';
import type { Heard } from '../listen.js';
import type { Turn } from '../turn.js';
import { setField } from './draft.js';
import { fieldOf } from './fields.js';

/** Facts that tell one thing from another: two different values of these are asked about. */
const MUST_AGREE = ['phone', 'email', 'order_no', 'room_no', 'unit_no', 'plate_no', 'vin', 'amount', 'name'];

/** A day by its number or its name. */
const NAMES_DAY = /\d|周|星期|礼拜|週|禮拜|day\b/i;

/** So many signs may stand around a date. */
const FILLER = 7;

/** Told later, more of these joins what stands. */
const JOINED = ['outcome', 'accused', 'concerned'];

/** What a message changed in the draft, by field id. */
export interface Taken {
  noted: string[];
  changed: string[];
  /** To be asked again: the customer wants them changed and did not say to what. */
  reask?: string;
  /** Two readings of one value, two values said at once, or one that contradicts an earlier one. */
  doubt?: { field: string; text: string; a: string; b: string; how: 'readings' | 'two' | 'conflict' };
}

export const nothingTaken = (): Taken => ({ noted: [], changed: [] });

/** Takes what a message tells beside the answer it may be: sure facts and corrections. */
export function takeFacts(turn: Turn, heard: Heard, replaces = false): Taken {
  const draft = turn.draft!;
  const taken = nothingTaken();
  const room = draft.fields['room_no'];
  for (const { field, value, vague } of heard.means.corrections) {
    if (field === 'category' || field === 'kind') continue;
    if (value === undefined) taken.reask = field;
    else if (draft.fields[field] !== value) change(draft, taken, { field, value, vague }, heard.event.id);
  }
  const corrected = heard.means.corrections.map(({ field }) => field);
  // Said first, it puts what follows in the place of what was said before.
  const corrects = heard.means.signs.includes('corrects');
  for (const fact of heard.means.facts.filter(({ field }) => !corrected.includes(field))) {
    // A date and nothing beside it puts the date right.
    const dated =
      fact.field === 'occurred_at' && NAMES_DAY.test(fact.from) && heard.text.length - fact.from.length < FILLER;
    // A wish beside the one that is known is a further one.
    takeFact(turn, fact, heard.event.id, taken, corrects || dated || (replaces && fact.field !== 'outcome'));
  }
  const putRight = taken.changed.includes('room_no') && turn.dialog.open?.field !== 'room_no';
  if (putRight && room !== undefined) movePlace(draft, room, heard.event.id);
  return taken;
}

/** A place that was only the room goes with it. */
function movePlace(draft: Draft, room: string, source: string): void {
  const { place, room_no: to } = draft.fields;
  const chinese = place === roomAsPlace(room, true);
  if (chinese || place === roomAsPlace(room, false)) setField(draft, 'place', roomAsPlace(to!, chinese), source);
}

export function takeFact(turn: Turn, fact: Fact, source: string, taken: Taken, corrects = false): void {
  const draft = turn.draft!;
  const { field, value, vague } = fact;
  if (field === 'content' || !fieldOf(turn.context.playbook, field)) return;
  const before = draft.fields[field];
  if (before === value) {
    // Put right to what was noted already: said once more.
    if (corrects) taken.noted.push(field);
    return;
  }
  const open = turn.dialog.open?.field === field;
  if (!fact.sure) {
    if ((before === undefined || draft.vague[field]) && fact.other) {
      const how = fact.two || fieldOf(turn.context.playbook, field)?.type !== 'datetime' ? 'two' : 'readings';
      taken.doubt ??= { field, text: fact.from, a: value, b: fact.other, how };
    }
  } else if (before === undefined) {
    setField(draft, field, value, source, vague);
    taken.noted.push(field);
  } else if (JOINED.includes(field) && !open && (!corrects || field !== 'outcome')) {
    join(turn, { field, value }, source, taken);
  } else if (open || corrects || makesExact(fact, before, draft)) {
    change(draft, taken, { field, value, vague }, source);
  } else if (MUST_AGREE.includes(field)) {
    taken.doubt ??= { field, text: fact.from, a: before, b: value, how: 'conflict' };
  }
}

/** Whether a value says more exactly what another one began to say. */
function makesExact({ field, value, vague }: Fact, before: string, draft: Draft): boolean {
  if (field === 'place') return value.includes(before);
  if (field === 'name') return isWhole(before, value);
  return draft.vague[field] === true && (!vague || value.startsWith(before));
}

/** A name that was only begun ("姓周", "周女士") is whole now ("周姐", "周敏"). */
export const isWhole = (begun: string, name: string): boolean =>
  /^姓|先生$|女士$|小姐$/.test(begun) && name[0] === begun.replace('姓', '')[0];

/** Both stand, each as it was said; said once more it adds nothing. */
function join(turn: Turn, { field, value }: { field: string; value: string }, source: string, taken: Taken): void {
  const known = turn.draft!.fields[field]!;
  if (known.includes(value)) return;
  setField(turn.draft!, field, `${known}${turn.language === 'en' ? '; ' : '；'}${value}`, source);
  taken.noted.push(field);
}

function change(
  draft: Draft,
  taken: Taken,
  to: { field: string; value: string; vague?: boolean },
  source: string,
): void {
  const known = draft.fields[to.field] !== undefined;
  setField(draft, to.field, to.value, source, to.vague);
  (known ? taken.changed : taken.noted).push(to.field);
}
