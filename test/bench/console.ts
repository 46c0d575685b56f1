import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';
import { Client } from './lib/client.js';
import { openChat } from './lib/customers.js';
import { engines } from './lib/engines.js';
import { median, percentile, rounded, table } from './lib/figures.js';
import { startChild } from './lib/child.js';
import { longestTask } from './lib/trace.js';

const CHROMIUM = '/usr/bin/chromium';
const CASES = 10_000;
const PASSWORD = 'a-long-password';
const ROLE = 'front-desk';
const PATIENCE_MS = 120_000;
const TARGET = { longestTaskMs: 50, consoleKilobytes: 250, chatKilobytes: 30 };
const TYPED = 'We are looking into it and will tell you before five. '.repeat(2);

/**
 * The console in Chromium: how much script it loads first, the longest task while 10,000 cases scroll and are filtered,
 * how long a typed letter of a reply waits for its picture.
 */
export async function run({ json }: { json: boolean }): Promise<object> {
  if (!existsSync(CHROMIUM)) {
    console.log('skipped: Chromium is not installed');
    return { skipped: true };
  }
  const place = engines()[0]!.place();
  const env = { ...place.env, CASES: String(CASES), ROLE, ADMIN_PASSWORD: PASSWORD, DEMO: '0' };
  const desk = await startChild('console-desk', env);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const base = `http://localhost:${desk.port}`;
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const chatKilobytes = await firstLoad(page, `${base}/`, 'textarea');
    await signIn(page, base);
    const consoleKilobytes = await firstLoad(page, `${base}/desk/inbox`, '.desk');
    const tasks = await casesTasks(browser, page, base);
    const typing = await typeReply(browser, page, base, desk.port);
    const result = { chatKilobytes, consoleKilobytes, tasks, typing };
    if (!json) {
      console.log(
        `first load, gzipped script: console ${consoleKilobytes} kB (target: at most ${TARGET.consoleKilobytes})`,
      );
      console.log(`first load, gzipped script: chat ${chatKilobytes} kB (target: at most ${TARGET.chatKilobytes})`);
      console.log(`\nlongest task with ${CASES} cases (target: at most ${TARGET.longestTaskMs} ms)\n${table(tasks)}`);
      console.log(`\na letter typed into the reply waits: p50 ${typing['p50 ms']} ms, p99 ${typing['p99 ms']} ms`);
    }
    return { target: TARGET, ...result };
  } finally {
    await browser.close();
    await desk.stop();
    await place.dispose();
  }
}

async function signIn(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/desk/sign-in`);
  await page.locator('input').first().fill('admin');
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.desk').waitFor();
}

/** Kilobytes of gzipped script that a page loads until something is there. */
async function firstLoad(page: Page, address: string, sign: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  const count = (response: { request(): { resourceType(): string }; body(): Promise<Buffer> }) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body).length));
  };
  page.on('response', count);
  await page.goto('about:blank');
  await page.goto(address);
  await page.locator(sign).first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
  page.off('response', count);
  const all = await Promise.all(sizes);
  return Math.round(all.reduce((sum, size) => sum + size, 0) / 1000);
}

async function casesTasks(browser: Browser, page: Page, base: string) {
  await page.goto(`${base}/desk/cases`);
  await page.locator(`[aria-rowcount="${CASES + 1}"]`).waitFor();
  const box = page.locator('.scroll');
  const measured = async (name: string, work: () => Promise<void>) => {
    const { clock, processor } = await longestTask(browser, page, work);
    return { '': name, ms: rounded(clock, 1), 'processor ms': rounded(processor, 1) };
  };
  const wait = (ms: number) => page.waitForTimeout(ms);
  return [
    await measured('scrolling', async () => {
      await box.hover();
      for (let n = 0; n < 40; n += 1) {
        await page.mouse.wheel(0, n % 2 ? 900 : 3000);
        await wait(30);
      }
      for (const share of [0.5, 0.9, 0.1])
        await box.evaluate((one: { scrollTop: number; scrollHeight: number }, to) => {
          one.scrollTop = one.scrollHeight * to;
        }, share);
      await wait(300);
    }),
    await measured('filtering', async () => {
      const views = page.locator('.views button');
      for (let n = 0; n < 6; n += 1) {
        await views.nth(n).click();
        await wait(150);
      }
      await views.nth(3).click();
      await wait(150);
    }),
    await measured('searching', async () => {
      await page.locator('input[type=search]').pressSequentially('滴水', { delay: 80 });
      await wait(2500);
      await page.locator('input[type=search]').fill('');
      await wait(400);
    }),
    await measured('choosing all', async () => {
      await page.locator('thead input').check();
      await wait(200);
      await page.locator('thead input').uncheck();
      await wait(200);
    }),
  ];
}

/** Each letter's time from the key to the next picture, by the browser's own event timing. */
async function typeReply(browser: Browser, page: Page, base: string, port: number) {
  const client = new Client(port);
  const { conversationId, token } = await openChat(client);
  const say = (id: string, text: string) =>
    client.post(`/chat/conversations/${conversationId}/messages`, { id, text }, token);
  await say('m1', 'I want to talk to a person');
  await page.goto(`${base}/desk/conversations/${conversationId}`);
  await page.locator('.take [aria-keyshortcuts=t]').click();
  const box = page.locator('.reply textarea');
  await box.click();
  await page.evaluate(`
    window.waits = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') window.waits.push(duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: false });`);
  const { clock, processor } = await longestTask(browser, page, () => box.pressSequentially(TYPED, { delay: 15 }));
  // The browser reports no event that was quicker than 16 ms.
  const slow = await page.evaluate<number[]>('window.waits');
  client.close();
  const waits = [...slow, ...Array.from({ length: Math.max(0, TYPED.length - slow.length) }, () => 8)];
  return {
    'p50 ms': median(waits),
    'p99 ms': percentile(waits, 0.99),
    'longest task ms': rounded(clock, 1),
    'processor ms': rounded(processor, 1),
  };
}
