import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, eventually, launch, type Visit } from '../browser.js';
import { COUNTER } from './counter-playbook.js';
import { LiveDesk } from './live-desk.js';
import { signedIn } from './signed-in.js';

const PEOPLE = [
  { name: 'ann', displayName: 'Ann Clerk', roles: ['clerk'] },
  { name: 'root', displayName: 'Ruth Admin', roles: ['admin', 'clerk'] },
];
const DAY_MS = 86_400_000;

describeInBrowser('administration', () => {
  let ahead = 0;
  const clock = {
    now: () => new Date(Date.now() + ahead),
    set: (at: Date) => void (ahead = at.getTime() - Date.now()),
  };
  let desk: LiveDesk;
  let browser: Browser;
  let one: Visit;
  let other: Server | undefined;
  let page: Page;
  beforeAll(async () => {
    desk = await LiveDesk.open(PEOPLE, 'counter', { yaml: COUNTER, clock, env: { WEBHOOK_ALLOW_PRIVATE: '1' } });
    browser = await launch();
    one = await signedIn(browser, desk.base, 'root', '/admin/staff');
    page = one.page;
  }, 120_000);
  afterAll(async () => {
    other?.closeAllConnections();
    other?.close();
    await one?.context.close();
    await browser?.close();
    await desk?.close();
  });
  const open = (path: string) => page.goto(`${desk.base}/desk${path}`);
  const secret = async () => (await page.locator('.secret').innerText()).trim();
  const asks = (token: string, path = '/cases') =>
    fetch(`${desk.base}/desk/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } }).then(
      ({ status }) => status,
    );

  it('makes a token, shows it once, and revokes it', async () => {
    await open('/admin/tokens');
    await page.getByRole('button', { name: 'New token…' }).click();
    await page.getByLabel('What for').fill('ERP');
    await page.locator('.m-content [type=submit]').click();
    await page.getByText('The token, shown only now').waitFor();
    const token = await secret();
    expect(await asks(token)).toBe(200);
    await page.reload();
    await page.getByText('ERP').waitFor();
    expect(await page.content()).not.toContain(token);
    await page.getByRole('button', { name: 'Revoke ERP' }).click();
    await page.getByText('No token was made.').waitFor();
    expect(await asks(token)).toBe(401);
  }, 60_000);

  it('lists who is signed in where, and ends a session', async () => {
    const ann = await signedIn(browser, desk.base, 'ann', '/cases');
    await open('/admin/sessions');
    await page.getByText('this one').waitFor();
    for (let left = await page.getByRole('button', { name: 'End Ann Clerk' }).count(); left > 0; left -= 1) {
      await page.getByRole('button', { name: 'End Ann Clerk' }).first().click();
      await eventually(() => page.getByRole('button', { name: 'End Ann Clerk' }).count(), left - 1);
    }
    await ann.page.reload();
    await ann.page.getByRole('button', { name: 'Sign in' }).waitFor();
    await ann.context.close();
  }, 60_000);

  it('tells another system, shows the secret once, and sends again what was given up', async () => {
    let broken = true;
    const got: string[] = [];
    other = createServer((request, response) => {
      request.resume().on('end', () => {
        if (!broken) got.push(String(request.headers['x-redress-signature']));
        response.writeHead(broken ? 500 : 204).end();
      });
    }).listen(0, '127.0.0.1');
    await open('/admin/webhooks');
    await page.getByRole('button', { name: 'Tell another system…' }).click();
    await page.getByLabel('Address').fill(`http://127.0.0.1:${(other!.address() as AddressInfo).port}/hook`);
    await page.locator('.m-content [type=submit]').click();
    await page.getByText('The secret that signs, shown only now').waitFor();
    expect((await secret()).length).toBeGreaterThan(20);
    const ann = await desk.staff('ann');
    await ann('POST', '/operations/open-case', { text: 'A story for others' });
    await desk.app.runUntil(new Date(clock.now().getTime() + 7 * DAY_MS));
    one = await signedIn(browser, desk.base, 'root', '/admin/webhooks');
    page = one.page;
    await page.getByRole('button', { name: /^Last deliveries/ }).click();
    await page.getByText('given up').first().waitFor();
    broken = false;
    await page.getByRole('button', { name: 'Send again' }).first().click();
    await eventually(() => got.length > 0, true);
    await page.getByText('delivered').first().waitFor();
  }, 120_000);

  it('shows what is owed, and has the desk do it now', async () => {
    await open('/admin/owed');
    const act = page.getByRole('button', { name: /^Do it now/ }).first();
    await act.click();
    await page.getByText('The desk does it at its next tick').waitFor();
  }, 60_000);

  it('shows what one was told until it is marked', async () => {
    const ann = await desk.staff('root');
    const { notifications } = (await ann('GET', '/notifications')) as { notifications: object[] };
    await open('/admin/notices');
    if (notifications.length === 0) return void (await page.getByText('You were told nothing yet.').waitFor());
    await page.getByText('new', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await eventually(() => page.getByText('new', { exact: true }).count(), 0);
  }, 60_000);

  it('finds in the audit who did what, and that no chain is broken', async () => {
    await open('/admin/audit');
    await page.getByText(/are unbroken/).waitFor();
    await page.getByLabel('Who (account)').selectOption('ann');
    await page.getByRole('button', { name: 'Search' }).click();
    await eventually(async () => new Set(await page.locator('tbody td:nth-child(2)').allInnerTexts()).size, 1);
  }, 60_000);

  it('names file and line of what does not check in a procedure, while the stored version serves', async () => {
    await desk.app.stop();
    await desk.start(COUNTER.replace('owner: clerk', 'owner: clown'));
    const fresh = await signedIn(browser, desk.base, 'root', '/admin/procedures');
    await fresh.page.getByText('These files do not check').waitFor();
    const line = COUNTER.split('\n').findIndex((text) => text.includes('owner: clerk')) + 1;
    await fresh.page.getByText(`line ${line}`).first().waitFor();
    expect(await fresh.page.locator('.notice.late').innerText()).toContain('clown');
    await fresh.page.getByRole('heading', { name: /Counter complaints/ }).waitFor();
    expect([...one.complaints, ...fresh.complaints]).toEqual([]);
    await fresh.context.close();
  }, 90_000);
});
