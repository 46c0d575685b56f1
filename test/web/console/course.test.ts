import type { Page } from 'playwright-core';
import { describeInBrowser, eventually, visit } from '../browser.js';
import { deskInBrowser, travelStory } from './desk-in-browser.js';
import { PASSWORD, type Customer } from './live-desk.js';

const PEOPLE = [
  { name: 'li', displayName: 'Li Siyuan', roles: ['service'] },
  { name: 'wang', displayName: 'Wang Jianing', roles: ['service'] },
  { name: 'sun', displayName: 'Sun Min', roles: ['department-head'] },
];
const STORY = travelStory();

describeInBrowser('the course of a case in the console', () => {
  const held = deskInBrowser(PEOPLE);

  /** Signs in by keyboard alone. */
  async function signedIn(name: string, path: string): Promise<Page> {
    const one = await visit(held.browser, { locale: 'en-GB' });
    held.visits.push(one);
    await one.page.goto(`${held.desk.base}/desk${path}`);
    await one.page.getByLabel('Account').waitFor();
    await one.page.keyboard.type(name);
    await one.page.keyboard.press('Tab');
    await one.page.keyboard.type(PASSWORD);
    await one.page.keyboard.press('Enter');
    await one.page.locator('.desk').waitFor();
    return one.page;
  }
  async function filed(): Promise<{ customer: Customer; number: string }> {
    const customer = await held.desk.customer();
    return { customer, number: await customer.files(...STORY) };
  }
  const at = (page: Page, title: string) => page.locator('#next-step').getByText(title).waitFor();

  /** Opens an operation from the palette. */
  async function palette(page: Page, words: string): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await eventually(() => page.evaluate('document.activeElement.role'), 'combobox');
    await page.keyboard.type(words);
    await page.getByRole('option', { selected: true }).getByText(new RegExp(words, 'i')).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.m-content form').waitFor();
  }
  const inField = (page: Page, id: string) => eventually(() => page.evaluate('document.activeElement.id'), id);
  /** Goes to the form's button and presses it, twice where it asks to confirm. */
  async function submit(page: Page, steps = 1): Promise<void> {
    for (let n = 0; n < 14; n += 1) {
      if (await page.evaluate('document.activeElement.type === "submit"')) break;
      await page.keyboard.press('Tab');
    }
    for (let n = 0; n < steps; n += 1) {
      if (n > 0) await page.getByText('Check it once more').waitFor();
      await page.keyboard.press('Enter');
    }
    await page.locator('.m-content').waitFor({ state: 'detached' });
  }

  it('goes from the filing to the survey by keyboard alone', async () => {
    const { customer, number } = await filed();
    const [li, sun, wang] = [
      await signedIn('li', `/cases/${number}`),
      await signedIn('sun', `/cases/${number}`),
      await signedIn('wang', `/cases/${number}`),
    ];
    await at(li, 'Your turn: Classify');
    await li.keyboard.press('c');

    await at(sun, 'Your turn: Name who investigates');
    await sun.keyboard.press('Shift+A');
    await inField(sun, 'assign-to');
    await sun.keyboard.type('Wang');
    await submit(sun);

    await at(wang, 'Your turn: Investigation');
    await wang.keyboard.press('v');
    await inField(wang, 'record-finding-cause');
    await wang.keyboard.type('The guide added a shop');
    await wang.keyboard.press('Tab');
    await wang.keyboard.press('Tab');
    await inField(wang, 'record-finding-responsible');
    await wang.keyboard.type('the guide');
    await submit(wang);
    await wang.getByText('The guide added a shop').first().waitFor();
    await wang.keyboard.press('p');
    await inField(wang, 'propose-remedy-kind');
    await wang.keyboard.type('Refund');
    await wang.keyboard.press('Tab');
    await wang.keyboard.type('480');
    await submit(wang, 2);

    await at(wang, 'Waits for Sun Min, Head of department');
    expect(await wang.getByRole('button', { name: 'Approve' }).getAttribute('aria-disabled')).toBe('true');
    await wang.getByText('This is for another role.').first().waitFor();
    await wang.keyboard.press('a');
    expect(await wang.locator('.m-content').count()).toBe(0);

    await sun.keyboard.press('g');
    await sun.keyboard.press('a');
    await sun.getByRole('button', { name: 'Approve' }).waitFor();
    await sun.keyboard.press('a');
    await sun.getByRole('button', { name: 'Confirm: Approve' }).waitFor();
    await eventually(() => sun.evaluate('document.activeElement.type'), 'submit');
    await sun.keyboard.press('Enter');
    await sun.getByText('Nothing waits for approval.').waitFor();

    await at(wang, 'Your turn: Carry out');
    await palette(wang, 'Carry out the');
    await submit(wang, 2);
    await palette(wang, 'Add an action');
    await wang.keyboard.type('Preventive');
    await wang.keyboard.press('Tab');
    await wang.keyboard.type('Write the number of shops into the itinerary');
    await submit(wang);

    await at(li, 'Your turn: Inform the customer');
    await palette(li, 'Inform the');
    await inField(li, 'inform-customer-text');
    await li.keyboard.type('王先生您好，查实导游擅自加点，退您480元。');
    await submit(li, 2);
    await at(li, 'Waits for the customer');
    await eventually(async () => (await customer.heard()).some(({ text }) => text.includes('退您480元')), true);

    await customer.says('接受');
    await at(li, 'Closed');
    const admin = await held.desk.staff('admin');
    expect(await admin('GET', `/cases/${number}`)).toMatchObject({
      status: 'closed',
      acceptance: 'accepted',
      survey: { state: 'owed' },
      remedies: [{ kind: 'refund', amount: 480, state: 'done' }],
    });
    expect(held.visits.flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 240_000);

  it('keeps what was typed when somebody else was quicker, and says what changed', async () => {
    const { number } = await filed();
    const li = await signedIn('li', `/cases/${number}`);
    await at(li, 'Your turn: Classify');
    await palette(li, 'Add a note');
    await li.keyboard.type('half a thought');
    const wang = await held.desk.staff('wang');
    await wang('POST', `/cases/${number}/operations/preserve-evidence`, { note: 'GPS saved' });
    await li.getByText('Preserve evidence').first().waitFor();
    await li.getByRole('button', { name: 'Confirm: Add a note' }).click();
    await li.getByText(/Wang Jianing Preserve evidence.*What you typed is still here/).waitFor();
    expect(await li.getByLabel('text').inputValue()).toBe('half a thought');
    await li.getByRole('button', { name: 'Confirm: Add a note' }).click();
    await li.locator('.m-content').waitFor({ state: 'detached' });
    await li.getByText('half a thought').first().waitFor();
  }, 120_000);

  it('shows a recused person nothing of the case: page, list, search', async () => {
    const { customer, number } = await filed();
    const sun = await held.desk.staff('sun');
    await sun('POST', `/cases/${number}/operations/recuse`, { person: 'wang', reason: 'a relative' });
    const wang = await signedIn('wang', `/cases/${number}`);
    await wang.getByText('There is no such case for you').first().waitFor();
    await wang.goto(`${held.desk.base}/desk/cases`);
    await wang.getByRole('searchbox', { name: 'Search cases' }).fill(number);
    await wang.getByText('No case fits.').waitFor();
    await wang.goto(`${held.desk.base}/desk/conversations/${customer.id}`);
    await wang.getByText('There is nothing here for you.').waitFor();
    expect(await wang.content()).not.toContain('翡翠店三个小时');
  }, 120_000);

  it('leads back from an address that is none', async () => {
    const li = await signedIn('li', '/nowhere');
    await li.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await li.getByRole('link', { name: 'Back to the inbox' }).click();
    await li.getByRole('heading', { name: 'Inbox' }).waitFor();
  }, 60_000);
});
