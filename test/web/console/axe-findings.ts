import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { eventually } from '../browser.js';

/** What axe finds by WCAG 2.0 to 2.2, A and AA, and best practice, once nothing moves; each as one line. */
export async function axeFindings(page: Page): Promise<string[]> {
  await eventually(() => page.evaluate<number>('document.getAnimations().length'), 0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
