import type { Browser, BrowserContextOptions } from 'playwright-core';
import { visit, type Visit } from '../browser.js';
import { PASSWORD } from './live-desk.js';

/** A person's browser at an address of the console, signed in by the form; in English unless the options say otherwise. */
export async function signedIn(
  browser: Browser,
  base: string,
  name: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const one = await visit(browser, { locale: 'en-GB', ...options });
  await one.page.goto(`${base}/desk${path}`);
  await one.page.locator('input').first().fill(name);
  await one.page.locator('input[type=password]').fill(PASSWORD);
  await one.page.keyboard.press('Enter');
  await one.page.locator('.desk').waitFor();
  return one;
}
