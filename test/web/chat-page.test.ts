import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, eventually, launch, PHONE, visit, type Visit } from './browser.js';
import { builtWeb } from './built-web.js';
import { FakeDesk } from './fake-desk.js';

const READ_BACK =
  '请您核对：\n经过：导游把我们扔在购物店三个小时\n手机：13800138000\n类型：服务态度\n没问题就按“提交”；哪里不对直接说，例如“电话改成 139…”。';
const ENDS = [
  { id: 'submit', label: '提交' },
  { id: 'edit', label: '修改' },
  { id: 'cancel', label: '取消' },
];
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const composer = (page: Page) => page.getByRole('textbox', { name: /^(写消息|寫訊息|Write a message)$/ });
const log = (page: Page) => page.getByRole('log');

async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

describeInBrowser('the customer’s chat', () => {
  let desk: FakeDesk;
  let browser: Browser;
  let open: Visit;
  let page: Page;

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
    page = open.page;
  });
  afterEach(async () => {
    await open.context.close();
    expect(open.complaints).toEqual([]);
  });

  it('opens no conversation before the customer speaks, then with the link’s playbook and language', async () => {
    await page.goto(`${desk.base}/?playbook=travel&lang=en`);
    await page.getByRole('heading', { name: 'Hello. Tell us what went wrong.' }).waitFor();
    expect(desk.chat.talks.size).toBe(0);
    desk.chat.script = [[{ text: 'What happened?' }]];
    await page.getByRole('button', { name: 'I have a complaint' }).click();
    await log(page).getByText('What happened?').waitFor();
    expect(desk.chat.only.opened).toEqual({ locale: 'en', playbook: 'travel' });
    expect(desk.chat.heard).toEqual(['I have a complaint']);
  });

  it('says that a message is stored only after the desk took it, then shows the reply', async () => {
    desk.chat.script = [[{ text: '是哪天的事？' }]];
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    desk.intercept = async ({ method, path }) => {
      if (method === 'POST' && path.endsWith('/messages')) await held;
      return false;
    };
    await page.goto(desk.base);
    await say(page, '导游态度很差');
    await page.locator('.msg.me.queued').getByText('导游态度很差').waitFor();
    expect(await log(page).getByText('已存').count()).toBe(0);
    release();
    await log(page).getByText('是哪天的事？').waitFor();
    await log(page).getByText('已存').waitFor();
    expect(await log(page).getByText('导游态度很差').count()).toBe(1);
    expect(await page.locator('.queued').count()).toBe(0);
  });

  it('offers choices as a group named by the question, and keeps only the chosen one', async () => {
    const choices = [
      { id: 'refund', label: '退费' },
      { id: 'apology', label: '道歉' },
      { id: 'agent', label: '找人工' },
    ];
    desk.chat.script = [[{ text: '您希望我们怎么解决？', choices }], [{ text: '记下了：您的要求“道歉”。' }]];
    await page.goto(desk.base);
    await say(page, '导游态度很差');
    const group = page.getByRole('group', { name: '您希望我们怎么解决？' });
    await group.getByRole('button', { name: '退费' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('.picks.done').getByText('道歉').waitFor();
    expect(await group.count()).toBe(0);
    await log(page).getByText('记下了：').waitFor();
    expect(desk.chat.only.messages.find(({ choice }) => choice)?.choice).toBe('apology');
    expect(await composer(page).evaluate((box) => box.matches(':focus'))).toBe(true);
  });

  it('draws a read-back with a way to change each row, and a receipt only from a message that has one', async () => {
    desk.chat.script = [
      [{ text: '编号 306-2817-5 是别人的。' }, { text: READ_BACK, choices: ENDS }],
      [
        {
          text: '已登记，投诉编号 306-2817-5。\n接下来由同事查清经过，再答复您。3月5日（周四）10:00 前，我会告诉您进展。\n查进度：回复“进度”，或打开 /case/306-2817-5?key=good',
          receipt: { number: '306-2817-5', link: '/case/306-2817-5?key=good' },
        },
      ],
    ];
    await page.goto(desk.base);
    await say(page, '导游态度很差');
    const card = page.getByRole('region', { name: '请您核对' });
    await card.getByRole('button', { name: '改：手机' }).click();
    expect(await composer(page).inputValue()).toBe('手机改成');
    expect(await page.getByRole('region', { name: '回执' }).count()).toBe(0);
    await composer(page).fill('');
    await card.getByRole('button', { name: '提交' }).click();
    const receipt = page.getByRole('region', { name: '回执' });
    await receipt.locator('.number').getByText('306-2817-5').waitFor();
    await receipt.getByText('3月5日（周四）10:00 前').waitFor();
    expect(await receipt.getByRole('link', { name: '看进度' }).getAttribute('href')).toBe('/case/306-2817-5?key=good');
    expect(await card.getByRole('button').count()).toBe(0);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      receipt.getByRole('button', { name: '存一份' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('306-2817-5.txt');
  });

  it('gathers what was noted beside the talk, and on a phone in a strip', async () => {
    const noted = '记下了：订单号 HG-7731，时间 4月26日（周日）下午。\n您希望我们怎么解决？';
    const script = () => [[{ text: noted, asks: { field: 'outcome', type: 'text' } }]];
    desk.chat.script = script();
    await page.goto(desk.base);
    await say(page, '导游态度很差');
    const sheet = page.getByRole('complementary', { name: '已记下' });
    await sheet.getByText('HG-7731').waitFor();
    await sheet.getByText('您希望我们怎么解决？').waitFor();
    const phone = await visit(browser, PHONE);
    desk.chat.script = script();
    await phone.page.goto(desk.base);
    await composer(phone.page).fill('导游态度很差');
    await phone.page.getByRole('button', { name: '发送' }).click();
    await phone.page.getByRole('button', { name: '已记下 2 项' }).click();
    await phone.page.locator('.strip-facts').getByText('HG-7731').waitFor();
    await phone.context.close();
  });

  it('gives the control that fits the question', async () => {
    desk.chat.script = [
      [{ text: '是什么时候的事？', asks: { field: 'occurred_at', type: 'datetime' } }],
      [{ text: '手机号是多少？', asks: { field: 'phone', type: 'phone' } }],
      [{ text: '涉及多少钱？', asks: { field: 'amount', type: 'amount' } }],
      [{ text: '有照片吗？', asks: { field: 'evidence', type: 'file', optional: true } }],
    ];
    await page.goto(desk.base);
    await say(page, '导游态度很差');
    await page.getByRole('button', { name: '选时间…' }).click();
    await page.getByLabel('日期和时间').fill('2026-03-01T14:00');
    await page.getByRole('button', { name: '就是这个时间' }).click();
    await log(page).getByText('手机号是多少？').waitFor();
    expect(desk.chat.heard.at(-1)).toBe('2026-03-01 14:00');
    expect(await composer(page).getAttribute('inputmode')).toBe('tel');
    await say(page, '13800138000');
    await log(page).getByText('涉及多少钱？').waitFor();
    expect(await composer(page).getAttribute('inputmode')).toBe('decimal');
    await say(page, '268');
    await page.getByRole('button', { name: '选照片或文件' }).waitFor();
  });

  it('uploads a photo, tells the share sent, and shows it again after a reload', async () => {
    desk.chat.script = [[{ text: '收到 1 个文件，已放进这件投诉。' }]];
    await page.goto(desk.base);
    await page.locator('input[type=file]').setInputFiles({ name: '小票.png', mimeType: 'image/png', buffer: PNG });
    await log(page).getByText('收到 1 个文件').waitFor();
    expect(desk.chat.only.messages[0]?.files?.[0]?.name).toMatch(/png$/);
    expect(
      await log(page)
        .getByRole('img', { name: /小票\.png/ })
        .count(),
    ).toBe(1);
    await page.reload();
    await log(page)
      .getByRole('img', { name: /小票\.png/ })
      .waitFor();
    expect(
      await log(page)
        .getByRole('img', { name: /小票\.png/ })
        .count(),
    ).toBe(1);
  });

  it('says which file was not taken and why, and sends the others', async () => {
    await page.goto(desk.base);
    await page.locator('input[type=file]').setInputFiles([
      { name: 'run.exe', mimeType: 'application/octet-stream', buffer: PNG },
      { name: 'ok.png', mimeType: 'image/png', buffer: PNG },
    ]);
    await page.getByRole('alert').getByText('run.exe 没收下').waitFor();
    await log(page).getByText('已存').waitFor();
    expect([...desk.chat.files.values()].map(({ name }) => name)).toEqual(['ok.png']);
  });

  it('changes its language and tells the assistant so', async () => {
    desk.chat.script = [[{ text: '是哪天的事？' }], [{ text: 'All right, English from here on.' }]];
    await page.goto(desk.base);
    await say(page, '导游态度很差');
    await log(page).getByText('是哪天的事？').waitFor();
    await page.getByRole('combobox', { name: '语言' }).selectOption('en');
    await page.getByRole('heading', { name: 'Complaints and suggestions' }).waitFor();
    await log(page).getByText('English from here on').waitFor();
    expect(desk.chat.heard.at(-1)).toBe('English');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('heading', { name: 'Complaints and suggestions' }).waitFor();
  });

  it('follows the assistant into another language, and not back when the menu chose before it', async () => {
    desk.chat.script = [
      [{ text: '是哪天的事？', language: 'zh-CN' }],
      [{ text: 'English from here on.', language: 'en' }],
      [{ text: 'Still English.', language: 'en' }],
    ];
    await page.goto(desk.base);
    await say(page, '导游态度很差');
    await log(page).getByText('是哪天的事？').waitFor();
    await say(page, 'English please');
    await page.getByRole('heading', { name: 'Complaints and suggestions' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(desk.chat.heard.at(-1)).toBe('English please');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-CN');
    await log(page).getByText('Still English.').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  it('follows the system’s theme until another is chosen', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(desk.base);
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.getByRole('button', { name: '换成浅色' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  });

  it('keeps what was typed and not sent', async () => {
    await page.goto(desk.base);
    await composer(page).fill('写到一半');
    await page.reload();
    await composer(page).waitFor();
    expect(await composer(page).inputValue()).toBe('写到一半');
  });

  it('shows that a person writes, says it once, and stops with the message', async () => {
    desk.chat.script = [[{ from: 'agent', author: '李思远', text: '您好，我是李思远。' }]];
    await page.goto(desk.base);
    await say(page, '找人工');
    await log(page).getByText('您好，我是李思远。').waitFor();
    await page.locator('.top').getByText('客服李思远正在和您对话').waitFor();
    await log(page).locator('.by').getByText('客服', { exact: true }).waitFor();
    await eventually(() => desk.chat.only.streams.size, 1);
    const sign = page.locator('.msg.writes');
    const changes = await page.evaluateHandle<string[]>(`(() => {
      const line = document.querySelector('.msgs-frame > [role=status]');
      const all = [];
      const look = () => line.textContent && all.push(line.textContent);
      new MutationObserver(look).observe(line, { childList: true, characterData: true, subtree: true });
      return all;
    })()`);
    desk.chat.writes(desk.chat.only, '李思远');
    await sign.getByText('李思远正在输入').waitFor();
    desk.chat.writes(desk.chat.only, null);
    await sign.waitFor({ state: 'detached' });
    desk.chat.writes(desk.chat.only, '李思远');
    await sign.waitFor();
    expect(await changes.jsonValue()).toEqual(['李思远正在输入']);
    desk.chat.say(desk.chat.only, { from: 'agent', author: '李思远', text: '查到了。' });
    await log(page).getByText('查到了。').waitFor();
    expect(await sign.count()).toBe(0);
    desk.chat.writes(desk.chat.only, '李思远');
    await sign.waitFor();
    for (const stream of desk.chat.only.streams) stream.end();
    await sign.waitFor({ state: 'detached' });
    expect(await changes.jsonValue()).toEqual(['李思远正在输入', '李思远正在输入']);
  });

  it('draws a person as a person', async () => {
    desk.chat.script = [[{ from: 'agent', author: '李思远', text: '您好，我是李思远。' }]];
    await page.goto(desk.base);
    await say(page, '找人工');
    await page.locator('.msg.person').getByText('您好，我是李思远。').waitFor();
    await page.getByRole('banner').getByText('李思远正在和您对话').waitFor();
  });
});
