import type { OutboundMessage } from '../../domain/channel.js';
import { customerOf, deliver, Unmet, type Stage } from './play.js';

const MOST_QUESTIONS = 60;
const AXES = ['kind', 'category'];
/** Facts that a read-back may word in another form than they are given. */
const REWORDED = ['occurred_at', 'category', 'kind', 'content', 'amount', 'preferred_time', 'purchased_on'];

/** Says the story, answers what is asked from the facts, corrects what was never asked, submits. */
export async function fileComplaint(
  stage: Stage,
  who: string,
  text: string,
  facts: Record<string, string>,
): Promise<void> {
  const customer = customerOf(stage, who);
  const from = stage.channel.to(customer.label).length;
  const asked = new Set<string>();
  await deliver(stage, who, { text });
  for (let n = 0; n < MOST_QUESTIONS; n += 1) {
    const fresh = stage.channel.to(customer.label).slice(from);
    if (fresh.some(({ receipt }) => receipt)) return;
    const question = fresh.findLast(({ asks, choices }) => asks || choices.length > 0);
    if (!question) throw new Unmet('a question, a read-back or a receipt', fresh.at(-1)?.text ?? 'no reply');
    await answer(stage, who, question, facts, asked);
  }
  throw new Unmet('a receipt', `${MOST_QUESTIONS} questions and none`);
}

async function answer(
  stage: Stage,
  who: string,
  { asks, choices, text }: OutboundMessage,
  facts: Record<string, string>,
  asked: Set<string>,
): Promise<void> {
  const offers = (value: string | undefined) =>
    choices.find(({ id, label }) => value !== undefined && (id === value || label === value));
  const field = asks?.field;
  if (choices.some(({ id }) => id === 'submit')) {
    const open = Object.keys(facts).find(
      (key) => !asked.has(key) && (REWORDED.includes(key) || !shows(text, facts[key]!)),
    );
    if (open === undefined) return deliver(stage, who, { choice: 'submit' });
    asked.add(open);
    return deliver(stage, who, { text: `change ${open}` });
  }
  for (const axis of AXES) {
    const choice = (field === undefined || field === axis) && offers(facts[axis]);
    if (choice) {
      asked.add(axis);
      return deliver(stage, who, { choice: choice.id });
    }
  }
  if (field !== undefined && facts[field] !== undefined) {
    asked.add(field);
    const choice = offers(facts[field]);
    return deliver(stage, who, choice ? { choice: choice.id } : { text: facts[field]! });
  }
  if (asks?.optional) return deliver(stage, who, { choice: 'skip' });
  if (field !== undefined && !AXES.includes(field)) throw new Unmet(`a fact for the question ${field}`, text);
  const ids = choices.map(({ id }) => id);
  const sameMatter = ids.includes('no') && asks === undefined && ids.length === 2;
  return deliver(stage, who, { choice: sameMatter && ids.includes('yes') && isSameMatter(text) ? 'no' : ids.at(-1)! });
}

/** Whether a read-back has the value, and not only as a part of a longer number or word. */
function shows(text: string, value: string): boolean {
  const joins = (a = '', b = '') => /[A-Za-z0-9]/.test(a) && /[A-Za-z0-9]/.test(b);
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const end = at + value.length;
    if (!joins(text[at - 1], text[at]) && !joins(text[end - 1], text[end])) return true;
  }
  return false;
}

/** "Is it the same matter?" names the case it might be. */
const isSameMatter = (text: string) => /\d{3}-\d{4}-\d/.test(text);
