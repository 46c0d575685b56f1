import type { Logger } from '../../src/domain/ports.js';
import { TestDesk } from '../support/test-desk.js';

const GUEST = { channel: 'scripted', user: 'guest' };

const warned: unknown[] = [];
const quiet = () => undefined;
const log: Logger = {
  debug: quiet,
  info: quiet,
  error: quiet,
  warn: ({ code }) => void warned.push(code),
};

let desk: TestDesk;
beforeAll(async () => {
  desk = await new TestDesk('travel', { log }).open();
  await desk.hire('li', ['service']);
});
afterAll(() => desk.close());

async function say(text: string, delivery?: string): Promise<void> {
  await desk.channel.take('guest', { text }, 'zh-CN', delivery);
  await desk.app.idle();
}

test('an identity or card number stays nowhere in the record, with the bot or with a person', async () => {
  await say('导游昨天多收了我200块，退到卡号 6222021234567890128');
  expect(desk.channel.to('guest')[0]?.text).toContain('已遮住（尾号 0128）');
  const taken = await desk.app.desk.operate({ by: 'li', verb: 'take-over', args: {}, conversation: GUEST });
  expect(taken).toMatchObject({ ok: true });
  await say('再说一次，身份证号 11010519491231002X');
  const said = (await desk.app.desk.said(GUEST)).join('\n');
  expect([said.includes('****0128'), said.includes('****002X')]).toEqual([true, true]);
  expect(said).not.toMatch(/6222021234|19491231/);
});

test('the same words again are no conflict, other words under one delivery id are', async () => {
  await say('身份证号 11010519491231002X', 'twice');
  await say('身份证号 11010519491231002X', 'twice');
  expect(warned).toEqual([]);
  await say('另外一句话', 'twice');
  expect(warned).toEqual(['CONFLICTING_DELIVERY']);
});
