import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, eventually, launch, visit, type Visit } from './browser.js';
import { builtWeb } from './built-web.js';
import type { Talk } from './fake-chat.js';
import { FakeDesk } from './fake-desk.js';

const OPERATIONS = [
  {
    verb: 'classify',
    on: 'case',
    arguments: {
      type: 'object',
      properties: { because: { type: 'string' }, severity: { type: 'string', enum: ['general', 'major'] } },
      required: ['severity'],
    },
  },
  { verb: 'approve', on: 'case', arguments: { type: 'object', properties: {} } },
  {
    verb: 'transfer',
    on: 'conversation',
    arguments: { type: 'object', properties: { to: { type: 'string' } }, required: ['to'] },
  },
  {
    verb: 'open-case',
    on: 'desk',
    arguments: { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] },
  },
];
const CASE = {
  version: 3,
  number: '508-2417-6',
  status: 'open',
  stage: 'classify',
  severity: 'general',
  owner: 'service',
  fields: { phone: '13905718864' },
  clocks: { classify: { state: 'running', dueAt: '2099-01-01T00:00:00Z' } },
  timeline: [{ at: '2026-03-02T07:31:00Z', by: 'bot', what: 'filed' }],
  allowed: [
    { verb: 'classify', allowed: true },
    { verb: 'approve', allowed: false, because: 'NOT_YOUR_ROLE' },
  ],
};

function talkOf(desk: FakeDesk, id: string, control: Talk['control'], text: string): Talk {
  const talk: Talk = { id, token: id, opened: {}, messages: [], deliveries: [], streams: new Set(), control };
  desk.chat.talks.set(id, talk);
  desk.chat.store(talk, { id: `first-${id}`, text });
  return talk;
}

