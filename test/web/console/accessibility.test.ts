import type { Browser } from 'playwright-core';
import { DESKTOP, describeInBrowser, eventually, launch, PHONE, visit } from '../browser.js';
import { axeFindings } from './axe-findings.js';
import { LiveDesk, PASSWORD } from './live-desk.js';

const PEOPLE = [
  { name: 'li', displayName: '李思远', roles: ['service', 'admin'] },
  { name: 'wang', displayName: '王佳宁', roles: ['service'] },
  { name: 'sun', displayName: '孙敏', roles: ['department-head'] },
];
const STORY = [
  '导游昨天下午两点把我们扔在翡翠店三个小时',
  '退还当天费用并道歉',
  '我叫王小明，电话 13800138000',
  'TR20260301-88',
  '跳过',
  '跳过',
];
const XSS = '<img src=x onerror="document.title=\'hit\'">';

describeInBrowser('the console is for everybody', () => {
  let desk: LiveDesk;
  let browser: Browser;
  let paths: Record<string, string>;
  beforeAll(async () => {
    desk = await LiveDesk.open(PEOPLE);
    browser = await launch();
    const [customer, waiting] = [await desk.customer(), await desk.customer()];
    const number = await customer.files(...STORY);
    await waiting.says(`${XSS} 我要找人工客服`);
    const [li, sun, wang] = [await desk.staff('li'), await desk.staff('sun'), await desk.staff('wang')];
    const second = (
      (await li('POST', '/operations/open-case', { text: `${XSS} 退款拖了一个月`, name: XSS })) as { number: string }
    ).number;
    const on = `/cases/${second}/operations`;
    await li('POST', `${on}/classify`, { category: 'after_sale', nature: 'valid', severity: 'general' });
    await sun('POST', `${on}/assign`, { to: 'wang' });
    await wang('POST', `${on}/record-finding`, { cause: XSS, responsible: XSS });
    await wang('POST', `${on}/propose-remedy`, { kind: 'refund', amount: 680, text: XSS });
    await li('POST', `/conversations/${customer.id}/operations/take-over`, {});
    paths = {
      inbox: '/inbox',
      'a talk that waits': `/conversations/${waiting.id}`,
      'a talk of one’s own': `/conversations/${customer.id}`,
      'a case to classify': `/cases/${number}`,
      'a case to approve': `/cases/${second}`,
      cases: '/cases',
      approvals: '/approvals',
      promises: '/promises',
      staff: '/admin/staff',
      procedures: '/admin/procedures',
      channels: '/admin/channels',
      'dead letters': '/admin/dead-letters',
      tokens: '/admin/tokens',
      sessions: '/admin/sessions',
      webhooks: '/admin/webhooks',
      'promises owed': '/admin/owed',
      notices: '/admin/notices',
      calendars: '/admin/calendars',
      audit: '/admin/audit',
      reports: '/reports',
      nowhere: '/nowhere',
    };
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  it.each([
    { language: 'zh-CN', colorScheme: 'light' as const, ...DESKTOP },
    { language: 'zh-TW', colorScheme: 'dark' as const, ...PHONE },
    { language: 'en', colorScheme: 'dark' as const, ...DESKTOP },
    { language: 'en', colorScheme: 'light' as const, ...PHONE },
  ])(
    'finds nothing amiss: $language, $colorScheme, $viewport.width',
    async ({ language, ...options }) => {
      const { context, page, complaints } = await visit(browser, options);
      await page.goto(`${desk.base}/desk?lang=${language}`);
      await page.locator('#name').waitFor();
      const amiss: Record<string, string[]> = { 'sign-in': await axeFindings(page) };
      await page.locator('#name').fill('li');
      await page.locator('#password').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.locator('.desk').waitFor();
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(`${desk.base}/desk${path}?lang=${language}`);
        await page.locator('.desk').waitFor();
        await eventually(() => page.locator('[aria-busy]').count(), 0);
        amiss[name] = await axeFindings(page);
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        if (wide > 0) amiss[name].push(`${wide} px too wide`);
        expect(await page.title()).not.toBe('hit');
      }
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').waitFor();
      amiss.palette = await axeFindings(page);
      await context.close();
      expect(Object.entries(amiss).filter(([, list]) => list.length > 0)).toEqual([]);
      expect(complaints).toEqual([]);
    },
    240_000,
  );
});
