import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, eventually, launch, type Visit } from '../browser.js';
import { COUNTER } from './counter-playbook.js';
import { LiveDesk } from './live-desk.js';
import { signedIn } from './signed-in.js';

const PEOPLE = [
  { name: 'ann', displayName: 'Ann Clerk', roles: ['clerk'] },
  { name: 'bob', displayName: 'Bob Boss', roles: ['boss'] },
  { name: 'root', displayName: 'Ruth Admin', roles: ['admin', 'clerk'] },
];

describeInBrowser('what waits, runs and was done', () => {
  let desk: LiveDesk;
  let browser: Browser;
  const visits: Visit[] = [];
  let ann: Awaited<ReturnType<LiveDesk['staff']>>;
  const numbers: string[] = [];
  beforeAll(async () => {
    desk = await LiveDesk.open(PEOPLE, 'counter', { yaml: COUNTER });
    browser = await launch();
    ann = await desk.staff('ann');
    for (const text of ['A broken lorry', 'A wet parcel']) {
      const { number } = (await ann('POST', '/operations/open-case', { text })) as { number: string };
      await ann('POST', `/cases/${number}/operations/extend-deadline`, {
        clock: 'work',
        by: '2d',
        reason: 'the carrier has not answered',
      });
      numbers.push(number);
    }
  }, 120_000);
  afterAll(async () => {
    for (const { context } of visits) await context.close();
    await browser?.close();
    await desk?.close();
  });
  async function pageOf(name: string, path: string): Promise<Page> {
    const one = await signedIn(browser, desk.base, name, path, { acceptDownloads: true });
    visits.push(one);
    return one.page;
  }

  it('shows who asks for more time, until when and why, and to whom it falls', async () => {
    const page = await pageOf('ann', '/approvals');
    await page.getByRole('heading', { name: 'Not yours to approve 2' }).waitFor();
    const detail = page.getByRole('region', { name: 'The approval' });
    await detail.getByText('the carrier has not answered').waitFor();
    await detail.getByText('Ann Clerk asks for more time').first().waitFor();
    await detail.getByText('It waits for Boss.').waitFor();
    expect(await page.getByRole('button', { name: 'Approve', exact: true }).getAttribute('aria-disabled')).toBe('true');
  }, 60_000);

  it('grants and refuses it from there', async () => {
    const page = await pageOf('bob', '/approvals');
    await page.getByRole('button', { name: /A broken lorry/ }).click();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('the carrier has not answered').waitFor();
    await dialog.locator('[type=submit]').click();
    await eventually(() => page.getByRole('button', { name: /A broken lorry/ }).count(), 0);
    await page.getByRole('button', { name: 'Send back…' }).click();
    await dialog.getByLabel('Reason').fill('ask the driver');
    await dialog.locator('[type=submit]').click();
    await page.getByText('Nothing waits for approval.').waitFor();
    const states = await Promise.all(
      numbers.map(async (number) => {
        const { extensions } = (await ann('GET', `/cases/${number}`)) as { extensions: { state: string }[] };
        return extensions.map(({ state }) => state);
      }),
    );
    expect(states).toEqual([['approved'], ['refused']]);
  }, 60_000);

  it('counts the cases on a version of a procedure, and leads to them', async () => {
    const page = await pageOf('root', '/admin/procedures');
    await page.getByRole('button', { name: 'Counter complaints' }).click();
    await page.getByRole('link', { name: '2 cases under way' }).click();
    await page.getByRole('button', { name: /Counter complaints, version 1\s*2/ }).waitFor();
    await page.getByText('A broken lorry').waitFor();
    await page.getByText('A wet parcel').waitFor();
  }, 60_000);

  it('tests a channel and says what came of it', async () => {
    await (await desk.customer('en')).says('Hello');
    await desk.app.idle();
    const page = await pageOf('root', '/admin/channels');
    await page.getByText(/last in today .* last out today/).waitFor();
    await page.getByRole('button', { name: 'Test Web' }).click();
    await page.getByText(`It answers: ${desk.base}.`).waitFor();
    await page.getByRole('button', { name: 'Test Bot Framework' }).click();
    await page.getByText('Without an app id only an emulator on this machine can write.').waitFor();
  }, 60_000);

  it('finds in the audit what was done at the desk itself, by person and kind, and gives it as CSV', async () => {
    const page = await pageOf('root', '/admin/audit');
    await page.getByLabel('Kind').selectOption('People and rights');
    await page.getByLabel('Who (account)').selectOption('admin');
    await page.getByRole('button', { name: 'Search' }).click();
    await eventually(
      async () => new Set(await page.locator('tbody td:nth-child(3)').allInnerTexts()),
      new Set(['Invited']),
    );
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export these 3' }).click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv).toContain('Invited,root,"roles admin, clerk"');
    await page.getByLabel('Kind').selectOption('Sign-ins');
    await page.getByLabel('Who (account)').selectOption('bob');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('cell', { name: 'Signed in' }).first().waitFor();
    expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 60_000);
});
