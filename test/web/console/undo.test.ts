import type { Page } from 'playwright-core';
import { describeInBrowser, eventually } from '../browser.js';
import { deskInBrowser, travelStory } from './desk-in-browser.js';
import { signedIn } from './signed-in.js';

const PEOPLE = [
  { name: 'li', displayName: 'Li Siyuan', roles: ['service'] },
  { name: 'sun', displayName: 'Sun Min', roles: ['department-head'] },
  { name: 'liudao', displayName: '刘大川', roles: ['department-head'] },
];
const STORY = travelStory('刘大川');

describeInBrowser('what was done can be taken back while it can', () => {
  const held = deskInBrowser(PEOPLE);

  async function opened(name: string, path: string): Promise<Page> {
    const one = await signedIn(held.browser, held.desk.base, name, path);
    held.visits.push(one);
    return one.page;
  }
  const undo = (page: Page) => page.locator('.toast').getByRole('button', { name: 'Undo' });

  it('taking over a conversation: until a word is said in it', async () => {
    const customer = await held.desk.customer();
    await customer.says('司机绕路，我要找人工客服');
    const page = await opened('li', `/conversations/${customer.id}`);
    const take = page.getByRole('button', { name: 'Take over' });
    await take.click();
    await undo(page).click();
    await page.locator('.conv > header .st.soon').waitFor();
    await eventually(() => undo(page).count(), 0);
    await take.click();
    await undo(page).waitFor();
    await customer.says('还在吗');
    await undo(page).waitFor({ state: 'detached', timeout: 5000 });
  }, 120_000);

  it('handing it back: until the customer answers the assistant', async () => {
    const customer = await held.desk.customer();
    await customer.says('司机绕路，我要找人工客服');
    const page = await opened('li', `/conversations/${customer.id}`);
    await page.getByRole('button', { name: 'Take over' }).click();
    const back = page.getByRole('button', { name: 'Hand back', exact: true });
    await back.click();
    await page.locator('.toast').getByText('Handed back.').waitFor();
    await page.locator('body').press('z');
    await page.getByText('You have it, the assistant is silent').waitFor();
    await back.click();
    await undo(page).last().waitFor();
    await customer.says('TR20260301-88');
    await eventually(() => undo(page).count(), 0);
  }, 120_000);

  it('assigning a case: back to whom it was assigned before; whoever is complained about cannot be chosen', async () => {
    const customer = await held.desk.customer();
    const number = await customer.files(...STORY);
    const li = await held.desk.staff('li');
    const given = { category: 'service_attitude', nature: 'valid', severity: 'general' };
    await li('POST', `/cases/${number}/operations/classify`, given);
    const sun = await opened('sun', `/cases/${number}`);
    await sun.locator('.pairs').getByText('Recused: 刘大川').waitFor();
    const assign = async (to: string) => {
      await sun.locator('body').press('Shift+A');
      const list = sun.getByRole('dialog').getByRole('combobox').first();
      const accused = list.locator('option', { hasText: '刘大川' });
      expect(await accused.evaluate((option: { disabled: boolean }) => option.disabled)).toBe(true);
      expect(await accused.textContent()).toContain('has no part in this case');
      await list.selectOption({ label: to });
      await sun.getByRole('dialog').getByRole('button', { name: 'Confirm: Assign' }).click();
      await sun.getByRole('dialog').waitFor({ state: 'detached' });
    };
    await assign('Customer service');
    expect(await undo(sun).count()).toBe(0);
    await assign('Head of department');
    await undo(sun).click();
    const assigned = async () =>
      ((await li('GET', `/cases/${number}`)) as { timeline: { what: string; detail?: object }[] }).timeline
        .filter(({ what }) => what === 'assign')
        .map(({ detail }) => detail);
    await eventually(assigned, [{ role: 'service' }, { role: 'department-head' }, { role: 'service' }]);
    await assign('Head of department');
    await undo(sun).waitFor();
    await li('POST', `/cases/${number}/operations/add-note`, { text: 'the guide was asked' });
    await eventually(() => undo(sun).count(), 0);
  }, 120_000);
});
