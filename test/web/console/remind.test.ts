import { describeInBrowser } from '../browser.js';
import { axeFindings } from './axe-findings.js';
import { deskInBrowser, travelStory } from './desk-in-browser.js';
import { signedIn } from './signed-in.js';

const PEOPLE = [
  { name: 'li', displayName: 'Li Siyuan', roles: ['service'] },
  { name: 'wang', displayName: 'Wang Jianing', roles: ['service'] },
  { name: 'sun', displayName: 'Sun Min', roles: ['department-head'] },
];
const STORY = travelStory();

describeInBrowser('somebody who waits for a colleague', () => {
  const held = deskInBrowser(PEOPLE);
  async function opened(name: string, path: string, locale = 'en-GB') {
    const one = await signedIn(held.browser, held.desk.base, name, path, { locale });
    held.visits.push(one);
    return one.page;
  }

  it('reminds them from the case; they are told at once, and not again soon', async () => {
    const number = await (await held.desk.customer()).files(...STORY);
    const li = await held.desk.staff('li');
    const args = { category: 'service_attitude', nature: 'valid', severity: 'general' };
    await li('POST', `/cases/${number}/operations/classify`, args);
    const sun = await opened('sun', '/admin/notices');
    const wang = await opened('wang', `/cases/${number}`);
    const card = wang.locator('.panel.now');
    await card.getByText('Waits for Sun Min, Head of department').waitFor();
    await wang.locator('.facts').getByText('Came by Web').waitFor();
    await card.getByRole('button', { name: 'Remind' }).click();
    await wang.getByText('Reminded: Sun Min').waitFor();
    await sun.getByText('Wang Jianing 提醒您').waitFor(); // without reading the page again
    await card.getByText(/You reminded them at \d\d:\d\d; you may again from/).waitFor();
    const button = card.getByRole('button', { name: 'Remind' });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    expect(await axeFindings(wang)).toEqual([]);

    const told = async () => {
      const answer = await (await held.desk.staff('sun'))('GET', '/notifications?limit=9');
      return (answer as { notifications: { text: string }[] }).notifications.filter(({ text }) =>
        text.includes('Wang Jianing 提醒您'),
      );
    };
    expect((await told()).map(({ text }) => text.includes(number))).toEqual([true]);
    await button.click({ force: true });
    expect(await told()).toHaveLength(1);

    const zh = await opened('li', `/cases/${number}`, 'zh-CN');
    await zh.locator('.panel.now').getByText('等 Sun Min，部门负责人').waitFor();
    await zh.locator('.panel.now').getByRole('button', { name: '提醒' }).waitFor();
    const own = await opened('sun', `/cases/${number}`);
    await own.getByText('Your turn').waitFor();
    expect(await own.getByRole('button', { name: 'Remind' }).count()).toBe(0);
    expect(held.visits.flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 120_000);
});
