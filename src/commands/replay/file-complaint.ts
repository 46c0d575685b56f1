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
  const read = new Map<string, string>();
  await deliver(stage, who, { text });
  for (let n = 0; n < MOST_QUESTIONS; n += 1) {
    const fresh = stage.channel.to(customer.label).slice(from);
    if (fresh.some(({ receipt }) => receipt)) return;
    const question = fresh.findLast(({ asks, choices }) => asks || choices.length > 0);
    if (!question) throw new Unmet('a question, a read-back or a receipt', fresh.at(-1)?.text ?? 'no reply');
    if (offersSubmit(question)) note(stage, question.text, read);
    await answer(stage, who, question, facts, { asked, read, text });
  }
  throw new Unmet('a receipt', `${MOST_QUESTIONS} questions and none`);
}

async function answer(
  stage: Stage,
  who: string,
  question: OutboundMessage,
  facts: Record<string, string>,
  { asked, read, text: story }: { asked: Set<string>; read: Map<string, string>; text: string },
): Promise<void> {
  const { asks, choices, text } = question;
  const offers = (value: string | undefined) =>
    choices.find(({ id, label }) => value !== undefined && (id === value || label === value));
  const field = asks?.field;
  if (offersSubmit(question)) {
    const open = Object.keys(facts).find(
      (key) => !asked.has(key) && (REWORDED.includes(key) || read.get(key) !== facts[key]),
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
  const fact = field && (facts[field] ?? (field === 'content' ? story : undefined));
  if (field !== undefined && fact !== undefined) {
    asked.add(field);
    const choice = offers(fact);
    return deliver(stage, who, choice ? { choice: choice.id } : { text: fact });
  }
  if (asks?.optional) return deliver(stage, who, { choice: 'skip' });
  if (field !== undefined && !AXES.includes(field)) throw new Unmet(`a fact for the question ${field}`, text);
  const ids = choices.map(({ id }) => id);
  const sameMatter = ids.includes('no') && asks === undefined && ids.length === 2;
  return deliver(stage, who, { choice: sameMatter && ids.includes('yes') && isSameMatter(text) ? 'no' : ids.at(-1)! });
}

const offersSubmit = ({ choices }: OutboundMessage) => choices.some(({ id }) => id === 'submit');

/** Notes what a read-back shows of each field, line by line; a later one shows only what changed. */
function note({ app, transcript }: Stage, text: string, read: Map<string, string>): void {
  const { fields } = app.desk.playbook(transcript.playbook);
  for (const line of text.split('\n')) {
    const [, label, value = ''] = /^([^：:]+)[：:]\s*(.*)$/.exec(line) ?? [];
    const field = fields.find((one) => label !== undefined && Object.values(one.label).includes(label));
    if (field) read.set(field.id, value);
  }
}

/** "Is it the same matter?" names the case it might be. */
const isSameMatter = (text: string) => /\d{3}-\d{4}-\d/.test(text);
