import type { Field } from '../../src/domain/field.js';
import { amountsIn } from './amount.js';
import { readChoice } from './choices.js';
import { allowed } from './dates.js';
import { findAll } from './finders.js';
import { wholly } from './ids.js';
import { momentsIn } from './moments.js';
import { isNoName } from './name-words.js';
import { isOnlyStory, openAnswer } from './open-answer.js';
import { isNoPlace } from './place-words.js';
import { phonesIn } from './phone.js';
import { Reading } from './reading.js';
import { isOnlyWish, mayBeWish } from './wishes.js';
import type { Answer, UnderstandContext } from './understood.js';

/** Ids and the name are picked out of the answer's sentence; any other text is the answer as it stands. */
const PICKED = new Set([
  'name',
  'order_no',
  'room_no',
  'unit_no',
  'plate_no',
  'vin',
  'member_no',
  'product_no',
  'batch_no',
  'place',
  'branch',
  'car_model',
]);

/**
 * A whole message as the answer to one question. Canonical values: a time is `YYYY-MM-DD HH:MM` in the context's zone, or
 * vague: `YYYY-MM-DD`, `YYYY-MM-DD morning|noon|afternoon|evening|night`, `YYYY-MM`; an amount is a number, after a
 * currency code where it is not the region's own; a choice is its id; everything else is as typed.
 */
export function readAnswer(text: string, field: Field, context: UnderstandContext): Answer {
  if (text.trim() === '') return { invalid: field.type === 'choice' ? 'choice' : 'text' };
  switch (field.type) {
    case 'datetime':
      return readTime(text, field, context);
    case 'phone':
      return readPhone(text);
    case 'email':
      return readEmail(text);
    case 'amount':
      return readAmount(text, context);
    case 'choice':
      return readChoice(text, field);
    default:
      return readText(text, field, context);
  }
}

function readTime(text: string, { id }: Field, context: UnderstandContext): Answer {
  const moments = momentsIn(new Reading(text), context.now, context.zone, true);
  if (moments.length === 0) return { invalid: 'datetime' };
  if (id === 'preferred_time' && moments.length > 1) return { value: text.trim(), vague: true };
  const fitting = allowed(id, moments);
  const [first] = [...fitting].sort((a, b) => Number(b.value.includes(':')) - Number(a.value.includes(':')));
  if (!first) return { invalid: 'future', value: moments[0]!.value };
  return { value: first.value, ...(first.vague && { vague: true }) };
}

function readPhone(text: string): Answer {
  const [first] = phonesIn(new Reading(text), true);
  return first ? { value: first.value } : { invalid: 'phone', value: text.trim() };
}

function readEmail(text: string): Answer {
  const found = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+(?![\w-])/.exec(new Reading(text).plain);
  return found ? { value: found[0] } : { invalid: 'email', value: text.trim() };
}

function readAmount(text: string, { region }: UnderstandContext): Answer {
  const [first] = amountsIn(new Reading(text), region, true);
  return first
    ? { value: first.value, ...(first.vague && { vague: true }) }
    : { invalid: 'amount', value: text.trim() };
}

/** Somebody's number is no wish. */
const SOMEBODYS_NUMBER = /(?:电话|手机|号码|微信)(?:号码?)?(?:是|为|:)?\s*\+?\d[\d\s-]{6,}$/;

function readText(text: string, field: Field, context: UnderstandContext): Answer {
  const reading = new Reading(text);
  const whole = text.trim();
  if (PICKED.has(field.id)) {
    const finds = findAll(reading, { ...context, fields: [field], open: field.id });
    const picked =
      finds.find(({ field: id }) => id === field.id) ?? openAnswer(field, reading, finds, [...reading.clauses])?.find;
    if (picked && fits(picked.value, field)) return { value: picked.value };
  }
  if (field.id === 'outcome' && SOMEBODYS_NUMBER.test(reading.plain)) return { invalid: 'text', value: whole };
  if ((field.id === 'accused' || field.id === 'concerned') && isOnlyWish(text))
    return { invalid: 'text', value: whole };
  if (field.id === 'name' && isNoName(reading.plain.trim())) return { invalid: 'text', value: whole };
  if (field.id === 'outcome' && (isOnlyStory(reading) || !mayBeWish(reading.plain)))
    return { invalid: 'text', value: whole };
  if (field.id === 'place' && isNoPlace(reading.plain.trim())) return { invalid: 'text', value: whole };
  return fits(reading.plain.trim(), field) ? { value: whole } : { invalid: 'pattern', value: whole };
}

const fits = (value: string, field: Field): boolean => wholly(field)?.test(value) ?? true;
