import type { Draft } from '../../src/domain/dialog.js';
import type { Field } from '../../src/domain/field.js';
import type { PhraseValue } from '../../src/domain/phrase.js';
import type { Playbook } from '../../src/domain/playbook.js';
import { fromLocal } from '../../src/domain/working-time.js';
import type { PhraseKey } from '../phrases/phrase-keys.js';
import { phrase } from '../wording/phrase.js';
import { storyShown } from '../wording/story-shown.js';
import { kindOf, storyToShow } from './draft.js';
import { fieldsOf, inReadingOrder } from './fields.js';
import { writtenMonth } from '../wording/date.js';

export type Line = [PhraseValue, PhraseValue];

/** What a field is called in this draft. */
export function labelOf(field: Field, draft: Draft, playbook: Playbook): PhraseValue {
  const { receipt } = kindOf(draft, playbook);
  if (field.id !== 'content' || receipt === 'complaint') return { texts: field.label };
  return { phrase: phrase(`field.content.${receipt === 'request' ? 'repair' : receipt}`) };
}

/** A canonical value as people write it. */
export function shownValue(field: Field, value: string, playbook: Playbook): PhraseValue {
  if (field.type === 'datetime') return moment(value, playbook.calendar.zone);
  if (field.type === 'amount') return amount(value);
  const chosen = field.choices?.find(({ id }) => id === value);
  return chosen ? { texts: chosen.label } : value;
}

/** Words that could be taken for the label's own: "place bathroom". */
const BEGINS_SMALL = /^[a-z]/;

/** One fact within a sentence: label and value; a wish, and words that begin small, in quotation marks. */
export function shownFact(field: Field, draft: Draft, playbook: Playbook): PhraseValue {
  const value = draft.fields[field.id] ?? '';
  const quoted: PhraseValue = { phrase: phrase('value.quote', { text: value }) };
  return {
    phrase: phrase('value.fact', {
      label: labelOf(field, draft, playbook),
      value:
        field.id === 'outcome' || (field.type === 'text' && BEGINS_SMALL.test(value))
          ? quoted
          : shownValue(field, value, playbook),
    }),
  };
}

/** Every line of a read-back, in its fixed order. */
export function shownLines(draft: Draft, playbook: Playbook): Line[] {
  const fields = inReadingOrder(fieldsOf(draft, playbook));
  const lines = fields.flatMap((field): Line[] => lineOf(field, draft, playbook));
  const category = playbook.categories.find(({ id }) => id === draft.category);
  const { receipt } = kindOf(draft, playbook);
  const typed = receipt === 'complaint' || receipt === 'request';
  if (category && typed) lines.push([{ phrase: phrase('field.category') }, { texts: category.label }]);
  return lines;
}

/** The line of one field; none while it has no value. */
export function lineOf(field: Field, draft: Draft, playbook: Playbook): Line[] {
  const label = labelOf(field, draft, playbook);
  if (field.type === 'file') {
    const count = draft.evidence.length;
    return count > 0 ? [[label, { phrase: phrase('value.files', { count }) }]] : [];
  }
  const value = draft.fields[field.id];
  if (field.id === 'phone' && value === undefined && draft.passed.includes('phone')) {
    return [[label, { phrase: phrase('field.none') }]];
  }
  if (value === undefined) return [];
  if (field.id === 'content') return [[label, shownStory(draft)]];
  return [[label, shownValue(field, value, playbook)]];
}

function shownStory(draft: Draft): PhraseValue {
  const { text, cut } = storyToShow(draft);
  const shown = storyShown(text);
  return cut && typeof shown === 'string'
    ? { phrase: phrase('value.cut', { text: shown.replace(/[。.！!？?]+$/, '') }) }
    : shown;
}

function moment(value: string, zone: string): PhraseValue {
  const [date = '', time] = value.split(' ');
  if (/^\d{4}-\d\d$/.test(date)) return { texts: writtenMonth(date) };
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return value;
  const day: PhraseValue = { date, form: 'day' };
  if (time === undefined) return day;
  if (!/^\d\d:\d\d$/.test(time)) return { phrase: phrase(`value.vague.${time}` as PhraseKey, { day }) };
  return { date: fromLocal(value, zone).toISOString(), form: 'past' };
}

function amount(value: string): PhraseValue {
  const [, currency, number] = /^(?:([A-Z]{3}) )?(\d+(?:\.\d+)?)$/.exec(value) ?? [];
  return number === undefined ? value : { amount: Number(number), currency };
}
