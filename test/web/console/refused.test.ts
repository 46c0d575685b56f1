import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, eventually, launch, type Visit } from '../browser.js';
import { COUNTER } from './counter-playbook.js';
import { feedOf, type Feed } from './feed-of.js';
import { LiveDesk } from './live-desk.js';
import { signedIn } from './signed-in.js';

const PEOPLE = [
  { name: 'ann', displayName: 'Ann Clerk', roles: ['clerk'] },
  { name: 'ben', displayName: 'Ben Clerk', roles: ['clerk'] },
  { name: 'bob', displayName: 'Bob Boss', roles: ['boss'] },
  { name: 'eve', displayName: 'Eve Board', roles: ['board'] },
];
const MATTER = 'The purple parcel was opened';
const OVER = 5000;

describeInBrowser('who may not, may not anywhere', () => {
  let desk: LiveDesk;
  let browser: Browser;
  const visits: Visit[] = [];
  const feeds: Feed[] = [];
  beforeAll(async () => {
    desk = await LiveDesk.open(PEOPLE, 'counter', { yaml: COUNTER });
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    feeds.forEach((feed) => feed.end());
    for (const { context } of visits) await context.close();
    await browser?.close();
    await desk?.close();
  });

  async function pageOf(name: string): Promise<Page> {
    const one = await signedIn(browser, desk.base, name, '/cases', { acceptDownloads: true });
    visits.push(one);
    return one.page;
  }
  /** The statuses that these requests get. */
  async function statuses(name: string, ...requests: [method: string, path: string, body?: object][]) {
    const api = await desk.staff(name);
    const answers = requests.map(([method, path, body]) =>
      api(method, path, body).then(
        () => 'done',
        (error: Error) => /"code":"(\w+)"/.exec(error.message)?.[1],
      ),
    );
    return Promise.all(answers);
  }
  async function exported(page: Page): Promise<string> {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Export/ }).click();
    return readFileSync(await (await download).path(), 'utf8');
  }
  const ops = (number: string, verb: string) => `/cases/${number}/operations/${verb}`;
  const asked = async (page: Page, words: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(words);
  };

  describe('a recused person', () => {
    let number: string;
    let talk: string;
    let page: Page;
    beforeAll(async () => {
      const ann = await desk.staff('ann');
      const customer = await desk.customer('en');
      number = await customer.files(MATTER, 'Goods');
      talk = customer.id;
      await (
        await desk.staff('bob')
      )('POST', ops(number, 'recuse'), { person: 'ben', reason: 'a relative' });
      await ann('POST', '/operations/open-case', { text: 'A case for everybody' });
      page = await pageOf('ben');
    }, 120_000);

    it('sees nothing of it in the lists, by its address, by search or in the palette', async () => {
      await page.getByText('A case for everybody').waitFor();
      for (const path of ['/cases', '/inbox', '/promises', `/cases/${number}`, `/conversations/${talk}`]) {
        await page.goto(`${desk.base}/desk${path}`);
        await page.locator('#main').waitFor();
        await page.waitForLoadState('networkidle').catch(() => undefined);
        expect(await page.locator('#main').innerText()).not.toContain('purple');
      }
      await page.getByText('There is nothing here for you.').waitFor();
      await page.goto(`${desk.base}/desk/cases`);
      await page.getByRole('searchbox', { name: 'Search cases' }).fill('purple');
      await page.getByText('No case fits.').waitFor();
      await asked(page, number);
      await page.getByText('Nothing fits.').waitFor();
      await page.keyboard.press('Escape');
    }, 90_000);

    it('finds nothing of it in the export', async () => {
      await page.goto(`${desk.base}/desk/cases`);
      await page.getByText('A case for everybody').waitFor();
      const csv = await exported(page);
      expect(csv).toContain('A case for everybody');
      expect(csv).not.toContain(number);
      expect(csv).not.toContain('purple');
    }, 60_000);

    it('is told nothing of it by the feed, and gets nothing of it from the API', async () => {
      const [theirs, others] = [await feedOf(desk.base, 'ben'), await feedOf(desk.base, 'ann')];
      feeds.push(theirs, others);
      await (
        await desk.staff('ann')
      )('POST', ops(number, 'add-note'), { text: 'for those who may' });
      await eventually(() => others.said().includes(number), true);
      await (
        await desk.staff('ann')
      )('POST', '/operations/open-case', { text: 'Said later' });
      await eventually(() => theirs.said().includes('"type":"case"'), true);
      expect(theirs.said()).not.toContain(number);
      expect(theirs.said()).not.toContain(talk);

      expect(
        await statuses(
          'ben',
          ['GET', `/cases/${number}`],
          ['GET', `/cases/${number}/course`],
          ['POST', ops(number, 'add-note'), { text: 'x' }],
          ['GET', `/conversations/${talk}`],
          ['POST', `/conversations/${talk}/operations/take-over`, {}],
          ['GET', `/files/${'0'.repeat(64)}?case=${number}`],
        ),
      ).toEqual(Array(6).fill('NOT_FOUND'));
      const ben = await desk.staff('ben');
      for (const list of [
        '/cases',
        '/cases?q=purple',
        '/obligations',
        '/notifications',
        '/approvals',
        '/conversations',
      ])
        expect(JSON.stringify(await ben('GET', list))).not.toContain(number);
    }, 60_000);
  });

  describe('an approval above one’s limit', () => {
    let number: string;
    let page: Page;
    beforeAll(async () => {
      const ann = await desk.staff('ann');
      const opened = (await ann('POST', '/operations/open-case', { text: 'A broken lorry' })) as { number: string };
      number = opened.number;
      await ann('POST', ops(number, 'propose-remedy'), { kind: 'refund', amount: OVER });
      await ann('POST', ops(number, 'complete-stage'));
      page = await pageOf('bob');
    }, 120_000);
    const approve = () => page.getByRole('button', { name: 'Approve', exact: true });

    it('is not theirs in the list of approvals, which says why and who may', async () => {
      await page.goto(`${desk.base}/desk/approvals`);
      await approve().waitFor();
      expect(await approve().getAttribute('aria-disabled')).toBe('true');
      await page.getByText(/^Above your limit of .*1,000/).waitFor();
      await page.keyboard.press('a');
      expect(await page.locator('.m-content').count()).toBe(0);
    }, 60_000);

    it('is not theirs at the case’s address, nor in the palette', async () => {
      await page.goto(`${desk.base}/desk/cases/${number}`);
      await approve().waitFor();
      expect(await approve().getAttribute('aria-disabled')).toBe('true');
      const reason = await approve().getAttribute('aria-describedby');
      expect(await page.locator(`[id="${reason}"]`).first().innerText()).toMatch(/limit/i);
      await asked(page, 'approve');
      const option = page.getByRole('option', { name: /^Approve…/ });
      await option.waitFor();
      expect(await option.getAttribute('aria-disabled')).toBe('true');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      expect(await page.locator('.m-content form').count()).toBe(0);
    }, 60_000);

    it('is not in the view of what one approves, nor in its export', async () => {
      await page.goto(`${desk.base}/desk/cases`);
      await page.getByText('A broken lorry').waitFor();
      await page
        .getByRole('button', { name: /approv/i })
        .first()
        .click();
      await page.getByText('No case fits.').waitFor();
      expect(await exported(page)).not.toContain(number);
    }, 60_000);

    it('is refused by the API, told to nobody as theirs, and goes to whoever may', async () => {
      const feed = await feedOf(desk.base, 'bob');
      feeds.push(feed);
      expect(await statuses('bob', ['POST', ops(number, 'approve'), {}])).toEqual(['OVER_YOUR_LIMIT']);
      const bob = await desk.staff('bob');
      const { approvals } = (await bob('GET', '/approvals')) as { approvals: { number: string; because?: string }[] };
      expect(approvals).toContainEqual(expect.objectContaining({ number, allowed: false, because: 'OVER_YOUR_LIMIT' }));
      await (
        await desk.staff('eve')
      )('POST', ops(number, 'approve'), {});
      await eventually(() => feed.said().includes(number), true);
      // What a feed tells is which case changed, never what may be done to it.
      expect(feed.said()).not.toMatch(/approve|allowed|5000/);
      expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
    }, 60_000);
  });
});
