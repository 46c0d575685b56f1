import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, eventually, launch, type Visit } from '../browser.js';
import { COUNTER } from './counter-playbook.js';
import { LiveDesk } from './live-desk.js';
import { signedIn } from './signed-in.js';

const PEOPLE = [
  { name: 'ann', displayName: 'Ann Clerk', roles: ['clerk'] },
  { name: 'ben', displayName: 'Ben Clerk', roles: ['clerk'] },
  { name: 'sun', displayName: 'Sun Min', roles: ['department-head'] },
];
const STORIES = ['导游把我们扔在翡翠店', '房间发霉，整晚没人来', '=HYPERLINK("http://evil")', 'A broken lorry'];

describeInBrowser('the list of cases', () => {
  let desk: LiveDesk;
  let browser: Browser;
  let visit: Visit;
  let page: Page;
  const numbers: string[] = [];
  beforeAll(async () => {
    desk = await LiveDesk.open(PEOPLE, 'counter', { yaml: COUNTER });
    browser = await launch();
    const ann = await desk.staff('ann');
    for (const text of STORIES) {
      const { number } = (await ann('POST', '/operations/open-case', { text, name: '@SUM(1)' })) as { number: string };
      numbers.push(number);
    }
    visit = await signedIn(browser, desk.base, 'ann', '/cases', { acceptDownloads: true });
    page = visit.page;
    await page.getByText('A broken lorry').waitFor();
  }, 120_000);
  afterAll(async () => {
    await visit?.context.close();
    await browser?.close();
    await desk?.close();
  });
  const shown = () => page.locator('tbody tr:not(.space) .only-line').allInnerTexts();

  it('finds Chinese words within a story, and numbers', async () => {
    const search = page.getByRole('searchbox', { name: 'Search cases' });
    await search.fill('发霉');
    await eventually(shown, [STORIES[1]]);
    await search.fill(numbers[3]!);
    await eventually(shown, [STORIES[3]]);
    await search.fill('');
    await eventually(async () => (await shown()).length, STORIES.length);
  }, 60_000);

  it('exports what is seen, and nothing that a spreadsheet would calculate', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Export/ }).click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    for (const number of numbers) expect(csv).toContain(number);
    expect(csv).toContain(`'@SUM(1)`);
    expect(csv).not.toMatch(/(^|,)"?[=@]/m);
  }, 60_000);

  it('assigns several at once, and the list shows it without being read anew', async () => {
    const lists: string[] = [];
    page.on(
      'request',
      (request) => void (/\/cases\?limit=200&(?!numbers)/.test(request.url()) && lists.push(request.url())),
    );
    for (const number of numbers.slice(0, 2)) await page.getByRole('checkbox', { name: `Select ${number}` }).check();
    await page.keyboard.press('Shift+A');
    const foreign = page.locator('option[value=sun]');
    expect([await foreign.textContent(), await foreign.isDisabled()]).toEqual([
      'Sun Min · has no role in this procedure',
      true,
    ]);
    await page.getByLabel('to').selectOption('ben');
    await page.locator('.m-content [type=submit]').click();
    await page.locator('.m-content').waitFor({ state: 'detached' });
    await eventually(() => page.locator('tbody').getByText('Ben Clerk').count(), 2);
    const ann = await desk.staff('ann');
    for (const number of numbers.slice(0, 2))
      expect(await ann('GET', `/cases/${number}`)).toMatchObject({ assigned: 'ben' });
    expect(lists.filter((url) => !url.includes('owner='))).toEqual([]);
  }, 60_000);

  it('keeps a view of one’s own, with its count, through a reload', async () => {
    page.on('dialog', (dialog) => void dialog.accept('Ben’s'));
    await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: 'Ben Clerk' });
    await eventually(async () => (await shown()).length, 2);
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.reload();
    await page.getByRole('button', { name: /^Ben’s\s*2$/ }).click();
    await eventually(async () => (await shown()).length, 2);
    expect(visit.complaints).toEqual([]);
  }, 60_000);

  it('reads out in full by keyboard what is cut in a row', async () => {
    const long = `${'A very long story of a lorry '.repeat(12)}ends here`;
    const ann = await desk.staff('ann');
    await ann('POST', '/operations/open-case', { text: long, name: 'Bo' });
    const one = await signedIn(browser, desk.base, 'ann', '/cases');
    await one.page.locator('tbody').getByText('A very long story').waitFor();
    const full = one.page.locator('.full-text');
    for (
      let n = 0;
      n <= STORIES.length && !(await one.page.locator('tr.here', { hasText: 'long story' }).count());
      n += 1
    )
      await one.page.keyboard.press('j');
    await full.getByText('A very long story').waitFor();
    await one.page.keyboard.press('Enter');
    await one.page.locator('#next-step').waitFor();
    await one.context.close();
  }, 60_000);
});
