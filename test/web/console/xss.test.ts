import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launch, type Visit } from '../browser.js';
import { COUNTER } from './counter-playbook.js';
import { LiveDesk } from './live-desk.js';
import { signedIn } from './signed-in.js';

const XSS = '<img src=x onerror="window.hit=1">';
const IN_YAML = `'${XSS}'`;
const PEOPLE = [
  { name: 'ann', displayName: `Ann ${XSS}`, roles: ['clerk', 'admin'] },
  { name: 'bob', displayName: 'Bob Boss', roles: ['boss'] },
];
/** The procedure's own words, and a field for a plate. */
const HOSTILE = COUNTER.replace('{en: Counter complaints,', `{en: ${IN_YAML},`)
  .replace('{en: Work,', `{en: ${IN_YAML},`)
  .replace('goods: {en: Goods,', `goods: {en: ${IN_YAML.slice(0, 20)}x>',`)
  .replace('refund: {en: Refund,', `refund: {en: ${IN_YAML},`)
  .replace('stages:', '  plate_no: {label: {en: Plate, zh-CN: 车牌}, type: text, optional: true}\nstages:');

describeInBrowser('what people write is text', () => {
  let desk: LiveDesk;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  let number: string;
  let talk: string;
  beforeAll(async () => {
    desk = await LiveDesk.open(PEOPLE, 'counter', { yaml: HOSTILE });
    browser = await launch();
    const ann = await desk.staff('ann');
    const on = (verb: string, args: object) => ann('POST', `/cases/${number}/operations/${verb}`, args);
    const fields = { plate_no: XSS };
    const opened = await ann('POST', '/operations/open-case', { text: `${XSS} broke`, name: XSS, fields });
    number = (opened as { number: string }).number;
    await on('add-note', { text: XSS });
    await on('record-finding', { cause: XSS, responsible: XSS, note: XSS });
    await on('propose-remedy', { kind: 'refund', amount: 10, text: XSS });
    await on('add-action', { kind: 'preventive', what: XSS });
    await on('record-contact', { with: XSS, note: XSS });
    await on('say', { text: XSS }).catch(() => undefined);
    await ann('POST', '/tokens', { label: XSS });
    const customer = await desk.customer('en');
    talk = customer.id;
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await customer.sends(`${XSS}.png`, png, XSS);
    await customer.says('I want to talk to a person');
    visit = await signedIn(browser, desk.base, 'ann', '/cases');
    page = visit.page;
  }, 120_000);
  afterAll(async () => {
    await visit?.context.close();
    await browser?.close();
    await desk?.close();
  });

  it('on every page, under the content security policy', async () => {
    const places = [
      ['/cases', 'broke'],
      [`/cases/${number}`, 'broke'],
      ['/inbox', ''],
      [`/conversations/${talk}`, 'onerror'],
      ['/promises', ''],
      ['/reports', 'onerror'],
      ['/approvals', ''],
      ['/admin/staff', 'onerror'],
      ['/admin/procedures', 'onerror'],
      ['/admin/tokens', 'onerror'],
      ['/admin/sessions', 'onerror'],
      ['/admin/notices', ''],
      ['/admin/owed', ''],
      ['/admin/audit', number],
    ] as const;
    for (const [path, shown] of places) {
      await page.goto(`${desk.base}/desk${path}`);
      await page.locator('#main').getByText(shown).first().waitFor({ state: 'attached' });
      expect([
        path,
        await page.evaluate('[window.hit ?? null, document.querySelectorAll("img[src=x]").length]'),
      ]).toEqual([path, [null, 0]]);
    }
    await page.goto(`${desk.base}/desk/cases/${number}`);
    await page.locator('[data-verb=carry-out-remedy]').first().click();
    await page.locator('.m-content').getByText('onerror').first().waitFor();
    expect(await page.evaluate('document.querySelectorAll("img[src=x]").length')).toBe(0);
    expect(visit.complaints).toEqual([]);
  }, 120_000);
});
