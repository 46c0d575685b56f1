import { Chat } from '../../support/dialog-chat.js';
import { sampleCase } from '../../support/dialog-case.js';
import { smallPlaybook } from '../../support/dialog-playbook.js';

const STORY = '昨天下午两点导游把我们扔在购物店三个小时。订单TR20260301-88，我叫王小明，13800138000';

function twice(): Chat {
  const chat = new Chat({ playbook: smallPlaybook(), opinions: [['导游', 'service_attitude']] });
  chat.say(STORY).say('退费').choose('skip');
  const { category } = chat.draft!;
  const openedAt = new Date(chat.now.getTime() + 60_000);
  chat.cases = [sampleCase({ number: '806-2564-4', openedAt, category, fields: { order_no: 'TR20260301-88' } })];
  return chat;
}

test('a matter filed in another chat since the draft began is not filed twice without a question', () => {
  const chat = twice().choose('submit');
  expect(chat.performed).toEqual([]);
  expect(chat.choices).toEqual(['yes', 'no']);
  chat.choose('yes');
  expect(chat.performed.map(({ verb }) => verb)).toEqual(['add-to-case']);
});

test('said to be another matter, it is read back and filed without being asked again', () => {
  const chat = twice().choose('submit').choose('no');
  expect(chat.choices).toContain('submit');
  chat.choose('submit');
  expect(chat.performed.at(-1)?.verb).toBe('open-case');
});
