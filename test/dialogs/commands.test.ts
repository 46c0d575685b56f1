import { caseNumberFrom } from '../../src/domain/case-number.js';
import { Chat } from '../support/dialog-chat.js';
import { sampleCase } from '../support/dialog-case.js';
import { smallPlaybook } from '../support/dialog-playbook.js';

const asked = () =>
  new Chat({ playbook: smallPlaybook(), opinions: [['导游', 'service_attitude']] }).say('昨天导游骂人，我叫王小明');

test('help, status and a person at any point: then the open question again, once', () => {
  for (const [words, fragment] of [
    ['帮助', '我可以记下投诉或建议'],
    ['人工', '正在转给同事'],
  ] as const) {
    const chat = asked().say(words);
    expect(chat.text).toContain(fragment);
    expect(chat.text.split('您希望我们怎么解决？')).toHaveLength(2);
    expect(chat.asks).toBe('outcome');
  }
  expect(asked().say('进度').text).toBe('这件还没提交，您说的都留着。要接着来吗？');
});

test('cancel asks once; no goes on, keep leaves it, yes clears it', () => {
  const chat = asked().say('取消');
  expect(chat.choices).toEqual(['yes', 'no', 'keep']);
  expect(chat.choose('no').asks).toBe('outcome');
  chat.say('取消').choose('keep');
  expect(chat.text).toBe('好，先留着，没有提交。想接着说，发一句话就行。');
  expect(chat.say('接着来').asks).toBe('outcome');
  chat.say('cancel').say('是');
  expect(chat.text).toBe('已取消，没有提交。想重新说，直接发给我。');
  expect(chat.draft).toBeUndefined();
});

test('restart clears the draft after a yes', () => {
  const chat = asked().say('重新开始');
  expect(chat.choices).toEqual(['yes', 'no']);
  chat.choose('yes');
  expect(chat.text).toBe('好，从头来。发生了什么事？');
  expect([chat.asks, chat.draft]).toEqual(['content', undefined]);
});

test('back opens the question before; on the first one there is nothing before it', () => {
  const chat = asked().say('退费');
  expect(chat.asks).toBe('phone');
  expect(chat.say('返回').asks).toBe('outcome');
  expect(chat.draft?.fields['outcome']).toBeUndefined();
  expect(chat.say('返回').text).toMatch(/^已经是第一个问题了。/);
  expect(chat.say('全退').asks).toBe('phone');
});

test('another language on request holds', () => {
  const chat = asked().say('English');
  expect(chat.text).toMatch(/^All right, English from here on\.\nWhat would you like us to do\?/);
  expect(chat.conversation).toMatchObject({ language: 'en', languageChosen: true });
});

test('two whole messages in another language, and the bot goes over', () => {
  const chat = asked().say('I would like my money back please');
  expect(chat.conversation.language).toBe('zh-CN');
  chat.say('my phone number is +44 7700 900321 thank you');
  expect(chat.conversation.language).toBe('en');
});

test('after filing, cancel offers to withdraw', () => {
  const chat = new Chat({ playbook: smallPlaybook(), cases: [sampleCase({ number: '471-2096-9' })] }).say('取消');
  expect(chat.text).toBe('要撤回编号 471-2096-9 吗？撤回后不再处理。');
  chat.choose('no');
  expect(chat.text).toBe('好，不撤回，编号 471-2096-9 照常处理。');
  chat.say('取消').choose('yes');
  expect(chat.performed).toMatchObject([{ verb: 'withdraw', caseNumber: '471-2096-9' }]);
});

test('continue on another device: the code is said, and typed elsewhere it joins', () => {
  const chat = asked();
  const { conversation } = chat;
  const step = chat.say('换个设备继续').performed.at(-1);
  expect(step).toMatchObject({ verb: 'continue-elsewhere' });
  expect(conversation.id).toBe('c1');
  chat.event({
    type: 'result',
    key: 'k',
    verb: 'continue-elsewhere',
    memory: { code: '12345678', link: 'https://x.example', minutes: '10' },
  });
  expect(chat.text).toContain('输入 12345678，10 分钟内有效');
  const other = new Chat({ playbook: smallPlaybook() });
  other.refuse = { verb: 'join-by-code', code: 'INVALID' };
  expect(other.say('1234 5678').text).toBe('验证码不对，或已过期。请回到聊天要一个新的。');
  expect(other.performed).toMatchObject([{ verb: 'join-by-code', args: { code: '12345678' } }]);
});

test('where it went on by a code, what was told is shown first, then the next question', () => {
  const chat = asked();
  chat.event({ type: 'result', key: 'k', verb: 'join-by-code' });
  expect(chat.text).toMatch(
    /^好，接上了。两边说的都在。\n您好，上次说到这里（[^]*经过：[^]*还差：[^]*您希望我们怎么解决？/,
  );
  expect(chat.asks).toBe('outcome');
  const fresh = new Chat({ playbook: smallPlaybook() });
  fresh.event({ type: 'result', key: 'k', verb: 'join-by-code' });
  expect(fresh.text).toBe('好，接上了。两边说的都在。');
});

test('the number of a case that is not theirs is no code', () => {
  const chat = new Chat({ playbook: smallPlaybook() }).say(caseNumberFrom('somebody', 0).replaceAll('-', ''));
  expect(chat.performed).toEqual([]);
  expect(chat.text).toMatch(/^这个聊天里没有查到。/);
});

test('where the company says what it does with personal data: linked once, with the first matter', () => {
  const chat = new Chat({ playbook: smallPlaybook(), privacyLink: 'https://x.example/privacy' });
  expect(chat.say('你好').text).not.toContain('privacy');
  expect(chat.say('昨天导游骂人').text).toContain('有关的同事才能看：https://x.example/privacy');
  expect(chat.say('道歉').text).not.toContain('privacy');
});
