import { mattersIn } from '../../dialogs/understanding/matters.js';
import { Chat } from '../support/dialog-chat.js';
import { smallPlaybook } from '../support/dialog-playbook.js';

const TWO = '我要投诉两件事：第一，导游昨天骂人；第二，上个月的账单多收了200块。我叫王小明，13800138000';
const start = () =>
  new Chat({
    playbook: smallPlaybook(),
    opinions: [
      ['导游', 'service_attitude'],
      ['账单', 'billing'],
    ],
  });

test.each([
  [TWO, ['导游昨天骂人', '上个月的账单多收了200块。我叫王小明，13800138000']],
  ['I have two complaints: first, the guide was rude; second, no refund', ['the guide was rude', 'no refund']],
  ['我要客訴兩件事：1. 冷氣壞掉了 2. 導遊口氣很差', ['冷氣壞掉了', '導遊口氣很差']],
  ['导游昨天骂人。另外一件事，上个月退款没到账', ['导游昨天骂人', '上个月退款没到账']],
  ['房间很吵，还有早餐难吃，前台态度也差', []],
  ['等了两个小时，导游第一天就迟到，第二天又迟到', []],
  ['投诉两件事都没人管', []],
  ['First the bus was late, second the guide shouted', []],
])('the matters of "%s"', (text, matters) => expect(mattersIn(text)).toEqual(matters));

test('several complaints: which comes first is asked, the other begins after the first receipt, with the same contact', () => {
  const chat = start().say(TWO);
  expect(chat.text).toBe(
    '您说了 2 件事：“导游昨天骂人”，“上个月的账单多收了200块”。先记哪一件？其余的接着记，不用重讲。',
  );
  chat.choose('matter-2');
  expect(chat.draft?.fields).toMatchObject({ name: '王小明', phone: '13800138000' });
  chat.say('上个月十号').say('退钱');
  expect(chat.draft?.fields['content']).not.toContain('骂人');
  if (!chat.choices.includes('submit')) chat.choose('skip');
  chat.choose('submit');
  expect(chat.said[0]).toMatch(/^已登记/);
  expect(chat.said[1]).toMatch(/^“导游昨天骂人”/);
  expect(chat.draft?.fields).toMatchObject({ name: '王小明', phone: '13800138000' });
  expect(chat.draft?.fields['outcome']).toBeUndefined();
});

test('which comes first may be said in words; what is cancelled does not come back', () => {
  const chat = start().say(TWO).say('先说账单的');
  expect(chat.draft?.fields['content']).toContain('账单');
  expect(chat.say('取消').choose('yes').draft).toBeUndefined();
  expect(chat.say('你好').draft).toBeUndefined();
});
