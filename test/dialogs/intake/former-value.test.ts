import { Chat } from '../../support/dialog-chat.js';
import { smallPlaybook } from '../../support/dialog-playbook.js';

const STORY = '昨天下午两点导游把我们扔在购物店三个小时。订单TR20260301-88，我叫王小明，13800138000';

const asked = () => new Chat({ playbook: smallPlaybook(), opinions: [['导游', 'service_attitude']] }).say(STORY);
const readBack = () => asked().say('退费').choose('skip');

test('a number that was replaced comes back by "the original one", and is not taken for the answer', () => {
  const chat = asked().say('电话改成 13900139000').say('算了还是原来那个号码');
  expect(chat.draft?.fields['phone']).toBe('13800138000');
  expect(chat.draft?.fields['outcome']).toBeUndefined();
  expect(chat.text).toContain('改好了：手机改为 13800138000。');
  expect(chat.asks).toBe('outcome');
});

test('at the read-back a former value said to be right is put back, and is no part of the story', () => {
  const chat = readBack().say('change the name to 王大明').say('no, 王小明 was right');
  expect(chat.draft?.fields['name']).toBe('王小明');
  expect(chat.draft?.story.map(({ shown }) => shown).join()).not.toContain('was right');
  expect(chat.choices).toContain('submit');
});

test('what was put back can be put back again, and another field is left alone', () => {
  const chat = readBack().say('电话改成 13900139000').say('还是原来那个号码').say('不对，还是13900139000');
  expect(chat.draft?.fields).toMatchObject({ phone: '13900139000', name: '王小明' });
});

test('without a change, words about an original one change nothing', () => {
  const chat = asked().say('我要原来的那个房间');
  expect(chat.draft?.fields).toMatchObject({ phone: '13800138000', name: '王小明', outcome: '我要原来的那个房间' });
});
