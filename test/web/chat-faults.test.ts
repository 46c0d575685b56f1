import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, eventually, launch, visit, type Visit } from './browser.js';
import { builtWeb } from './built-web.js';
import { answer, FakeDesk, type Exchange } from './fake-desk.js';

const isMessage = ({ method, path }: Exchange) => method === 'POST' && path.endsWith('/messages');

async function say(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('textbox', { name: '写消息' });
  await composer.fill(text);
  await composer.press('Enter');
}

/** Every text of the conversation on the page, the customer's own, in order. */
const own = (page: Page) => page.locator('.msg.me .say').allInnerTexts();

describeInBrowser('the chat when things go wrong', () => {
  let desk: FakeDesk;
  let browser: Browser;
  let open: Visit;
  let page: Page;
  let log: ReturnType<Page['getByRole']>;

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
    open = await visit(browser);
    page = open.page;
    log = page.getByRole('log');
    await page.goto(desk.base);
  });
  afterEach(async () => {
    await open.context.close();
    expect(open.complaints).toEqual([]);
  });

  it('sends again under the same id after a reload in the middle of sending', async () => {
    // Stored, but the answer never comes: the page does not know.
    desk.intercept = (exchange) => {
      if (!isMessage(exchange)) return false;
      desk.chat.store(desk.chat.only, exchange.json());
      return true;
    };
    await say(page, '导游态度很差');
    await eventually(() => desk.chat.posted.length, 1);
    desk.intercept = () => false;
    await page.reload();
    await log.getByText('已存').waitFor();
    await eventually(() => desk.chat.posted.length, 2);
    expect(new Set(desk.chat.posted).size).toBe(1);
    expect(desk.chat.heard).toEqual(['导游态度很差']);
    expect(await own(page)).toEqual(['导游态度很差']);
  });

  it('keeps what is written offline, in order, over a reload, and sends it once online', async () => {
    desk.chat.script = [[{ text: '是哪天的事？' }]];
    await say(page, '第一句');
    await log.getByText('是哪天的事？').waitFor();
    await open.context.setOffline(true);
    await say(page, '第二句');
    await say(page, '第三句');
    await log.getByText('等网络，第 2 条').waitFor();
    await page.getByRole('status').getByText('2 条消息存在这台设备上').waitFor();
    await open.context.setOffline(false);
    await eventually(() => desk.chat.heard, ['第一句', '第二句', '第三句']);
    await eventually(() => own(page), ['第一句', '第二句', '第三句']);
    expect(await page.locator('.queued').count()).toBe(0);
    expect(await page.getByText('连不上').count()).toBe(0);
  });

  it('sends after a reload what the desk could not take before', async () => {
    let down = true;
    desk.intercept = (exchange) =>
      down && isMessage(exchange) && answer(exchange.response, 503, { code: 'UNAVAILABLE' });
    await say(page, '第一句');
    await say(page, '第二句');
    await log.getByText('等网络，第 2 条').waitFor();
    await page.reload();
    await log.getByText('第二句').waitFor();
    down = false;
    // It tries again by itself too, and then the button is gone before it can be pressed.
    await page
      .getByRole('button', { name: '现在就试' })
      .click({ timeout: 3000 })
      .catch(() => undefined);
    await eventually(() => desk.chat.heard, ['第一句', '第二句']);
    await eventually(() => own(page), ['第一句', '第二句']);
  });

  it('takes back a message that was never posted', async () => {
    await open.context.setOffline(true);
    await say(page, '第一句');
    await say(page, '说错了');
    await page.locator('.queued', { hasText: '说错了' }).getByRole('button', { name: '撤回' }).click();
    await open.context.setOffline(false);
    await eventually(() => (desk.chat.talks.size > 0 ? desk.chat.heard : []), ['第一句']);
    expect(await own(page)).toEqual(['第一句']);
  });

  it('misses and doubles nothing when the stream breaks', async () => {
    await say(page, '第一句');
    await log.getByText('已存').waitFor();
    const talk = desk.chat.only;
    await eventually(() => talk.streams.size, 1);
    desk.chat.say(talk, { text: '一' });
    for (const stream of talk.streams) stream.destroy();
    desk.chat.say(talk, { text: '二' }, 'said-while-broken');
    await log.getByText('二', { exact: true }).waitFor();
    await eventually(() => talk.streams.size, 1);
    desk.chat.say(talk, { text: '三' });
    await log.getByText('三', { exact: true }).waitFor();
    expect(await page.locator('.msg:not(.me) .say').allInnerTexts()).toEqual(['一', '二', '三']);
  });

  it('waits as long as it is told when there were too many, says so, then goes on', async () => {
    let refused = 0;
    desk.intercept = (exchange) =>
      isMessage(exchange) &&
      refused++ === 0 &&
      answer(exchange.response, 429, { code: 'TOO_MANY' }, { 'retry-after': '2' });
    const began = Date.now();
    await say(page, '第一句');
    await page.getByText('消息太密了').waitFor();
    await log.getByText('已存').waitFor();
    expect(Date.now() - began).toBeGreaterThanOrEqual(1900);
    expect(refused).toBe(2);
    expect(desk.chat.heard).toEqual(['第一句']);
  });

  it('begins a new conversation when the old one is no longer known, and keeps the unsent text', async () => {
    await say(page, '第一句');
    await log.getByText('已存').waitFor();
    desk.chat.talks.clear();
    await say(page, '没发出去的');
    await log.getByText('从这里重新开始').waitFor();
    await log.getByText('已存').waitFor();
    expect(desk.chat.heard).toEqual(['没发出去的']);
    expect(await own(page)).toEqual(['没发出去的']);
  });

  it('says that a message was not taken, and lets it be sent again', async () => {
    let refused = 0;
    desk.intercept = (exchange) =>
      isMessage(exchange) && refused++ === 0 && answer(exchange.response, 413, { code: 'TOO_LARGE' });
    await say(page, '很长的话');
    await page.getByRole('alert').getByText('未发送').waitFor();
    await say(page, '短的话');
    await log.getByText('已存').waitFor();
    await page.getByRole('button', { name: '再发一次' }).click();
    await eventually(() => desk.chat.heard, ['短的话', '很长的话']);
  });

  it('asks nothing twice of a link with an unknown playbook', async () => {
    desk.intercept = (exchange) =>
      exchange.path === '/chat/conversations' &&
      exchange.json().playbook !== undefined &&
      answer(exchange.response, 400, { code: 'BAD_REQUEST', field: 'playbook' });
    await page.goto(`${desk.base}/?playbook=gone`);
    await say(page, '第一句');
    await log.getByText('已存').waitFor();
    expect(desk.chat.heard).toEqual(['第一句']);
  });
});
