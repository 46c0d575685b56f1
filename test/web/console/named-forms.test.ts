import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launch, type Visit } from '../browser.js';
import { COUNTER } from './counter-playbook.js';
import { LiveDesk } from './live-desk.js';
import { signedIn } from './signed-in.js';

/** Its first stage moves on by certain words only. */
const STRICT = COUNTER.replace('also: [record-finding, ', 'also: [').replace(
  'done: [complete-stage]',
  'done: [{record-contact: {where: {with: customer}}}, {record-finding: {all: {argument: checks, of: [staff, site, till]}}}, complete-stage]',
);
const PEOPLE = [
  { name: 'ann', displayName: 'Ann Clerk', roles: ['clerk'] },
  { name: 'bob', displayName: 'Bob Boss', roles: ['boss'] },
  { name: 'eve', displayName: 'Eve Board', roles: ['board'] },
];

describeInBrowser('words that only certain ids stand for', () => {
  let desk: LiveDesk;
  let browser: Browser;
  let number: string;
  let read: () => Promise<unknown>;
  const visits: Visit[] = [];
  beforeAll(async () => {
    desk = await LiveDesk.open(PEOPLE, 'counter', { yaml: STRICT });
    browser = await launch();
    const ann = await desk.staff('ann');
    ({ number } = (await ann('POST', '/operations/open-case', { text: '盒子破了' })) as { number: string });
    read = () => ann('GET', `/cases/${number}`);
  }, 120_000);
  afterAll(async () => {
    for (const { context } of visits) await context.close();
    await browser?.close();
    await desk?.close();
  });

  async function form(who: string, verb: string, locale: string): Promise<Page> {
    const one = await signedIn(browser, desk.base, who, `/cases/${number}`, { locale });
    visits.push(one);
    await one.page.locator(`[data-verb="${verb}"]`).first().click();
    await one.page.locator('.m-content').waitFor();
    return one.page;
  }
  const submit = async (page: Page) => {
    await page.locator('.m-content [type=submit]').click();
    await page.locator('.m-content').waitFor({ state: 'detached' });
  };
  const optionsOf = (page: Page, id: string) => page.locator(`#${id} option:not([value=""])`).allInnerTexts();

  it('offers the customer as a contact, by name, and takes other words beside', async () => {
    const page = await form('ann', 'record-contact', 'zh-CN');
    expect(await optionsOf(page, 'record-contact-with')).toEqual(['客户', '其他（自己填）…']);
    await page.locator('#record-contact-with').selectOption('…');
    await page.locator('#record-contact-with-other').fill('客户');
    await submit(page);
    expect(await read()).toMatchObject({ contacts: [{ with: 'customer' }] });
    await page.locator('[data-verb="record-contact"]').first().click();
    await page.locator('#record-contact-with').selectOption('…');
    await page.locator('#record-contact-with-other').fill('邻居');
    await submit(page);
    expect(await read()).toMatchObject({ contacts: [{ with: 'customer' }, { with: '邻居' }] });
  }, 60_000);

  it('has the checks ticked in words, the id where none are known, and shows them so in the finding', async () => {
    const page = await form('ann', 'record-finding', 'zh-TW');
    await page.locator('#record-finding-cause').fill('螺絲鬆了');
    const checks = page.locator('#record-finding-checks');
    expect(await checks.locator('label').allInnerTexts()).toEqual(['人員', '現場', 'till']);
    for (const one of ['till', '人員', '現場']) await checks.getByLabel(one).check();
    await submit(page);
    expect(await read()).toMatchObject({ findings: [{ checks: 'staff,site,till' }] });
    await page.locator('.panel .meta', { hasText: '現場' }).waitFor();
    expect(await page.locator('.panel .meta > span', { hasText: 'site' }).count()).toBe(0);
  }, 60_000);

  it('offers to decide only what waits, in words', async () => {
    const ann = await desk.staff('ann');
    await ann('POST', `/cases/${number}/operations/propose-remedy`, { kind: 'refund', amount: 80 });
    await ann('POST', `/cases/${number}/operations/complete-stage`, {});
    for (const [verb, locale, words] of [
      ['approve', 'zh-CN', ['处理办法']],
      ['refuse', 'en', ['The remedies']],
    ] as const) {
      const page = await form('bob', verb, locale);
      expect(await optionsOf(page, `${verb}-what`)).toEqual(words);
    }
    const bob = await desk.staff('bob');
    await bob('POST', `/cases/${number}/operations/extend-deadline`, { clock: 'approval', by: '1d', reason: 'late' });
    const page = await form('eve', 'approve', 'zh-TW');
    expect(await optionsOf(page, 'approve-what')).toEqual(['處理方式', '延長期限']);
    expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 90_000);
});
