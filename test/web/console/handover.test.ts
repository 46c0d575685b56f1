import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, eventually, launch, visit, type Visit } from '../browser.js';
import { LiveDesk, PASSWORD } from './live-desk.js';
import { signedIn } from './signed-in.js';

const PEOPLE = [
  { name: 'li', displayName: 'Li Siyuan', roles: ['service'] },
  { name: 'wang', displayName: 'Wang Jianing', roles: ['service'] },
];
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082'.replace(
    / /g,
    '',
  ),
  'hex',
);

describeInBrowser('a conversation between two colleagues', () => {
  let desk: LiveDesk;
  let browser: Browser;
  const visits: Visit[] = [];
  beforeAll(async () => {
    desk = await LiveDesk.open(PEOPLE);
    browser = await launch();
  }, 120_000);
  afterEach(async () => {
    for (const { context } of visits.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  async function open(locale = 'en-GB'): Promise<Page> {
    const one = await visit(browser, { locale });
    visits.push(one);
    return one.page;
  }
  async function opened(name: string, path: string): Promise<Page> {
    const one = await signedIn(browser, desk.base, name, path);
    visits.push(one);
    return one.page;
  }
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply to the customer' });
  const complaints = () => visits.flatMap(({ complaints: all }) => all);

  it('is asked for and handed over; what was typed is kept and becomes a note', async () => {
    const customer = await desk.customer();
    await customer.says('司机绕路，我要找人工客服');
    const path = `/conversations/${customer.id}`;
    const [li, wang] = [await opened('li', path), await opened('wang', path)];
    await button(li, 'Take over').click();
    // Who pauses for four seconds types no more: a page that is slow to open would miss it.
    const typing = wang.getByText('Li Siyuan is typing');
    for (let n = 0; n < 8 && !(await typing.isVisible()); n += 1) {
      await reply(li).fill('half of an answer');
      await typing.waitFor({ timeout: 3000 }).catch(() => undefined);
    }
    await typing.waitFor();
    await li.getByText('Wang Jianing is looking').waitFor();

    await wang.getByText('Li Siyuan has it, since').first().waitFor();
    await button(wang, 'Ask Li Siyuan for it…').click();
    await wang.getByRole('dialog').getByRole('textbox').fill('I know this customer');
    await wang.getByRole('dialog').getByRole('button', { name: 'Ask' }).click();
    await wang.getByText('You asked at').waitFor();
    const asked = li.getByRole('alert').filter({ hasText: 'Wang Jianing asks you for the conversation' });
    await asked.getByText('“I know this customer”').waitFor();
    await asked.getByRole('button', { name: 'Keep' }).click();
    await wang.getByText('Li Siyuan keeps it.').waitFor();

    await button(wang, 'Ask Li Siyuan for it…').click();
    await wang.getByRole('dialog').getByRole('button', { name: 'Ask' }).click();
    await asked.getByRole('button', { name: 'Hand over' }).click();
    await reply(wang).waitFor();
    await li.getByText('What you had written is kept, and was not sent.').waitFor();
    await li.getByText('half of an answer').waitFor();
    await button(li, 'Turn into a note').click();
    await wang.locator('.note').getByText('half of an answer').waitFor();
    expect(JSON.stringify(await customer.heard())).not.toContain('half of an answer');
    expect(complaints()).toEqual([]);
  }, 120_000);

  it('is taken with a reason, which the other is told; or left for a role', async () => {
    const customer = await desk.customer();
    await customer.says('导游不见了，我要找人工客服');
    const path = `/conversations/${customer.id}`;
    const [li, wang] = [await opened('li', path), await opened('wang', path)];
    await button(li, 'Take over').click();
    await reply(li).fill('I am on my');
    await button(wang, 'Take it…').click();
    const dialog = wang.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Take it' }).click();
    await wang.getByText('Li Siyuan has it, since').first().waitFor(); // no reason, nothing happens
    await dialog.getByRole('textbox').fill('Li is at lunch');
    await dialog.getByRole('button', { name: 'Take it' }).click();
    await reply(wang).waitFor();
    await li.getByText('Wang Jianing has it, since').first().waitFor();
    const told = (await (
      await desk.staff('li')
    )('GET', '/notifications?limit=1')) as {
      notifications: { text: string }[];
    };
    expect(told.notifications[0]!.text).toContain('Li is at lunch');

    await button(wang, 'Transfer').click();
    await wang.getByRole('dialog').getByRole('heading', { name: 'To whoever of a role takes it first' }).waitFor();
    await wang.getByRole('dialog').getByRole('listitem').last().getByRole('button').click();
    await wang.getByText('Waits for a person').waitFor();
    expect(await (await customer.heard()).at(-1)?.from).toBe('bot');
  }, 120_000);

  it('shows what a colleague told the customer before one’s own answer goes', async () => {
    const customer = await desk.customer();
    const said = ['导游昨天下午两点把我们扔在翡翠店三个小时', '退还当天费用并道歉', '我叫王小明，电话 13800138000'];
    const number = await customer.files(...said, 'TR20260301-88', '跳过', '跳过');
    const li = await opened('li', `/conversations/${customer.id}`);
    await button(li, 'Take over').click();
    await reply(li).fill('We will answer on Friday.');
    const wang = await desk.staff('wang');
    await wang('POST', `/cases/${number}/operations/say`, { text: '已经安排退款。' });
    await li.getByRole('log').getByText('已经安排退款。').waitFor();
    await button(li, 'Send').click();
    const notice = li.getByRole('alert').filter({ hasText: 'Wang Jianing wrote meanwhile' });
    await notice.getByText('已经安排退款。').waitFor();
    expect(await reply(li).inputValue()).toBe('We will answer on Friday.');
    expect((await customer.heard()).at(-1)?.text).toBe('已经安排退款。');
    await button(li, 'Send all the same').click();
    await eventually(async () => (await customer.heard()).at(-1)?.text, 'We will answer on Friday.');
  }, 120_000);

  it('is taken over while the customer’s page is open too: words, a file and a word at hand-back', async () => {
    const phone = await open('zh-CN');
    await phone.goto(`${desk.base}/`);
    await phone.getByRole('textbox').fill('行程单不对，我要找人工客服');
    await phone.keyboard.press('Enter');
    const li = await opened('li', '/inbox');
    const id = (await phone.evaluate<string>('JSON.stringify(localStorage)')).match(
      /conversationId[^\w-]+([\w-]+)/,
    )![1]!;
    await li.locator(`.entry[href$="${id}"]`).click();
    await li.getByRole('log').getByText('行程单不对，我要找人工客服').waitFor();
    await li.keyboard.press('t');
    await reply(li).fill('您好，我是小李。');
    await li.keyboard.press('Control+Enter');
    await phone.getByText('您好，我是小李。').waitFor();

    await phone.getByRole('textbox').fill('这是照片');
    await phone.keyboard.press('Enter');
    await phone
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: '行程单.png', mimeType: 'image/png', buffer: PNG });
    await li.getByRole('log').getByText('这是照片').waitFor();
    await li.getByRole('log').getByRole('button', { name: '行程单.png' }).click();
    await li.getByRole('dialog').getByText('SHA-256').waitFor();
    await li.keyboard.press('Escape');

    const chosen = li.locator('.reply input[type=file]');
    await chosen.setInputFiles({
      name: 'trick.png',
      mimeType: 'image/png',
      buffer: Buffer.from('<svg onload=alert(1)>'),
    });
    await li.getByRole('alert').getByText('Not taken').waitFor();
    await chosen.setInputFiles({ name: '新行程.png', mimeType: 'image/png', buffer: PNG });
    // Only what has arrived can be removed.
    await li
      .getByRole('list', { name: 'Attached' })
      .getByRole('button', { name: /新行程/ })
      .waitFor();
    await li.reload();
    await li.getByRole('list', { name: 'Attached' }).getByText('新行程.png').waitFor();
    await reply(li).fill('这是新的');
    await button(li, 'Send').click();
    const given = phone.getByRole('link', { name: /新行程\.png/ });
    await given.waitFor();
    const link = await given.getAttribute('href');
    const fetched = await fetch(desk.base + link);
    expect([fetched.status, fetched.headers.get('content-type')]).toEqual([200, 'image/png']);
    await eventually(() => phone.evaluate<number>(`document.querySelector('.given img').naturalWidth`), 1);

    await button(li, 'With a word for colleagues…').click();
    await li.getByRole('dialog').getByRole('textbox').fill('New plan sent, answers tomorrow');
    await li.getByRole('dialog').getByRole('button', { name: 'Hand back' }).click();
    await li.locator('.note').getByText('New plan sent, answers tomorrow').waitFor();
    await li.getByText('Left at hand-back').waitFor();
    await button(li, 'Undo').last().click();
    await reply(li).waitFor();
    expect(await phone.content()).not.toContain('answers tomorrow');
    expect(complaints()).toEqual([]);
  }, 120_000);

  it('keeps canned replies: found by “/”, filled, added, and removed with a way back', async () => {
    const customer = await desk.customer('en');
    await customer.says('I want to talk to a person');
    const li = await opened('li', `/conversations/${customer.id}`);
    await button(li, 'Take over').click();
    await reply(li).press('/');
    const find = li.getByRole('combobox', { name: 'Find a canned reply' });
    await find.fill('greet');
    await li.getByRole('option', { name: /I am Li Siyuan/ }).waitFor();
    await find.press('Enter');
    expect(await reply(li).inputValue()).toMatch(/I am Li Siyuan\. I have read/);
    await reply(li).fill('');

    await reply(li).press('/');
    await button(li, 'New').click();
    await li.getByLabel('Title').fill('Lost <b>bag</b>');
    await li.getByLabel('Words').fill('{{customer.card}}');
    await button(li, 'Save').click();
    await li.getByText('Nothing fills one of these variables.').waitFor();
    await li.getByLabel('Words').fill('We look for it, says {{agent.name}}.');
    await button(li, 'Save').click();
    await find.fill('bag');
    await li.getByRole('option', { name: 'Lost <b>bag</b>' }).click();
    expect(await reply(li).inputValue()).toBe('We look for it, says Li Siyuan.');

    await reply(li).fill('');
    await reply(li).press('/');
    await find.fill('bag');
    await button(li, /^Change/).click();
    await button(li, 'Remove').click();
    await button(li, 'Undo').last().click();
    await li.getByRole('option', { name: /Lost/ }).waitFor();
  }, 120_000);

  it('is put back where it waited when it was taken by mistake', async () => {
    const customer = await desk.customer();
    await customer.says('我要找人工客服');
    const li = await opened('li', `/conversations/${customer.id}`);
    await button(li, 'Take over').click();
    await reply(li).waitFor();
    await li.getByRole('heading', { level: 1 }).click();
    await li.keyboard.press('z');
    await li.getByText('Waits for a person').waitFor();
    await li.keyboard.press('n');
    await li.getByRole('textbox', { name: 'Internal note' }).fill('calls again <i>today</i>');
    await button(li, 'Save note').click();
    await li.locator('.note').getByText('calls again <i>today</i>').waitFor();
    await button(li, 'Undo').last().click();
    await eventually(() => li.locator('.note').count(), 0);
  }, 120_000);

  it('loses nothing typed: not when a colleague is quicker than the page knows, nor by reloading or signing out', async () => {
    const customer = await desk.customer();
    await customer.says('我要找人工客服');
    const path = `/conversations/${customer.id}`;
    const li = await opened('li', path);
    await button(li, 'Take over').click();
    await reply(li).fill('I call you at three');
    await li.reload();
    await eventually(() => reply(li).inputValue(), 'I call you at three');
    await button(li, /^You: /).click();
    await li.getByRole('menuitem', { name: 'Sign out' }).click();
    await li.context().route('**/api/v1/feed*', (route) => route.abort()); // the page is told of nothing
    await li.goto(`${desk.base}/desk${path}`);
    await li.getByLabel('Account').fill('li');
    await li.getByLabel('Password').fill(PASSWORD);
    await button(li, 'Sign in').click();
    await eventually(() => reply(li).inputValue(), 'I call you at three');

    const wang = await desk.staff('wang');
    await wang('POST', `${path}/operations/take-over`, { reason: 'Li is ill' });
    await button(li, 'Send').click();
    await li.getByText('What you had written is kept, and was not sent.').waitFor();
    await li.locator('.kept-draft').getByText('I call you at three').waitFor();
    await li.getByText('Wang Jianing has this conversation.').waitFor();
    expect(JSON.stringify(await customer.heard())).not.toContain('I call you at three');
  }, 120_000);
});
