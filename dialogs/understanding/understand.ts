import type { Field } from '../../src/domain/field.js';
import { findAlarms } from './alarms.js';
import { readChoice } from './choices.js';
import { findCommand } from './commands.js';
import { findCorrections } from './corrections.js';
import { findAll } from './finders.js';
import { caseNumberIn } from './ids.js';
import { joined } from './insults.js';
import { openAnswer, partnerAnswer } from './open-answer.js';
import { Reading, type Find, type Span } from './reading.js';
import { findSigns } from './signs.js';
import { beyondCorrecting, isStrong, storyClauses, withSomething } from './story-clauses.js';
import type { Fact, Sign, Understood, UnderstandContext } from './understood.js';

export { readAnswer } from './answers.js';
export { detectLanguage } from './language.js';
export { maskSecrets, type Masked } from './mask-secrets.js';
export { quoteOf } from './quote.js';
export type { Alarm, Answer, Command, Correction, Fact, Sign, UnderstandContext, Understood } from './understood.js';

/** What a customer's free words mean. Pure; never throws. */
export function understand(text: string, context: UnderstandContext): Understood {
  const reading = new Reading(text);
  const caseNumber = caseNumberIn(reading, context.open);
  if (caseNumber) reading.take(caseNumber);
  const signs = findSigns(reading);
  const command = findCommand(reading, context, caseNumber);
  const corrections = findCorrections(reading, context);
  reading.take(...corrections);
  const all = findAll(reading, heardFor(context));
  const finds = all.filter((find) => isWanted(find, all, context));
  const given: Span[] = [...corrections, ...(caseNumber ? [caseNumber] : []), ...(command?.spans ?? [])];
  const told = storyClauses(reading, finds, given);
  const putsRight = signs.includes('corrects') && finds.length + corrections.length > 0;
  const clauses = putsRight ? beyondCorrecting(reading, told) : told;
  const answer =
    command && command.spans.length === 0
      ? undefined
      : answered(context, reading, finds, clauses, signs, putsRight, Boolean(command));
  const facts = withAnswer(finds, answer);
  const untold = clauses.filter(
    (clause) => !answer?.used.some((span) => span.start < clause.end && clause.start < span.end),
  );
  return {
    facts: facts.map((find) => factOf(find, reading)),
    corrections: corrections.map(({ correction }) => correction),
    ...(command && { command: command.command }),
    alarms: findAlarms(reading.plain),
    signs,
    ...(caseNumber && { caseNumber: caseNumber.number }),
    rest: trimmedRest(joined(text, withoutNumbers(answer ? withSomething(reading, untold) : untold, finds))),
  };
}

/** The wish is read as the whole answer while it is asked for. */
function heardFor(context: UnderstandContext): UnderstandContext {
  return context.open === 'outcome'
    ? { ...context, fields: context.fields.filter(({ id }) => id !== 'outcome') }
    : context;
}

/** A place that only the room tells is no news once a place is known. */
function isWanted(find: Find, finds: Find[], { filled, open }: UnderstandContext): boolean {
  if (find.field !== 'place' || filled?.place === undefined || open === 'place') return true;
  return !finds.some(({ field, start }) => field === 'room_no' && start === find.start);
}

/** Words that answer nothing. */
const NO_ANSWER: readonly Sign[] = ['unknown', 'why-asked', 'let-go', 'emoji-only', 'empty', 'complaint-word'];

type Taken = { find: Find; used: Span[] };

function answered(
  context: UnderstandContext,
  reading: Reading,
  finds: Find[],
  clauses: Span[],
  signs: Sign[],
  putsRight: boolean,
  commanded: boolean,
): Taken | undefined {
  const field = context.fields.find(({ id }) => id === context.open);
  if (field?.type === 'choice') return chosen(field, reading);
  if (!field || (commanded && clauses.length === 0)) return undefined;
  if (finds.some(({ field: id }) => id === field.id))
    return partnerAnswer(field.id, context.fields, reading, finds, clauses);
  if (signs.some((sign) => NO_ANSWER.includes(sign))) return undefined;
  // "No wait, it was Sunday" corrects what was said, and answers nothing.
  if (putsRight) return undefined;
  if (signs.includes('refuses-phone') && ['name', 'phone'].includes(field.id)) return undefined;
  return field.type === 'text' && field.id !== 'content' ? openAnswer(field, reading, finds, clauses) : undefined;
}

function chosen(field: Field, reading: Reading): Taken | undefined {
  const answer = readChoice(reading.text, field);
  if ('invalid' in answer) return undefined;
  const span = { start: 0, end: reading.text.length };
  return { find: { ...span, field: field.id, value: answer.value, sure: true }, used: [span] };
}

/** The answer beside the facts; what is told within it is part of it ("退昨天的团费"). */
function withAnswer(finds: Find[], answer: Taken | undefined): Find[] {
  if (!answer) return finds;
  const inside = ({ start, end }: Span) => answer.used.some((span) => span.start <= start && end <= span.end);
  const opens = ({ start }: Span) => answer.find.start === start;
  return [...finds.filter((find) => isStrong(find.field) || !inside(find) || opens(find)), answer.find];
}

function factOf({ field, value, start, end, vague, sure, other, two }: Find, reading: Reading): Fact {
  return {
    field,
    value,
    from: reading.original({ start, end }),
    ...(vague && { vague }),
    sure,
    ...(other !== undefined && { other }),
    ...(two && { two }),
  };
}

/** What reaches somebody is no part of the story, first or last in a clause ("13700137000 晚上七点以后"). */
function withoutNumbers(clauses: Span[], finds: Find[]): Span[] {
  const numbers = finds.filter(({ field, sure }) => sure && (field === 'phone' || field === 'email'));
  return clauses.map(({ start, end }) => {
    const first = numbers.find((one) => one.start === start && one.end < end);
    const last = numbers.find((one) => one.end === end && one.start > start);
    return { start: first?.end ?? start, end: last?.start ?? end };
  });
}

/** A story ends without the comma or stop before what was left out of it. */
function trimmedRest(text: string): string {
  const ended = text.replace(/[\s,，、;；:：]+$/, '');
  return /[\u3400-\u9fff]。+$/.test(ended) ? ended.replace(/。+$/, '') : ended;
}
