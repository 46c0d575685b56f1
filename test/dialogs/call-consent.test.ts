import { Chat } from '../support/dialog-chat.js';
import { smallPlaybook } from '../support/dialog-playbook.js';

const filed = (push = false, phone = '13800138000') => {
  const chat = new Chat({ playbook: smallPlaybook(), push, opinions: [['大巴', 'facility']] });
  return chat.say('大巴坏了').say('昨天').say('道歉').say(`王小明 ${phone}`).say('提交');
};

test('where the chat cannot reach them, whether they may be called is asked after the receipt', () => {
  const chat = filed();
  expect(chat.said).toEqual([expect.stringMatching(/^已登记/), expect.stringMatching(/^需要时可以打电话给您吗？/)]);
  expect(chat.choices).toEqual(['yes', 'no']);
  expect(filed(true).said).toHaveLength(1);
});

test.each([
  ['晚上七点以后', /^好，需要时打 138\*\*\*\*8000。/],
  ['可以', /^好，需要时打/],
  ['不用', /^好，不再给您打电话/],
])('"%s" is kept with the case', (text, reply) => {
  const chat = filed().say(text);
  expect(chat.said[0]).toMatch(reply);
  expect(chat.said).toHaveLength(1);
  const { verb, args } = chat.performed.at(-1)!;
  expect([verb, String(args['text'])]).toEqual(['add-to-case', expect.stringContaining(`就在这里说。\n${text}`)]);
});

test('anything else is no answer, and it is asked once', () => {
  const chat = filed().say('房间昨天也漏水了');
  expect(chat.performed.map(({ verb }) => verb)).toEqual(['open-case']);
  expect(chat.draft?.fields['content']).toBe('房间昨天也漏水了');
});

test('who would rather be written to is not called', () => {
  const chat = filed().say('不方便接电话，发消息吧');
  expect(chat.said).toEqual([expect.stringMatching(/^好，不再给您打电话/)]);
  expect(chat.performed.at(-1)).toMatchObject({ verb: 'add-to-case', args: { text: '不方便接电话，发消息吧' } });
});
