import { describeInBrowser, visit } from './browser.js';
import { deskInBrowser } from './console/desk-in-browser.js';

describeInBrowser('the page of a customer who changes the language in words', () => {
  const held = deskInBrowser([]);

  it('goes along, there and back, and stays so', async () => {
    const { context, page, complaints } = await visit(held.browser);
    const say = async (text: string) => {
      await page.locator('textarea').fill(text);
      await page.locator('textarea').press('Enter');
    };
    await page.goto(held.desk.base);
    await page.getByRole('textbox', { name: '写消息' }).waitFor();
    await say('English please');
    await page.getByRole('textbox', { name: 'Write a message' }).waitFor();
    await say('用中文');
    await page.getByRole('textbox', { name: '写消息' }).waitFor();
    await page.reload();
    await page.getByRole('textbox', { name: '写消息' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  }, 60_000);

  it('is told by the language of each of the bot’s messages', async () => {
    const customer = await held.desk.customer('zh-CN');
    await customer.says('导游把我们扔在购物店三个小时');
    await customer.says('English please');
    const heard = (await customer.heard()) as { from: string; language?: string }[];
    const told = heard.filter(({ from }) => from === 'bot').map(({ language }) => language);
    expect([...new Set(told)]).toEqual(['zh-CN', 'en']);
    expect(heard.filter(({ from }) => from === 'customer').some((one) => 'language' in one)).toBe(false);
  });
});
