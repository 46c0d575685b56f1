import type { Browser, FrameLocator, Page } from 'playwright-core';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeInBrowser, eventually, launch, visit, type Visit } from './browser.js';
import { builtWeb } from './built-web.js';
import { FakeDesk } from './fake-desk.js';

describeInBrowser('the launcher on somebody else’s page', () => {
  let desk: FakeDesk;
  let host: Server;
  let browser: Browser;
  let open: Visit;
  let page: Page;
  let frame: FrameLocator;

  beforeAll(async () => {
    desk = await FakeDesk.start(builtWeb());
    browser = await launch();
    host = createServer((_request, response) => {
      const policy = `default-src 'none'; script-src ${desk.base}; frame-src ${desk.base}`;
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy })
        .end(
          `<!doctype html><title>Shop</title><h1>Shop</h1><script src="${desk.base}/embed.js" data-lang="en" data-label="Complaints"></script>`,
        );
    });
    await new Promise<void>((resolve) => host.listen(0, 'localhost', resolve));
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    host?.closeAllConnections();
    host?.close();
  });
  beforeEach(async () => {
    desk.reset();
    open = await visit(browser);
    page = open.page;
    frame = page.frameLocator('iframe[title=Complaints]');
    await page.goto(`http://localhost:${(host.address() as AddressInfo).port}`);
  });
  afterEach(() => open.context.close());

  const launcher = () => page.getByRole('button', { name: 'Complaints' });

  it('opens the chat in a frame, closes it, and breaks no strict policy of the host', async () => {
    expect(await page.locator('iframe').count()).toBe(0);
    await launcher().click();
    await frame.getByRole('heading', { name: 'Hello. Tell us what went wrong.' }).waitFor();
    await frame.getByRole('textbox').fill('The guide left us');
    await frame.getByRole('button', { name: 'Send', exact: true }).click();
    await frame.getByText('Stored').waitFor();
    expect(desk.chat.only.opened).toEqual({ locale: 'en' });
    await frame.getByRole('button', { name: 'Close' }).click();
    await page.locator('iframe').waitFor({ state: 'hidden' });
    expect(open.complaints).toEqual([]);
  });

  it('shows how many messages came while it was closed', async () => {
    await launcher().click();
    await frame.getByRole('textbox').fill('Agent please');
    await frame.getByRole('button', { name: 'Send', exact: true }).click();
    await frame.getByText('Stored').waitFor();
    await frame.getByRole('button', { name: 'Close' }).click();
    desk.chat.say(desk.chat.only, { text: 'A colleague is here.' });
    await page.getByRole('button', { name: 'Complaints (1)' }).waitFor();
    await launcher().click();
    await eventually(() => page.getByRole('button', { name: 'Complaints', exact: true }).count(), 1);
  });
});
