import type { Draft } from '../../src/domain/dialog.js';
import type { Field } from '../../src/domain/field.js';
import type { Playbook } from '../../src/domain/playbook.js';
import { plainOf } from '../understanding/reading.js';

/** People say both in one breath; the first one is what a client shows a control for. */
const PAIRS: [string, string][] = [
  ['name', 'phone'],
  ['occurred_at', 'place'],
  ['car_model', 'plate_no'],
  ['product_no', 'batch_no'],
  ['order_no', 'amount'],
];

const CONTACT = ['name', 'company', 'phone', 'email', 'address'];
const PERSONS = ['accused', 'concerned'];

/** What a read-back shows, in this order; ids stand where `*` is. */
const READ_ORDER = [
  'content',
  'occurred_at',
  'place',
  '*',
  'name',
  'company',
  'phone',
  'email',
  'address',
  'outcome',
  'accused',
  'concerned',
  'evidence',
];

/** At most so many optional fields are asked: the rest may be added at the read-back. */
const MOST_OPTIONAL = 2;

export function fieldOf(playbook: Playbook, id: string | undefined): Field | undefined {
  return playbook.fields.find((field) => field.id === id);
}

/** Fields that this draft's kind and category take. */
export function fieldsOf(draft: Draft, playbook: Playbook): Field[] {
  const { kind = playbook.kinds[0]?.id ?? '', category } = draft;
  return playbook.fields.filter(
    (field) =>
      (!field.kinds || field.kinds.includes(kind)) &&
      (!field.categories || (category !== undefined && field.categories.includes(category))),
  );
}

export function inReadingOrder(fields: Field[]): Field[] {
  const rank = ({ id }: Field) => READ_ORDER.indexOf(READ_ORDER.includes(id) ? id : '*');
  return [...fields].sort((a, b) => rank(a) - rank(b));
}

/** What must still be asked, in the order of asking: the matter, what is wished, whom to reach, whom to keep out. */
export function missingFields(draft: Draft, playbook: Playbook): Field[] {
  const rank = ({ id }: Field) =>
    id === 'content' ? 0 : id === 'outcome' ? 2 : CONTACT.includes(id) ? 3 : PERSONS.includes(id) ? 4 : 1;
  return fieldsOf(draft, playbook)
    .filter((field) => !field.optional && isOpen(draft, field))
    .sort((a, b) => rank(a) - rank(b));
}

/** The optional field that the story points at, if one may still be asked. */
export function pointedAt(draft: Draft, playbook: Playbook): Field | undefined {
  const optional = fieldsOf(draft, playbook).filter((field) => field.optional);
  const asked = optional.filter(({ id }) => draft.asked.includes(id));
  const story = plainStory(draft);
  const wanted = optional.find((field) => isOpen(draft, field) && mentionIn(story, field) !== undefined);
  if (!wanted || (asked.length >= MOST_OPTIONAL && !asked.includes(wanted))) return undefined;
  return wanted;
}

/** The customer's own word that makes an optional field worth asking ("导游"). */
export function mentionOf(field: Field, draft: Draft): string | undefined {
  const found = mentionIn(plainStory(draft), field);
  return found && draft.fields['content']!.slice(found.index, found.index + found[0].length);
}

const plainStory = (draft: Draft): string => plainOf(draft.fields['content'] ?? '').toLowerCase();

function mentionIn(plain: string, field: Field): RegExpExecArray | undefined {
  for (const pattern of askedWhen(field)) {
    const found = pattern.exec(plain);
    if (found) return found;
  }
  return undefined;
}

const patterns = new WeakMap<Field, RegExp[]>();

/** The words that make a field worth asking, as they are looked for: read once. */
function askedWhen(field: Field): RegExp[] {
  const known = patterns.get(field);
  if (known) return known;
  const read = (field.askedWhen ?? []).map((word) => {
    const sought = plainOf(word).toLowerCase();
    const literal = sought.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    return new RegExp(/^\w/.test(sought) ? `\\b${literal}\\b` : literal);
  });
  patterns.set(field, read);
  return read;
}

/** The other half of a pair, if it is to be asked too. */
export function partnerOf(field: Field, missing: Field[]): Field | undefined {
  const partner = PAIRS.find(([first]) => first === field.id)?.[1];
  return missing.find(({ id }) => id === partner);
}

function isOpen(draft: Draft, field: Field): boolean {
  if (draft.passed.includes(field.id)) return false;
  if (field.type === 'file') return draft.evidence.length === 0;
  return draft.fields[field.id] === undefined;
}
