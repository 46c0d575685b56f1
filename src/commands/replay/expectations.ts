import { caseNumber, offered } from './acts.js';
import { valueAt } from './case-path.js';
import { customerOf, Unmet, type Stage } from './play.js';
import type { Compare, Line } from './read-transcript.js';

type Expectation = Extract<Line, { expect: string }>;

export async function expectation(stage: Stage, line: Expectation): Promise<void> {
  switch (line.expect) {
    case 'bot':
      return says(stage, line.who ?? stage.last, line.text);
    case 'offers':
      return offers(stage, line.who ?? stage.last, line.choices);
    case 'silent':
    case 'speaks':
      return speaks(stage, line.who ?? stage.last, line.expect === 'speaks');
    case 'case':
      return caseIs(stage, line);
    case 'told':
    case 'not-told':
      return told(stage, line.who, line.text, line.expect === 'told');
    default:
      return owed(stage, line);
  }
}

/** The words looked for: a regular expression between slashes, or text in which {number} and {link} stand for the customer's own. */
async function matcher(stage: Stage, label: string, wanted: string): Promise<(text: string) => boolean> {
  const pattern = /^\/(.*)\/$/.exec(wanted);
  if (pattern) {
    const expression = new RegExp(pattern[1]!, 'u');
    return (text) => expression.test(text);
  }
  const number = await caseNumber(stage, label);
  if (/\{(number|link)\}/.test(wanted) && !number) return () => false;
  return (text) => {
    const link = /https?:\/\/\S+\/case\/\S+\?key=\S+/.exec(text)?.[0] ?? '{no link}';
    return text.includes(wanted.replaceAll('{number}', number ?? '').replaceAll('{link}', link));
  };
}

async function says(stage: Stage, label: string, wanted: string): Promise<void> {
  const customer = customerOf(stage, label);
  const messages = stage.channel.to(customer.label);
  const matches = await matcher(stage, label, wanted);
  const from = Math.max(customer.seen, 0);
  const at = messages.findIndex(({ text }, index) => index >= from && matches(text));
  if (at < 0)
    throw new Unmet(
      `a message with ${wanted}`,
      messages
        .slice(from)
        .map(({ text }) => JSON.stringify(text))
        .join(' ') || 'none',
    );
  customer.seen = at;
}

async function offers(stage: Stage, label: string, wanted: string[]): Promise<void> {
  const choices = offered(stage, label);
  const missing = wanted.filter((one) => !choices.some(({ id, label: shown }) => id === one || shown === one));
  if (missing.length > 0)
    throw new Unmet(
      `choices ${wanted.join(' | ')}`,
      choices.map(({ id, label: shown }) => `${id} (${shown})`).join(' | ') || 'none',
    );
}

async function speaks(stage: Stage, label: string, should: boolean): Promise<void> {
  const customer = customerOf(stage, label);
  const fresh = stage.channel.to(customer.label).slice(Math.max(customer.before, customer.seen + 1));
  if (should && fresh.length === 0) throw new Unmet('something sent to the customer', 'nothing');
  if (!should && fresh.length > 0)
    throw new Unmet('nothing sent to the customer', fresh.map(({ text }) => JSON.stringify(text)).join(' '));
}

async function caseIs(
  stage: Stage,
  { of, path, compare, value }: Extract<Expectation, { expect: 'case' }>,
): Promise<void> {
  const number = await caseNumber(stage, of);
  if (!number) throw new Unmet(`a case with ${path}`, 'no case');
  const actual = valueAt(await stage.app.desk.caseView(number), path);
  const shown = stage.app.desk.shown(actual, stage.transcript.playbook);
  if (!holds(shown, compare, value)) throw new Unmet(`${path} ${compare} ${value}`.trim(), shown ?? 'nothing there');
}

function holds(actual: string | undefined, compare: Compare, value: string): boolean {
  if (compare === 'exists') return actual !== undefined;
  if (compare === 'missing') return actual === undefined;
  if (compare === 'contains') return actual?.includes(value) ?? false;
  return (actual === value) === (compare === '=');
}

async function told(stage: Stage, who: string, wanted: string, should: boolean): Promise<void> {
  const fresh = (await stage.app.desk.notifications()).filter(({ id }) => !stage.told.has(id));
  const theirs = fresh.filter(
    ({ to, role }) => to === who || role === who || stage.people.get(to)?.roles.includes(who),
  );
  const matches = await matcher(stage, stage.last, wanted);
  const hit = theirs.some(({ text }) => wanted === '' || matches(text));
  if (should && !hit)
    throw new Unmet(
      `${who} to be told ${wanted}`.trim(),
      theirs.map(({ text }) => JSON.stringify(text)).join(' ') ||
        `nothing (told: ${fresh.map(({ to }) => to).join(', ') || 'nobody'})`,
    );
  if (!should && theirs.length > 0)
    throw new Unmet(`${who} to be told nothing`, theirs.map(({ text }) => JSON.stringify(text)).join(' '));
}

async function owed(
  stage: Stage,
  { expect, kind, due, to }: Extract<Expectation, { expect: 'owed' | 'not-owed' }>,
): Promise<void> {
  const { desk } = stage.app;
  const open = (await desk.obligations()).filter((one) => one.kind === kind);
  const shown = open.map((one) => ({
    due: desk.local(one.promisedAt ?? one.dueAt, stage.transcript.playbook),
    to: one.to,
  }));
  const hit = shown.some(
    (one) =>
      (!due || one.due === due) &&
      (!to || one.to === to || (one.to !== undefined && stage.people.get(to)?.roles.includes(one.to))),
  );
  const got = shown.map((one) => `due ${one.due}${one.to ? ` to ${one.to}` : ''}`).join('; ') || 'none';
  if (hit !== (expect === 'owed'))
    throw new Unmet(`${expect === 'owed' ? '' : 'no '}${kind}${due ? ` due ${due}` : ''}${to ? ` to ${to}` : ''}`, got);
}
