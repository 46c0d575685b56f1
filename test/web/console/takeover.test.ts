import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, eventually, launch, visit, type Visit } from '../browser.js';
import { LiveDesk, PASSWORD } from './live-desk.js';
import { signedIn } from './signed-in.js';

const PEOPLE = [
  { name: 'li', displayName: 'Li Siyuan', roles: ['service'] },
  { name: 'wang', displayName: 'Wang Jianing', roles: ['service'] },
];

describeInBrowser('taking a conversation over', () => {
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

  async function opened(name: string, path: string): Promise<Page> {
    const one = await signedIn(browser, desk.base, name, path);
    visits.push(one);
    return one.page;
  }
  const log = (page: Page) => page.getByRole('log');

  it('goes from the waiting list to hand-back, with words both ways while both look', async () => {
    const customer = await desk.customer();
    await customer.says('团费多收了400，我要找人工客服');
    const page = await opened('li', '/inbox');
    await page.locator('.entry.new').first().click();
    await page.getByRole('button', { name: 'Take over' }).click();
    await page.getByRole('tab', { name: 'Reply' }).waitFor();

    await page.getByRole('textbox', { name: 'Reply to the customer' }).fill('您好，我是小李，帮您看。');
    await page.getByRole('button', { name: 'Send' }).click();
    await eventually(async () => (await customer.heard()).at(-1)?.text, '您好，我是小李，帮您看。');
    await log(page).getByText('Delivered').last().waitFor();

    await customer.says('订单是 TR20260301-88');
    await log(page).getByText('TR20260301-88').waitFor();

    await page.getByRole('button', { name: 'Hand back' }).click();
    await page.getByText('The assistant has it').waitFor();
    await eventually(async () => (await customer.heard()).at(-1)?.from, 'bot');
    expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 120_000);

  it('tells the customer that the one who has it writes, and not of a note', async () => {
    const one = await visit(browser, { locale: 'en-GB' });
    visits.push(one);
    await one.page.goto(`${desk.base}/?lang=en`);
    await one.page.getByRole('textbox', { name: 'Write a message' }).fill('I was charged 400 too much. Agent please');
    await one.page.keyboard.press('Enter');
    const page = await opened('li', '/inbox');
    await page.locator('.entry.new').filter({ hasText: 'charged 400' }).click();
    await page.getByRole('button', { name: 'Take over' }).click();
    const sign = one.page.locator('.msg.writes');
    await page.getByRole('tab', { name: 'Internal note' }).click();
    await page.getByRole('textbox', { name: 'Internal note' }).pressSequentially('ask the guide');
    await page.getByRole('tab', { name: 'Reply' }).click();
    const reply = page.getByRole('textbox', { name: 'Reply to the customer' });
    expect(await sign.count()).toBe(0);
    await reply.pressSequentially('Hello, I am Li');
    await sign.getByText('Li Siyuan is typing').waitFor();
    await reply.press('Control+Enter');
    await log(one.page).getByText('Hello, I am Li').waitFor();
    expect(await sign.count()).toBe(0);
    await reply.pressSequentially('One more');
    await sign.waitFor();
    await sign.waitFor({ state: 'detached' }); // nothing more was typed
  }, 120_000);

  it('lets one of two win, tells the other by whom, and leads back after signing in', async () => {
    const customer = await desk.customer();
    await customer.says('司机绕路，我要找人工客服');
    const path = `/conversations/${customer.id}`;
    const [li, wang] = [await opened('li', path), await opened('wang', path)];
    const buttons = [li, wang].map((page) => page.getByRole('button', { name: 'Take over' }));
    for (const button of buttons) await button.waitFor();
    await Promise.all(buttons.map((button) => button.click({ timeout: 5000 }).catch(() => undefined)));
    const has = async (page: Page) => (await page.getByText('You have it, the assistant is silent').count()) === 1;
    await eventually(async () => [await has(li), await has(wang)].filter(Boolean).length, 1);
    const [loser, winner] = (await has(li)) ? [wang, 'Li Siyuan'] : [li, 'Wang Jianing'];
    await loser.getByText(`${winner} has it, since`).waitFor();
    expect(await loser.getByRole('button', { name: 'Take over' }).getAttribute('aria-disabled')).toBe('true');
  }, 120_000);

  it('keeps what was typed through a session that ends, and a note from the customer', async () => {
    const customer = await desk.customer();
    const said = [
      '导游昨天下午两点把我们扔在翡翠店三个小时',
      '退还当天费用并道歉',
      '我叫王小明，电话 13800138000',
      'TR20260301-88',
    ];
    const number = await customer.files(...said, '跳过', '跳过');
    const page = await opened('li', `/conversations/${customer.id}`);
    await page.getByRole('button', { name: 'Take over' }).click();
    const reply = page.getByRole('textbox', { name: 'Reply to the customer' });
    await reply.fill('half of a sent');
    await page.context().clearCookies();
    // The page may notice by itself first, and then there is no button left to press.
    await page
      .getByRole('button', { name: 'Send' })
      .click({ timeout: 3000 })
      .catch(() => undefined);
    await page.getByText('Your session is over').waitFor();
    await page.getByLabel('Account').fill('li');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await eventually(() => new URL(page.url()).pathname, `/desk/conversations/${customer.id}`);
    await eventually(() => reply.inputValue(), 'half of a sent');

    await page.getByRole('tab', { name: 'Internal note' }).click();
    await page.getByRole('textbox', { name: 'Internal note' }).fill('Ask the driver first <b>&amp;</b>');
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.locator('.note').getByText('Ask the driver first <b>&amp;</b>').waitFor();
    expect(JSON.stringify(await customer.heard())).not.toContain('Ask the driver');
    await page.getByRole('link', { name: number }).first().click();
    await page.getByRole('heading', { name: number }).waitFor();
  }, 120_000);
});
