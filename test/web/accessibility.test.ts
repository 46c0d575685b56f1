import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, describeInBrowser, eventually, launch, PHONE, visit } from './browser.js';
import { builtWeb } from './built-web.js';
import { FakeDesk } from './fake-desk.js';
import { DECIDE, statusOf } from './status-samples.js';

const READ_BACK = '请您核对：\n经过：导游把我们扔在购物店\n手机：13800138000\n没问题就按“提交”。';
const CHOICES = [
  { id: 'submit', label: '提交' },
  { id: 'edit', label: '修改' },
  { id: 'cancel', label: '取消' },
];
const SCRIPT = [
  [
    {
      text: '很抱歉。\n记下了：订单号 HG-7731，时间 4月26日（周日）下午。\n是什么时候的事？',
      asks: { field: 'occurred_at', type: 'datetime' },
    },
    { from: 'agent' as const, author: '李思远', text: '您好，我是李思远。' },
  ],
  [{ text: READ_BACK, choices: CHOICES }],
  [
    {
      text: '已登记，投诉编号 306-2817-5。\n3月5日（周四）10:00 前，我会告诉您进展。',
      receipt: { number: '306-2817-5', link: '/case/306-2817-5?key=good' },
    },
    {
      text: '您是想投诉、提建议，还是问个问题？',
      choices: [
        { id: 'complaint', label: '投诉' },
        { id: 'other', label: '其他' },
      ],
    },
  ],
];

/** What axe finds by WCAG 2.0 to 2.2, A and AA, and best practice; each as one line. */
async function findings(page: Page): Promise<string[]> {
  await eventually(() => page.evaluate<number>('document.getAnimations().length'), 0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** Every page in its states, as a function that brings the browser there. */
function scenes(desk: FakeDesk): Record<string, (page: Page, language: string) => Promise<void>> {
  const say = async (page: Page, text: string) => {
    await page.locator('textarea').fill(text);
    await page.locator('button[type=submit]').click();
    await page.locator('.msg.me', { hasText: text }).locator('time').waitFor();
  };
  return {
    'chat, nothing said': async (page, language) => {
      await page.goto(`${desk.base}/?lang=${language}`);
      await page.locator('.hello').waitFor();
    },
    'chat, in the middle': async (page, language) => {
      desk.chat.script = structuredClone(SCRIPT);
      await page.goto(`${desk.base}/?lang=${language}`);
      for (const text of ['导游态度很差', '昨天']) await say(page, text);
      await page.locator('.card .btn.primary').waitFor();
    },
    'chat, a person writes': async (page, language) => {
      desk.chat.script = [[{ from: 'agent', author: '李思远', text: '您好，我是李思远。' }]];
      await page.emulateMedia({ reducedMotion: 'reduce' }); // nothing moves, as it never ends
      await page.goto(`${desk.base}/?lang=${language}`);
      await say(page, '导游态度很差');
      await eventually(() => desk.chat.only.streams.size, 1);
      desk.chat.writes(desk.chat.only, '李思远');
      await page.locator('.msg.writes').waitFor();
    },
    'chat, filed and offline': async (page, language) => {
      desk.chat.script = structuredClone(SCRIPT);
      await page.goto(`${desk.base}/?lang=${language}`);
      for (const text of ['导游态度很差', '昨天', '提交']) await say(page, text);
      await page.locator('.slip').waitFor();
      desk.intercept = ({ response }) => Boolean(response.destroy());
      await page.locator('textarea').fill('还有');
      await page.locator('button[type=submit]').click();
      await page.locator('.notice').waitFor();
    },
    'status page': async (page, language) => {
      desk.cases.status.set('508-2417-6', statusOf({ language }));
      await page.goto(`${desk.base}/case/508-2417-6?key=good`);
      await page.locator('.path').waitFor();
    },
    'status page, to decide': async (page, language) => {
      desk.cases.status.set('508-2417-6', statusOf({ language, ...DECIDE }));
      await page.goto(`${desk.base}/case/508-2417-6?key=good`);
      await page.locator('.outcome .btn').last().click();
      await page.locator('#answer').waitFor();
    },
  };
}

describeInBrowser('accessibility', () => {
  let desk: FakeDesk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await FakeDesk.start(builtWeb());
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  // Each language, theme and width at least once, without all twelve for every page.
  const WAYS = [
    { language: 'zh-CN', colorScheme: 'light' as const, ...DESKTOP },
    { language: 'zh-TW', colorScheme: 'dark' as const, ...PHONE },
    { language: 'en', colorScheme: 'dark' as const, ...DESKTOP },
  ];
  for (const name of Object.keys(scenes({} as FakeDesk))) {
    it(`finds nothing amiss: ${name}`, async () => {
      for (const { language, ...options } of WAYS) {
        desk.reset();
        const { context, page, complaints } = await visit(browser, options);
        await scenes(desk)[name]?.(page, language);
        const found = await findings(page);
        const width = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        await context.close();
        expect({ language, ...options.viewport, found, complaints, wider: width > 0 }).toEqual({
          language,
          ...options.viewport,
          found: [],
          complaints: [],
          wider: false,
        });
      }
    }, 60_000);
  }
});
