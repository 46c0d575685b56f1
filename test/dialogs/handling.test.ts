import { sampleCase } from '../support/dialog-case.js';
import { Chat } from '../support/dialog-chat.js';
import { smallPlaybook } from '../support/dialog-playbook.js';

const NUMBER = '306-2817-5';
const chat = (status: 'open' | 'closed' = 'open') =>
  new Chat({
    playbook: smallPlaybook({ accusedField: 'accused' }),
    cases: [sampleCase({ number: NUMBER, status, fields: { content: '导游骂人' } })],
  });

test.each([
  '上次投诉了根本没人理我，我要投诉处理的人',
  '我要投诉你们的投诉处理',
  '我的投诉一直没有下文，太敷衍了',
  `投诉处理太差，${NUMBER}`,
  'I want to complain about how my complaint was handled',
])('a complaint about a complaint: "%s"', (text) => {
  const it = chat().say(text);
  expect([it.choices, it.draft]).toEqual([['old_case', 'handling'], undefined]);
  expect(it.text).toContain(NUMBER);
});

test('without an earlier case it is a matter like any other; what only mentions one is none', () => {
  const first = new Chat({ playbook: smallPlaybook() }).say('上次投诉了根本没人理我');
  expect(first.draft?.fields['content']).toBe('上次投诉了根本没人理我');
  expect(chat().say('大巴坏在路上，我要投诉').choices).not.toContain('handling');
});

test('the old case goes on: what was said is added to it; a closed one is taken up again', () => {
  const open = chat().say('我的投诉根本没人管').choose('old_case');
  expect(open.performed).toEqual([{ verb: 'add-to-case', caseNumber: NUMBER, args: { text: '我的投诉根本没人管' } }]);
  expect(open.draft).toBeUndefined();
  const closed = chat('closed').say('我的投诉根本没人管').choose('old_case').say('没人打电话来');
  expect(closed.performed).toMatchObject([{ verb: 'reopen', caseNumber: NUMBER }]);
});

test('the handling is a case of its own, about whoever handled the old one', () => {
  const it = chat().say('我的投诉根本没人管').choose('handling');
  expect(it.draft?.fields).toMatchObject({ content: '我的投诉根本没人管', accused: `编号 ${NUMBER} 的处理人` });
  it.say('昨天').say('换人处理').say('王小明 13800138000');
  if (!it.choices.includes('submit')) it.say('提交');
  it.choose('submit');
  expect(it.performed.at(-1)).toMatchObject({ verb: 'open-case', args: { about: NUMBER } });
});
