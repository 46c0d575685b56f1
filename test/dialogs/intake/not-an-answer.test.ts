import { Chat } from '../../support/dialog-chat.js';
import { smallPlaybook } from '../../support/dialog-playbook.js';

const open = (story: string) =>
  new Chat({ playbook: smallPlaybook(), opinions: [['导游', 'service_attitude']] }).say(story);

test('a time and a place are no wish: they are kept, and the wish is asked for again', () => {
  const chat = open('昨天导游把我们扔在购物店。订单TR20260301-88，我叫王小明，13800138000');
  chat.say('大概下午两点，在昆明的翡翠店');
  expect(chat.draft?.fields['outcome']).toBeUndefined();
  expect(chat.draft?.fields['content']).toContain('昆明的翡翠店');
  expect(chat.text).toContain('改好了：时间改为 3月1日（周日）14:00');
  expect(chat.asks).toBe('outcome');
  expect(chat.say('退费').draft?.fields['outcome']).toBe('退费');
});

test('nor are they in English, and a goodbye is nobody’s name', () => {
  const chat = open('The guide left us in a shop yesterday. Order TR20260301-88.').say('around 9 pm, in the lobby');
  expect(chat.draft?.fields['outcome']).toBeUndefined();
  chat.say('a refund').say('bye');
  expect(chat.draft?.fields).toMatchObject({ outcome: 'a refund' });
  expect(chat.draft?.fields['name']).toBeUndefined();
});

test.each(['换到二楼的房间', '下午两点前给我答复', '在群里公开道歉'])('"%s" is a wish', (wish) => {
  const chat = open('昨天导游把我们扔在购物店。订单TR20260301-88，我叫王小明，13800138000').say(wish);
  expect(chat.draft?.fields['outcome']).toBe(wish);
});

test('words that say what something was are nobody’s name', () => {
  const chat = open('昨天导游把我们扔在购物店。订单TR20260301-88').say('退费');
  expect(chat.asks).toBe('name');
  chat.say('不对，那是时间地点，不是要求');
  expect(chat.draft?.fields['name']).toBeUndefined();
});

test('words that begin small are quoted, so that a label ends where the value begins', () => {
  const chat = open('The guide left us in a shop yesterday at 2 pm. Order TR20260301-88.')
    .say('a refund')
    .say('li wei');
  expect(chat.draft?.fields['name']).toBe('li wei');
  expect(chat.text).toContain('姓名“li wei”');
});
