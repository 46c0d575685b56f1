import type { Browser, Page } from 'playwright-core';
import { DESKTOP, describeInBrowser, launch, PHONE, visit } from '../browser.js';
import { axeFindings } from './axe-findings.js';
import { LiveDesk, PASSWORD } from './live-desk.js';

const PEOPLE = [
  { name: 'li', displayName: '李思远', roles: ['service'] },
  { name: 'wang', displayName: '王佳宁', roles: ['service'] },
];

async function findings(page: Page, state: string): Promise<string[]> {
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  return [
    ...(await axeFindings(page)).map((found) => `${state} ${found}`),
    ...(wide > 0 ? [`${state}: ${wide} px too wide`] : []),
  ];
}

describeInBrowser('who has a conversation, and who would have it', () => {
  let desk: LiveDesk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await LiveDesk.open(PEOPLE);
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  it.each([
    { language: 'zh-CN', colorScheme: 'light' as const, ...DESKTOP },
    { language: 'zh-TW', colorScheme: 'dark' as const, ...PHONE },
    { language: 'en', colorScheme: 'light' as const, ...PHONE },
    { language: 'en', colorScheme: 'dark' as const, ...DESKTOP },
  ])(
    'is said to everybody: $language, $colorScheme, $viewport.width',
    async ({ language, ...options }) => {
      const [mine, theirs] = [await desk.customer(), await desk.customer()];
      for (const customer of [mine, theirs]) await customer.says('司机绕路，我要找人工客服');
      const [li, wang] = [await desk.staff('li'), await desk.staff('wang')];
      await li('POST', `/conversations/${mine.id}/operations/take-over`, {});
      await wang('POST', `/conversations/${theirs.id}/operations/take-over`, {});
      await wang('POST', `/conversations/${mine.id}/operations/ask-for`, { reason: '熟客' });
      const { context, page } = await visit(browser, options);
      const open = async (id: string) => {
        await page.goto(`${desk.base}/desk/conversations/${id}?lang=${language}`);
        await page.locator('.foot-b').waitFor();
      };
      await page.goto(`${desk.base}/desk?lang=${language}`);
      await page.locator('#name').fill('li');
      await page.locator('#password').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.locator('.desk').waitFor();
      const amiss: string[] = [];
      await open(mine.id);
      await page.locator('.asked').waitFor();
      amiss.push(...(await findings(page, 'asked of me')));
      const box = page.locator('.reply textarea');
      await box.press('/');
      await page.locator('.canned [role=option]').first().waitFor();
      amiss.push(...(await findings(page, 'canned replies')));
      await page.locator('.canned-f button').first().click();
      amiss.push(...(await findings(page, 'a new canned reply')));
      await open(theirs.id);
      await page.locator('.colleague').waitFor();
      amiss.push(...(await findings(page, 'a colleague has it')));
      await page.locator('.colleague button').last().click();
      await page.getByRole('dialog').waitFor();
      amiss.push(...(await findings(page, 'a reason')));
      await context.close();
      await li('POST', `/conversations/${mine.id}/operations/keep`, {});
      expect(amiss).toEqual([]);
    },
    120_000,
  );
});
