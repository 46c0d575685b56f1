import { describeInBrowser, eventually, visit } from '../browser.js';
import { deskInBrowser } from './desk-in-browser.js';
import { PASSWORD } from './live-desk.js';

describeInBrowser('the inbox while things change', () => {
  const held = deskInBrowser([{ name: 'li', displayName: 'Li Siyuan', roles: ['service'] }]);

  it('says that its live connection dropped, and goes on where it was: nothing is missed, nothing typed is lost', async () => {
    const customer = await held.desk.customer();
    await customer.says('团费多收了400，我要找人工客服');
    const { context, page } = await visit(held.browser, { locale: 'en-GB' });
    await page.goto(`${held.desk.base}/desk/conversations/${customer.id}`);
    await page.getByLabel('Account').fill('li');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Take over' }).click();
    const reply = page.getByRole('textbox', { name: 'Reply to the customer' });
    await reply.fill('half of a');
    const resumed: string[] = [];
    page.on('request', (request) => {
      const place = /\/feed\?after=(\d+)$/.exec(request.url())?.[1];
      if (place) resumed.push(place);
    });
    // Not before the feed has given its place.
    await customer.says('还在吗');
    await page.getByRole('log').getByText('还在吗').waitFor();

    await held.desk.app.stop();
    await page.getByText('No live connection since').waitFor();
    await held.desk.start();
    const beside = await held.desk.customer();
    await beside.says('我要找人工客服');
    await customer.says('司机电话打不通');
    await page.getByRole('log').getByText('司机电话打不通').waitFor();
    await page.locator(`.entry[href$="${beside.id}"]`).waitFor();
    await eventually(() => page.getByText('No live connection since').count(), 0);
    expect(resumed.length).toBeGreaterThan(0);
    expect(await reply.inputValue()).toBe('half of a');

    await page.getByRole('button', { name: 'Send' }).click();
    await eventually(async () => (await customer.heard()).at(-1)?.text, 'half of a');
    await context.close();
  }, 120_000);

  it('does not re-sort the list under a pointer that moves: what is new waits behind a button', async () => {
    const first = await held.desk.customer();
    await first.says('我要找人工客服');
    const { context, page } = await visit(held.browser, { locale: 'en-GB' });
    await page.goto(`${held.desk.base}/desk/inbox`);
    await page.getByLabel('Account').fill('li');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.locator(`.entry[href$="${first.id}"]`).hover();
    const urgent = await held.desk.customer();
    await urgent.says('大巴刹车失灵，有人受伤，我要找人工客服');
    const entry = page.locator(`.entry[href$="${urgent.id}"]`);
    const moves = setInterval(() => void page.mouse.move(200 + Math.random() * 50, 300).catch(() => undefined), 300);
    await page.getByRole('button', { name: /^\d updates?$/ }).waitFor();
    expect(await entry.count()).toBe(0);
    clearInterval(moves);
    await page.getByRole('button', { name: /^\d updates?$/ }).click();
    await entry.waitFor();

    const quiet = await held.desk.customer();
    await quiet.says('导游态度很差，车上没有空调，酒店房间漏水，一晚上没有睡好，早餐也没有');
    await page.mouse.move(210, 310);
    await page.getByRole('button', { name: /^Bot/ }).click();
    const words = page.locator(`.entry[href$="${quiet.id}"]`);
    await words.waitFor(); // another list is shown as it is
    await page.keyboard.press('Tab');
    await page.locator('.full-text').getByText('酒店房间漏水').waitFor();
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('.full-text').count(), 0);

    await page.goto(`${held.desk.base}/desk/conversations/${quiet.id}`); // opened by its address, it is seen in its list
    await page.locator(`.entry[aria-current][href$="${quiet.id}"]`).waitFor();
    await context.close();
  }, 120_000);

  it('tells on the computer that somebody waits only after it was asked to', async () => {
    const { context, page } = await visit(held.browser, { locale: 'en-GB' });
    await context.addInitScript(`
      window.noticed = [];
      window.Notification = class { constructor(text) { window.noticed.push(text); } };
      Notification.permission = 'granted';
      Notification.requestPermission = async () => 'granted';
    `);
    await page.goto(`${held.desk.base}/desk/cases`);
    await page.getByLabel('Account').fill('li');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    const waiting = page.getByRole('link', { name: /^Inbox/ }).first();
    await waiting.waitFor();
    const before = await waiting.innerText();
    await (await held.desk.customer()).says('我要找人工客服');
    await eventually(async () => (await waiting.innerText()) !== before, true);
    expect(await page.evaluate('noticed')).toEqual([]);
    await page.getByRole('button', { name: /^You: / }).click();
    await page.getByRole('menuitem', { name: /^Tell me on this computer/ }).click();
    await (await held.desk.customer()).says('我要找人工客服');
    await eventually(() => page.evaluate('noticed'), ['A customer asks for a person']);
    await context.close();
  }, 120_000);
});