async function signIn(page: Page, password = 'secret'): Promise<void> {
  await page.getByLabel('Name').fill('li');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describeInBrowser('the desk', () => {
  let desk: FakeDesk;
  let browser: Browser;
  let open: Visit;
  let page: Page;

  beforeAll(async () => {
    desk = await FakeDesk.start(builtWeb());
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });
  beforeEach(async () => {
    desk.reset();
    desk.staff.operations = OPERATIONS;
    open = await visit(browser, { locale: 'en-GB' });
    page = open.page;
  });
  afterEach(async () => {
    await open.context.close();
    expect(open.complaints).toEqual([]);
  });

  it('lets nobody in with a wrong password, and says so in words', async () => {
    await page.goto(`${desk.base}/desk`);
    await signIn(page, 'wrong');
    await page.getByRole('alert').getByText('还可以试 4 次').waitFor();
    await signIn(page);
    await page.getByRole('navigation', { name: 'Conversations' }).waitFor();
  });

  it('takes a waiting conversation over, replies, transfers, hands back', async () => {
    const talk = talkOf(desk, 't1', 'waiting', '导游把我们扔在购物店');
    talkOf(desk, 't2', 'bot', '团费多收了');
    await page.goto(`${desk.base}/desk`);
    await signIn(page);
    const list = page.getByRole('navigation', { name: 'Conversations' });
    await list.getByRole('region', { name: 'Waiting' }).getByRole('link').click();
    await page.getByRole('log').getByText('导游把我们扔在购物店').waitFor();
    await page.getByText('Take over first to reply').waitFor();
    await page.getByRole('textbox', { name: 'Reply' }).fill('您好');
    await page.getByRole('button', { name: 'Send' }).click({ force: true });
    expect(desk.staff.performed).toEqual([]);
    await page.getByRole('button', { name: 'Take over' }).click();
    await list.getByRole('region', { name: 'With a colleague' }).getByRole('link').waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('log').getByText('您好').waitFor();
    expect(await page.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('');
    desk.chat.store(talk, { id: 'later', text: '还有一件事' });
    await page.getByRole('log').getByText('还有一件事').waitFor();
    await page.getByRole('button', { name: 'Transfer' }).click();
    await page.getByRole('textbox', { name: 'to' }).fill('wang');
    await page.getByRole('form', { name: 'Transfer' }).getByRole('button').click();
    await page.getByRole('button', { name: 'Hand back' }).click();
    await eventually(() => desk.staff.performed.length, 4);
    expect(desk.staff.performed.map(({ on, verb, args }) => [on, verb, args])).toEqual([
      ['t1', 'take-over', {}],
      ['t1', 'say', { text: '您好' }],
      ['t1', 'transfer', { to: 'wang' }],
      ['t1', 'hand-back', {}],
    ]);
  });

  it('shows a case, and why an operation is not possible', async () => {
    desk.staff.cases.set(CASE.number, { ...CASE });
    await page.goto(`${desk.base}/desk#/cases`);
    await signIn(page);
    await page.getByRole('link', { name: CASE.number }).click();
    await page.getByRole('heading', { name: 'classify' }).waitFor();
    await page.getByText('13905718864').waitFor();
    const approve = page.getByRole('button', { name: 'Approve' });
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
    await page.getByText('This is for another role.').waitFor();
  });

  it('performs an operation by the form of its schema, at the version read', async () => {
    desk.staff.cases.set(CASE.number, { ...CASE });
    await page.goto(`${desk.base}/desk#/cases/${CASE.number}`);
    await signIn(page);
    await page.getByRole('button', { name: 'Classify…' }).click();
    await page.getByLabel('severity').selectOption('major');
    await page.getByRole('form', { name: 'Classify' }).getByRole('button').click();
    await page.getByText('Done: Classify').waitFor();
    const [{ args, headers } = { args: undefined, headers: {} }] = desk.staff.performed;
    expect(args).toEqual({ severity: 'major' });
    expect(headers).toMatchObject({
      'if-match': '"3"',
      'x-csrf-token': 'csrf-li',
      'idempotency-key': expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('keeps what was typed when somebody else was faster, and takes it at the newest version', async () => {
    const held = { ...CASE };
    desk.staff.cases.set(CASE.number, held);
    await page.goto(`${desk.base}/desk#/cases/${CASE.number}`);
    await signIn(page);
    await page.getByRole('button', { name: 'Classify…' }).click();
    await page.getByLabel('severity').selectOption('major');
    const form = page.getByRole('form', { name: 'Classify' });
    desk.staff.refuseNext = { status: 409, body: { code: 'STALE', message: 'It has changed.' } };
    await form.getByRole('button').click();
    await page.getByRole('alert').getByText('Somebody changed the case just now').waitFor();
    expect(await page.getByLabel('severity').inputValue()).toBe('major');
    await form.getByRole('button').click();
    await page.getByText('Done: Classify').waitFor();
    const keys = desk.staff.performed.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(1);
  });

  it('marks the argument that a refusal names', async () => {
    desk.staff.cases.set(CASE.number, { ...CASE });
    await page.goto(`${desk.base}/desk#/cases/${CASE.number}`);
    await signIn(page);
    await page.getByRole('button', { name: 'Classify…' }).click();
    await page.getByLabel('severity').selectOption('general');
    desk.staff.refuseNext = { status: 422, body: { code: 'INVALID', message: 'because: needed', field: 'because' } };
    await page.getByRole('form', { name: 'Classify' }).getByRole('button').click();
    await page.getByRole('alert').getByText('because: needed').waitFor();
    expect(await page.getByLabel('because').getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps the session over a reload', async () => {
    await page.goto(`${desk.base}/desk`);
    await signIn(page);
    await page.getByRole('navigation', { name: 'Conversations' }).waitFor();
    await page.reload();
    await page.getByRole('navigation', { name: 'Conversations' }).waitFor();
  });

  it('asks to sign in again when the session is over', async () => {
    await page.goto(`${desk.base}/desk`);
    await signIn(page);
    await page.getByRole('navigation', { name: 'Conversations' }).waitFor();
    await open.context.clearCookies();
    await page.getByText('Your session is over; sign in again.').waitFor();
  });

  it('lets somebody invited choose a password', async () => {
    await page.goto(`${desk.base}/desk/invitations/abc`);
    await page.getByLabel('New password').fill('secret');
    await page.getByRole('button', { name: 'Set it, then sign in' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/desk');
  });
});
