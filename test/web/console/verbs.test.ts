import type { Browser, Locator, Page } from 'playwright-core';
import { STAFF_VERBS } from '../../../src/operations/verbs.js';
import { describeInBrowser, eventually, launch, type Visit } from '../browser.js';
import { COUNTER } from './counter-playbook.js';
import { LiveDesk } from './live-desk.js';
import { signedIn } from './signed-in.js';

const PEOPLE = [
  { name: 'ann', displayName: 'Ann Clerk', roles: ['clerk'] },
  { name: 'ben', displayName: 'Ben Clerk', roles: ['clerk'] },
  { name: 'bob', displayName: 'Bob Boss', roles: ['boss'] },
  { name: 'eve', displayName: 'Eve Board', roles: ['board'] },
];
const HALF_AN_HOUR = 30 * 60_000;

type Who = 'ann' | 'bob' | 'eve';
type Before = [Who, string, object?];
interface Way {
  /** Another way of this verb. */
  verb?: string;
  who?: Who;
  /** What must have been done before. */
  before?: Before[];
  /** Its working time runs out before. */
  late?: true;
  fill?: Record<string, string>;
  /** What the case's JSON shows of it, beside the timeline. */
  leaves?: object;
}

const refund: Before[] = [
  ['ann', 'propose-remedy', { kind: 'refund', amount: 80 }],
  ['ann', 'complete-stage'],
];
const closed: Before[] = [
  ['ann', 'dispose-goods', { disposition: 'scrap' }],
  ['eve', 'close', { reason: 'the end' }],
];
const action: Before = ['ann', 'add-action', { kind: 'preventive', what: 'A second check' }];
const TEXT = { text: 'Words of this test' };

/** How each operation on a case comes to its click. */
const ON_CASE: Record<string, Way> = {
  acknowledge: { who: 'bob', late: true },
  'add-action': { fill: { kind: 'preventive', what: 'A second check' }, leaves: { actions: [{ kind: 'preventive' }] } },
  'add-note': { fill: TEXT },
  apologise: { fill: TEXT },
  approve: { who: 'bob', before: refund, leaves: { approvals: [{ by: 'bob', state: 'approved' }] } },
  arrive: { before: [['ann', 'schedule-visit', { at: '2030-05-12 10:00' }]] },
  'ask-customer': { fill: TEXT, leaves: { question: { text: TEXT.text } } },
  'ask-party': { fill: { party: 'The supplier' } },
  'assess-suggestion': { fill: { value: 'high' } },
  assign: { fill: { to: 'ben' }, leaves: { assigned: 'ben' } },
  'carry-out-remedy': { before: [refund[0]!], leaves: { remedies: [{ state: 'done' }] } },
  classify: { fill: { category: 'other' }, leaves: { category: 'other' } },
  close: { who: 'eve', before: [closed[0]!], fill: { reason: 'the end' }, leaves: { status: 'closed' } },
  'complete-action': { before: [action], fill: { which: '0' }, leaves: { actions: [{ state: 'done' }] } },
  'complete-stage': { leaves: { stage: 'approval' } },
  'complete-work': {
    before: [['ann', 'quote', { amount: 100 }]],
    fill: { done: 'Mended', charged: '90' },
  },
  'confirm-facts': { fill: { outcome: 'A refund' } },
  'declare-major': { fill: { reason: 'Many are hit' }, leaves: { severity: 'major' } },
  'dispose-goods': { fill: { disposition: 'rework' } },
  'approve an extension': {
    verb: 'approve',
    who: 'bob',
    before: [['ann', 'extend-deadline', { clock: 'work', by: '1d', reason: 'Parts come late' }]],
    leaves: { extensions: [{ state: 'approved' }] },
  },
  'extend-deadline': { fill: { clock: 'work', by: '1d', reason: 'Parts come late' } },
  'inform-customer': { fill: TEXT },
  'preserve-evidence': { fill: { note: 'The box is in the safe' } },
  'propose-remedy': { fill: { kind: 'refund', amount: '80' }, leaves: { remedies: [{ kind: 'refund', amount: 80 }] } },
  quote: { fill: { amount: '100' } },
  'rate-customer': { fill: { tier: 'gold' }, leaves: { tier: 'gold' } },
  'record-callback': { fill: { score: '4' } },
  'record-contact': { fill: { with: 'customer', note: 'By telephone' } },
  'record-finding': { fill: { cause: 'A loose screw' }, leaves: { findings: [{ cause: 'A loose screw' }] } },
  recuse: { who: 'bob', fill: { person: 'ben', reason: 'A relative' }, leaves: { recused: ['ben'] } },
  refuse: { who: 'bob', before: refund, fill: { reason: 'Too little' }, leaves: { stage: 'work', rounds: 2 } },
  reopen: { before: closed, fill: { reason: 'It came back' }, leaves: { status: 'open', reopened: 1 } },
  'request-change': { fill: { what: 'A longer cable' } },
  say: { fill: TEXT },
  'schedule-visit': { fill: { at: '2030-05-12 10:00' } },
  'verify-effect': { before: [action, ['ann', 'complete-action', { which: 0 }]], fill: { effective: 'yes' } },
  withdraw: { fill: { reason: 'It was a mistake' }, leaves: { status: 'withdrawn' } },
};

