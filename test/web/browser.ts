import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Long, because the machine may have other things to do. */
const PATIENCE_MS = 15_000;

const installed = existsSync(EXECUTABLE);
if (!installed) process.stdout.write('skipped: Chromium is not installed\n');

/** A suite that needs a browser; skipped, and said so, where there is none. */
export const describeInBrowser = installed ? describe : describe.skip;

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, headless: true, args: FLAGS });
}

export const DESKTOP = { viewport: { width: 1280, height: 800 } };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** What the page complained of: uncaught errors, refusals by the content security policy. */
  complaints: string[];
}

/** A fresh customer's browser. Requests that fail while the test breaks the network are no complaints. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ ...DESKTOP, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (entry) => {
    if (/Content Security Policy/.test(entry.text())) complaints.push(entry.text());
  });
  return { context, page, complaints };
}

/** Looks again and again until `look` gives what is expected; else fails with what it gave at last. */
export async function eventually<T>(look: () => T | Promise<T>, expected: T): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      expect(await look()).toEqual(expected);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }
}
