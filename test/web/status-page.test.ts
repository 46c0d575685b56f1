import type { Browser } from 'playwright-core';
import { describeInBrowser, eventually, launch, visit, type Visit } from './browser.js';
import { builtWeb } from './built-web.js';
import { answer, FakeDesk } from './fake-desk.js';
import { DECIDE, NUMBER, statusOf } from './status-samples.js';

describeInBrowser('the status page', () => {
  let desk: FakeDesk;
  let browser: Browser;
  let open: Visit;
  const goto = (key = 'good') => open.page.goto(`${desk.base}/case/${NUMBER}?key=${key}`);

  beforeAll(async () => {
    desk = await FakeDesk.start(builtWeb());
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });
  beforeEach(async () => {
    desk.reset();
    open = await visit(browser);
  });
  afterEach(async () => {
    await open.context.close();
    expect(open.complaints).toEqual([]);
  });

  it('tells where the case stands, when the next word comes, and how promises went', async () => {
    desk.cases.status.set(NUMBER, statusOf());
    await goto();
    const { page } = open;
    await page.getByRole('heading', { name: '已经查清，方案正在审批' }).waitFor();
    await page.getByRole('region', { name: '下一次答复' }).getByText('还有 3 天 18 小时').waitFor();
    expect(await page.locator('.path [aria-current=step] .what').innerText()).toBe('拟定处理办法');
    await page.locator('.path .done', { hasText: '查清经过' }).getByText('比说好的晚，很抱歉').waitFor();
    await page.locator('.promise', { hasText: '告知进展' }).getByText('已做到，晚了 2 小时 10 分钟，很抱歉').waitFor();
    expect(await page.title()).toBe(`编号 ${NUMBER} 的进度`);
    expect(desk.cases.answers).toEqual([]);
  });

  it('shows words in another language than the page’s with the marks of their own', async () => {
    desk.cases.status.set(NUMBER, statusOf({ language: 'en' }));
    await goto();
    const told = open.page.getByRole('region', { name: 'What you told us' });
    expect(await open.page.locator('.path .done').first().innerText()).not.toContain('，');
    await told.getByText('What you want: 退当天费用并书面道歉').waitFor();
    expect(await told.getByText('导游中途改行程').getAttribute('lang')).toBe('zh');
    expect(await told.getByText('退当天费用并书面道歉').last().getAttribute('lang')).toBe('zh');
  });

  it('takes an acceptance', async () => {
    desk.cases.status.set(NUMBER, statusOf(DECIDE));
    desk.cases.afterAnswer = statusOf({ headline: '已按您的意思办理' });
    await goto();
    await open.page.getByRole('button', { name: '接受', exact: true }).click();
    await open.page.getByText('已记下您的答复。').waitFor();
    await open.page.getByRole('heading', { name: '已按您的意思办理' }).waitFor();
    expect(desk.cases.answers).toEqual([{ id: expect.stringMatching(/^[0-9a-f]{32}$/), choice: 'accept' }]);
    expect(await open.page.getByRole('button', { name: '接受', exact: true }).count()).toBe(0);
  });

  it('takes a refusal only with its reason, once, although the connection is lost on the way', async () => {
    desk.cases.status.set(NUMBER, statusOf(DECIDE));
    await goto();
    const { page } = open;
    const card = page.getByRole('region', { name: '等您答复' });
    const send = card.getByRole('button', { name: '发送' });
    await page.getByRole('button', { name: '不接受' }).click();
    await send.click();
    await page.getByRole('alert').getByText('请先写一句。').waitFor();
    const why = page.getByLabel('哪里不合适？');
    await why.fill('至少全退');
    // Recorded, but the answer is lost.
    let losing = true;
    desk.intercept = ({ method, json, response }) => {
      if (method !== 'POST' || !losing) return false;
      desk.cases.answers.push(json());
      response.destroy();
      return true;
    };
    await send.click();
    await page.getByRole('alert').getByText('您写的还在').waitFor();
    expect(await why.inputValue()).toBe('至少全退');
    losing = false;
    const before = desk.cases.answers.length;
    await send.click();
    await eventually(() => desk.cases.answers.length, before + 1);
    const [first, ...again] = desk.cases.answers;
    expect(first).toEqual({ id: expect.any(String), choice: 'refuse', text: '至少全退' });
    for (const answered of again) expect(answered).toEqual(first);
  });

  it('sends a score only by its button, with words if there are any', async () => {
    const choices = ['1 很不满意', '2 不满意', '3 一般', '4 满意', '5 很满意'].map((label) => ({
      id: label.charAt(0),
      label,
    }));
    desk.cases.status.set(NUMBER, statusOf({ asks: { kind: 'survey', text: '处理得怎么样？', choices } }));
    await goto();
    const { page } = open;
    await page.getByRole('group', { name: '处理得怎么样？' }).getByRole('button', { name: '2 不满意' }).click();
    expect(desk.cases.answers).toEqual([]);
    await page.getByLabel('您的答复').fill('太慢了');
    await page.getByRole('region', { name: '等您答复' }).getByRole('button', { name: '发送' }).click();
    await eventually(() => desk.cases.answers.length, 1);
    expect(desk.cases.answers[0]).toMatchObject({ choice: '2', text: '太慢了' });
  });

  it('takes what the customer adds later', async () => {
    desk.cases.status.set(NUMBER, statusOf());
    await goto();
    const more = open.page.getByRole('textbox', { name: '补充说明或材料' });
    await more.fill('车门锁着');
    await open.page.getByRole('button', { name: '发送' }).click();
    await open.page.getByRole('status').getByText('已记下。').waitFor();
    expect(desk.cases.answers).toEqual([{ id: expect.any(String), text: '车门锁着' }]);
    expect(await more.inputValue()).toBe('');
  });

  it('says that a wrong link opens nothing', async () => {
    desk.cases.status.set(NUMBER, statusOf());
    await goto('bad');
    await open.page.getByRole('heading', { name: '这个链接打不开' }).waitFor();
  });

  it('says so when it cannot be reached, and tries again', async () => {
    desk.cases.status.set(NUMBER, statusOf());
    let down = true;
    desk.intercept = ({ headers, response }) =>
      down && headers.accept === 'application/json' && answer(response, 503, { code: 'UNAVAILABLE' });
    await goto();
    await open.page.getByRole('alert').getByText('都已存好').waitFor();
    down = false;
    await open.page.getByRole('button', { name: '再试一次' }).click();
    await open.page.getByRole('heading', { name: '已经查清，方案正在审批' }).waitFor();
  });

  it('speaks the case’s language until the reader chooses another', async () => {
    desk.cases.status.set(NUMBER, statusOf({ language: 'zh-TW' }));
    await goto();
    await open.page.getByText('下次回覆，最晚').waitFor();
    await open.page.getByRole('combobox', { name: '語言' }).selectOption('en');
    await open.page.getByText('Next word from us, at the latest').waitFor();
  });
});