/** Those on a conversation, clicked one after the other. */
const ALONE = ['take-over', 'say', 'hand-back', 'transfer', 'put-back', 'note', 'retract-note'];
const BETWEEN_TWO = ['ask-for', 'keep'];

interface OfCase {
  number: string;
  version: number;
  timeline: { what: string; by: string }[];
}

describeInBrowser('every operation of the registry, by its button', () => {
  let ahead = 0;
  const clock = {
    now: () => new Date(Date.now() + ahead),
    set: (at: Date) => void (ahead = at.getTime() - Date.now()),
  };
  let desk: LiveDesk;
  let browser: Browser;
  const visits: Visit[] = [];
  const pages = new Map<string, Page>();
  beforeAll(async () => {
    desk = await LiveDesk.open(PEOPLE, 'counter', { yaml: COUNTER, clock });
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    for (const { context } of visits) await context.close();
    await browser?.close();
    await desk?.close();
  });

  async function pageOf(name: string, path: string): Promise<Page> {
    const open = pages.get(name);
    if (open) {
      await open.goto(`${desk.base}/desk${path}`);
      return open;
    }
    const one = await signedIn(browser, desk.base, name, path);
    visits.push(one);
    pages.set(name, one.page);
    return one.page;
  }
  async function opened(before: Before[]): Promise<string> {
    const ann = await desk.staff('ann');
    const { number } = (await ann('POST', '/operations/open-case', { text: 'The box came broken' })) as OfCase;
    for (const [who, verb, args] of before)
      await (
        await desk.staff(who)
      )('POST', `/cases/${number}/operations/${verb}`, args ?? {});
    return number;
  }
  const read = async (number: string) => (await (await desk.staff('admin'))('GET', `/cases/${number}`)) as OfCase;
  async function put(field: Locator, value: string): Promise<void> {
    const isChoice = (await field.evaluate(({ tagName }: { tagName: string }) => tagName)) === 'SELECT';
    await (isChoice ? field.selectOption(value) : field.fill(value));
  }

  const onCase = STAFF_VERBS.filter(({ on }) => on === 'case').map(({ name }) => name);
  it('has a way to each', () => {
    const ways = Object.entries(ON_CASE).map(([name, { verb = name }]) => verb);
    expect([...new Set(ways)].sort()).toEqual(onCase.sort());
    const elsewhere = STAFF_VERBS.filter(({ on }) => on !== 'case').map(({ on, name }) => `${on}/${name}`);
    const inTalk = [...ALONE, ...BETWEEN_TWO].map((name) => `conversation/${name}`);
    expect(elsewhere.sort()).toEqual(['desk/open-case', ...inTalk].sort());
  });

  it('desk/open-case, from the palette', async () => {
    const page = await pageOf('ann', '/inbox');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('open-case');
    await page.keyboard.press('Enter');
    for (const [name, value] of [
      ['playbook', 'counter'],
      ['category', 'goods'],
      ['text', 'Told at the counter'],
      ['name', 'Zoe'],
    ] as const)
      await put(page.locator(`#open-${name}`), value);
    await page.locator('.m-content [type=submit]').click();
    await page.waitForURL('**/cases/*');
    const number = decodeURIComponent(page.url().split('/').at(-1)!);
    expect(await read(number)).toMatchObject({
      category: 'goods',
      fields: { content: 'Told at the counter', name: 'Zoe' },
    });
  }, 60_000);

  /** A customer who waits for a person, and how the desk sees their conversation. */
  async function waiting() {
    const customer = await desk.customer('en');
    await customer.says('I want to talk to a person');
    const admin = await desk.staff('admin');
    const talk = () => admin('GET', `/conversations/${customer.id}`);
    return { customer, talk };
  }

  it(`conversation/${ALONE.join(', ')}`, async () => {
    const { customer, talk } = await waiting();
    const page = await pageOf('ann', `/conversations/${customer.id}`);
    await page.getByRole('button', { name: 'Take over' }).click();
    await eventually(talk, expect.objectContaining({ control: 'agent', agent: 'ann' }));
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await eventually(talk, expect.objectContaining({ control: 'waiting' }));
    await page.getByRole('button', { name: 'Take over' }).click();
    await eventually(talk, expect.objectContaining({ control: 'agent', agent: 'ann' }));
    await page.getByRole('textbox', { name: 'Reply to the customer' }).fill('Hello, this is Ann.');
    await page.getByRole('button', { name: 'Send' }).click();
    await eventually(
      async () => (await customer.heard()).at(-1),
      expect.objectContaining({ from: 'agent', text: 'Hello, this is Ann.' }),
    );
    await page.getByRole('tab', { name: 'Internal note' }).click();
    await page.getByRole('textbox', { name: 'Internal note' }).fill('Calls again today');
    await page.getByRole('button', { name: 'Save note' }).click();
    const note = page.locator('.note').getByText('Calls again today');
    await note.waitFor();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await eventually(() => note.count(), 0);
    await page.getByRole('button', { name: 'Transfer' }).click();
    await page
      .locator('.m-content')
      .getByRole('button', { name: /^Ben Clerk/ })
      .click();
    await eventually(talk, expect.objectContaining({ control: 'agent', agent: 'ben' }));
    const ben = await pageOf('ben', `/conversations/${customer.id}`);
    await ben.getByRole('button', { name: 'Hand back' }).click();
    await eventually(talk, expect.objectContaining({ control: 'bot' }));
  }, 120_000);

  it(`conversation/${BETWEEN_TWO.join(', ')}`, async () => {
    const { customer, talk } = await waiting();
    const path = `/conversations/${customer.id}`;
    const [ann, ben] = [await pageOf('ann', path), await pageOf('ben', path)];
    await ann.getByRole('button', { name: 'Take over' }).click();
    await ben.getByRole('button', { name: 'Ask Ann Clerk for it…' }).click();
    await ben.getByRole('dialog').getByRole('button', { name: 'Ask' }).click();
    await eventually(talk, expect.objectContaining({ asked: [expect.objectContaining({ by: 'ben' })] }));
    await ann.getByRole('alert').getByRole('button', { name: 'Keep' }).click();
    await ben.getByText('Ann Clerk keeps it.').waitFor();
    await eventually(talk, expect.objectContaining({ control: 'agent', agent: 'ann' }));
    expect(((await talk()) as { asked?: object[] }).asked ?? []).toEqual([]);
  }, 120_000);

  it('shows what is not allowed in place, with the reason in words', async () => {
    const number = await opened([]);
    const ann = await desk.staff('ann');
    const { allowed } = (await ann('GET', `/cases/${number}`)) as { allowed: { verb: string; allowed: boolean }[] };
    const page = await pageOf('ann', `/cases/${number}`);
    await page.locator('[data-verb=add-note]').waitFor();
    for (const { verb, allowed: may } of allowed) {
      const button = page.locator(`[data-verb="${verb}"]`).first();
      expect([verb, (await button.getAttribute('aria-disabled')) !== 'true']).toEqual([verb, may]);
      if (may) continue;
      const why = await page.locator(`[id="${await button.getAttribute('aria-describedby')}"]`).innerText();
      expect(why).toMatch(/^[A-Z][^_]+\.$/);
    }
    expect(allowed.map(({ verb }) => verb).sort()).toEqual(onCase.sort());
    expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 60_000);

  it.each(Object.keys(ON_CASE))(
    '%s',
    async (name) => {
      const way = ON_CASE[name]!;
      const verb = way.verb ?? name;
      const number = await opened(way.before ?? []);
      if (way.late) await desk.app.runUntil(new Date(clock.now().getTime() + HALF_AN_HOUR));
      const { version } = await read(number);
      const page = await pageOf(way.who ?? 'ann', `/cases/${number}`);
      await page.locator(`[data-verb="${verb}"]`).first().click();
      for (const [name, value] of Object.entries(way.fill ?? {})) await put(page.locator(`#${verb}-${name}`), value);
      const submit = page.locator('.m-content [type=submit]');
      if ((await submit.innerText()) === 'Go on…') {
        await submit.click();
        await page.getByText('Check it once more').waitFor();
        expect((await read(number)).version).toBe(version); // the first step does nothing yet
      }
      await submit.click();
      await page.locator('.m-content').waitFor({ state: 'detached' });
      const after = await read(number);
      expect(after.version).toBeGreaterThan(version);
      expect(after).toMatchObject(way.leaves ?? {});
      expect(after.timeline).toContainEqual(expect.objectContaining({ what: verb, by: way.who ?? 'ann' }));
    },
    60_000,
  );
});
