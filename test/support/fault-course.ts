import { START, type TestDesk } from './test-desk.js';

const USER = 'guest';
const STORY =
  '昨天下午三点导游把我们扔在购物店三个小时，态度特别差。订单TR20260301-88，我叫王小明，13800138000，要求退当天的费用并道歉';

export type Act = (desk: TestDesk) => Promise<void>;

/** Longer than the leases of what a dead process held. */
export const SETTLE_MS = 3 * 60_000;

const says =
  (id: string, what: { text?: string; choice?: string }): Act =>
  (desk) =>
    desk.channel.take(USER, what, 'zh-CN', id).then(() => desk.app.idle());

const numberOf = async (desk: TestDesk) => (await desk.app.desk.caseNumbers())[0]!;

const operates =
  (by: string, verb: string, args: Record<string, unknown> = {}, onChat = false): Act =>
  async (desk) => {
    const target = onChat ? { conversation: { channel: 'scripted', user: USER } } : { number: await numberOf(desk) };
    const outcome = await desk.app.desk.operate({ by, verb, args, ...target, cause: `${by} ${verb}` });
    if (!outcome.ok) throw new Error(`${verb}: ${outcome.code} ${outcome.message}`);
    await desk.app.idle();
  };

const passes =
  (minutes: number): Act =>
  (desk) =>
    desk.app.runUntil(new Date(Math.max(desk.now.getTime(), START.getTime() + minutes * 60_000)));

/** One course through every kind of turn and operation; each act may be repeated under the same cause. */
export const COURSE: [name: string, act: Act][] = [
  ['a first message', says('m1', { text: STORY })],
  ['an answer that leads to the read-back', says('m2', { choice: 'skip' })],
  ['a correction', says('m3', { text: '电话改成 13900139000' })],
  ['a person is called', says('m4', { text: '转人工' })],
  ['an agent takes over', operates('li', 'take-over', {}, true)],
  ['a message to the agent', says('m5', { text: '你好，在吗' })],
  ['the agent speaks', operates('li', 'say', { text: '您好，我来看一下' }, true)],
  ['the agent hands back', operates('li', 'hand-back', {}, true)],
  ['the read-back is submitted', says('m6', { choice: 'submit' })],
  [
    'classification',
    operates('li', 'classify', { category: 'service_attitude', nature: 'communication', severity: 'general' }),
  ],
  ['a clock reaches its mark', passes(60 * 26)],
  ['the customer is informed', operates('li', 'inform-customer', { text: '已经核实，导游会向您道歉' })],
  ['the outcome is accepted', says('m7', { choice: 'accept' })],
  ['the survey is asked', passes(60 * 60)],
  ['a score', says('m8', { choice: '1' })],
];

/** What customers, staff and the procedure can tell apart. */
export async function books(desk: TestDesk): Promise<unknown> {
  const { desk: handle } = desk.app;
  const numbers = await handle.caseNumbers();
  const views = await Promise.all(numbers.map((number) => handle.caseView(number)));
  const cases = views.map((view) => {
    const { number, status, stage, severity, rounds, reopened, acceptance, survey, timeline, clocks, fields } =
      view as Record<string, unknown> & { timeline: { what: string }[]; survey: object };
    return {
      number,
      status,
      stage,
      severity,
      rounds,
      reopened,
      acceptance,
      survey: { ...survey, askedAt: undefined }, // a minute later when the sweep's process died
      fields,
      clocks,
      timeline: timeline.map(({ what }) => what).filter((what) => what !== 'record-delivery'),
    };
  });
  const told = (await handle.notifications()).map(({ to, text }) => `${to}: ${text}`).sort();
  const owed = (await handle.obligations())
    .map(({ kind, dueAt, to }) => `${kind} ${dueAt.toISOString().slice(0, 13)} ${to ?? ''}`)
    .sort();
  const heard = new Map(desk.channel.to(USER).map(({ id, text }) => [id, text])); // a send whose answer was lost may come twice, under one id
  return {
    cases,
    told,
    owed,
    heard: [...heard.values()],
    said: await handle.said({ channel: 'scripted', user: USER }),
  };
}
