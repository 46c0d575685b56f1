import { valueAt } from './case-path.js';
import { customerOf, deliver, Unmet, type Stage } from './play.js';
import type { Line } from './read-transcript.js';

const CONVERSATION_VERBS = ['take-over', 'say', 'hand-back', 'transfer'];
const MS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

export async function act(stage: Stage, line: Extract<Line, { act: string }>): Promise<void> {
  switch (line.act) {
    case 'says':
      return deliver(stage, line.who, { text: line.text });
    case 'chooses':
      return choose(stage, line.who, line.label);
    case 'sends-file':
      return deliver(stage, line.who, { file: { name: line.name, type: line.type, size: line.size } });
    case 'repeats':
      return repeat(stage, line.who);
    case 'away':
      stage.channel.away.add(customerOf(stage, line.who).label);
      return;
    case 'back':
      stage.channel.away.delete(customerOf(stage, line.who).label);
      await stage.channel.reachable(customerOf(stage, line.who).label);
      return stage.app.idle();
    case 'operates':
      return operate(stage, line);
    case 'passes':
      return passUntil(
        stage,
        line.unit === 'working days'
          ? stage.app.desk.after(stage.clock.now(), line.count, stage.transcript.playbook)
          : new Date(stage.clock.now().getTime() + line.count * MS[line.unit]),
      );
    case 'at': {
      const until = stage.app.desk.instant(line.time, stage.transcript.playbook);
      if (until < stage.clock.now())
        throw new Unmet(
          `${line.time} to be still to come`,
          stage.app.desk.local(stage.clock.now(), stage.transcript.playbook),
        );
      return passUntil(stage, until);
    }
    case 'restart':
      return stage.restart();
    default:
      throw new Error(`no act ${line.act}`);
  }
}

async function passUntil(stage: Stage, until: Date): Promise<void> {
  await stage.app.runUntil(until);
}

/** The choices offered last to a customer. */
export function offered(stage: Stage, label: string): { id: string; label: string }[] {
  return stage.channel.to(customerOf(stage, label).label).findLast(({ choices }) => choices.length > 0)?.choices ?? [];
}

export async function choose(stage: Stage, who: string, wanted: string): Promise<void> {
  const choices = offered(stage, who);
  const choice = choices.find(({ id, label }) => id === wanted || label === wanted);
  if (!choice)
    throw new Unmet(
      `"${wanted}" among the choices offered`,
      choices.map(({ id, label }) => `${id} (${label})`).join(', ') || 'none',
    );
  await deliver(stage, who, { choice: choice.id });
}

async function repeat(stage: Stage, who: string): Promise<void> {
  const { lastDelivery } = customerOf(stage, who);
  if (!lastDelivery) throw new Unmet('an earlier delivery to repeat', 'none');
  await deliver(stage, who, lastDelivery.what, lastDelivery.id);
}

/** The number of a customer's latest case, or with `#n` of their nth; without a label the case opened last. */
export async function caseNumber(stage: Stage, of?: string): Promise<string | undefined> {
  if (of === undefined) return stage.opened.at(-1);
  const [label = '', nth] = of.split('#');
  const theirs = new Set(
    await stage.app.desk.caseNumbers({ channel: stage.channel.name, user: customerOf(stage, label).label }),
  );
  const numbers = stage.opened.filter((number) => theirs.has(number));
  return nth === undefined ? numbers.at(-1) : numbers[Number(nth) - 1];
}

async function operate(
  stage: Stage,
  { agent, verb, args: given, refusedWith }: Extract<Line, { act: 'operates' }>,
): Promise<void> {
  const { of, version, customer, ...args } = given;
  const { desk } = stage.app;
  const number = verb === 'open-case' ? undefined : await caseNumber(stage, of);
  const before = number && (await desk.caseView(number));
  const label = (of ?? stage.last).split('#')[0]!;
  const talking = CONVERSATION_VERBS.includes(verb) && (stage.customers.has(label) || !number);
  const user = customerOf(stage, customer ?? label).label;
  const result = await desk.operate({
    by: agent,
    verb,
    args,
    number: talking ? undefined : number,
    conversation: talking || customer !== undefined ? { channel: stage.channel.name, user } : undefined,
    ifVersion: version === undefined ? undefined : Number(version),
  });
  await stage.app.idle();
  if (refusedWith === undefined) {
    if (!result.ok) throw new Unmet(`${verb} to be performed`, `${result.code} ${result.message}`);
    return;
  }
  if (result.ok) throw new Unmet(`a refusal ${refusedWith}`, 'performed');
  if (result.code !== refusedWith) throw new Unmet(refusedWith, `${result.code} ${result.message}`);
  const after = number && (await desk.caseView(number));
  const entries = [before, after].map((json) => valueAt(json, 'timeline.length'));
  if (entries[0] !== entries[1]) throw new Unmet('nothing to change by a refusal', 'a changed case');
}
