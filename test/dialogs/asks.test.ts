import type { OpenAsk } from '../../src/domain/conversation.js';
import type { Telling } from '../../src/domain/effect.js';
import { sampleCase } from '../support/dialog-case.js';
import { Chat, type ChatOptions } from '../support/dialog-chat.js';
import { smallPlaybook } from '../support/dialog-playbook.js';

const NUMBER = '271-8440-9';
const PROMISED = '2026-03-09 17:00';

function told(ask: Omit<OpenAsk, 'id' | 'askedAt' | 'caseNumber'>, key = 'k1'): Telling {
  return {
    kind: 'tell',
    key,
    caseNumber: NUMBER,
    conversationId: 'c1',
    from: 'bot',
    say: ['…'],
    choices: ask.choices.map((id) => ({ id, label: id })),
    ask: { ...ask, caseNumber: NUMBER },
    closes: ['acceptance', 'refuse-why'],
  };
}

const ACCEPTANCE = { kind: 'acceptance' as const, about: 'outcome', choices: ['accept', 'refuse'] };
const SURVEY = { kind: 'survey-score' as const, choices: ['1', '2', '3', '4', '5'] };

function chat(status: 'open' | 'closed' | 'waiting-for-customer', more: Partial<ChatOptions> = {}): Chat {
  return new Chat({
    playbook: smallPlaybook(),
    cases: [sampleCase({ number: NUMBER, status })],
    promised: PROMISED,
    now: '2026-03-06 16:00',
    ...more,
  });
}

test('the outcome refused: why is asked, the words go with it, nothing is promised', () => {
  const it = chat('waiting-for-customer').event({ type: 'told', telling: told(ACCEPTANCE) });
  expect(it.choices).toEqual(['accept', 'refuse']);
  it.choose('refuse');
  expect(it.text).toBe('明白，您不接受。是哪里不合适？');
  const declined = { verb: 'decline-outcome', caseNumber: NUMBER, args: {} };
  expect(it.performed).toEqual([declined]);
  it.say('一晚上没睡，30%太少，至少全退，能全退吗');
  expect(it.text).toBe(
    '这要等正式答复，我不能先答应您。\n已原样记下，交给负责的人重新处理。3月9日（周一）17:00 前，我会告诉您进展。',
  );
  expect(it.performed).toEqual([
    declined,
    { verb: 'refuse-outcome', caseNumber: NUMBER, args: { reason: '一晚上没睡，30%太少，至少全退，能全退吗' } },
  ]);
  expect(it.conversation.asks).toEqual([]);
});

test.each([
  ['接受', { verb: 'accept-outcome', caseNumber: NUMBER, args: {} }],
  ['我同意', { verb: 'accept-outcome', caseNumber: NUMBER, args: {} }],
  ['可以接受', { verb: 'accept-outcome', caseNumber: NUMBER, args: {} }],
  ['OK, I accept', { verb: 'accept-outcome', caseNumber: NUMBER, args: {} }],
  ['不接受，太少了', { verb: 'refuse-outcome', caseNumber: NUMBER, args: { reason: '不接受，太少了' } }],
])('answered in words: %s', (words, performed) => {
  const it = chat('waiting-for-customer')
    .event({ type: 'told', telling: told(ACCEPTANCE) })
    .say(words);
  expect(it.performed).toEqual([performed]);
});

test.each(['还行吧', '我接受，但要当面道歉', '👍'])('neither yes nor no: %s', (words) => {
  const it = chat('waiting-for-customer')
    .event({ type: 'told', telling: told(ACCEPTANCE) })
    .say(words);
  expect([it.performed, it.draft]).toEqual([[], undefined]);
  expect(it.say('接受').performed.at(-1)?.verb).toBe('accept-outcome');
});

test('a quote refused means no work at once', () => {
  const it = chat('waiting-for-customer').event({ type: 'told', telling: told({ ...ACCEPTANCE, about: 'quote' }) });
  expect(it.choose('refuse').performed).toEqual([{ verb: 'refuse-outcome', caseNumber: NUMBER, args: {} }]);
});

test('a newer outcome closes the question on the older one', () => {
  const it = chat('waiting-for-customer').event({ type: 'told', telling: told(ACCEPTANCE, 'k1') });
  it.event({ type: 'told', telling: told(ACCEPTANCE, 'k2') });
  expect(it.conversation.asks.map(({ id }) => id)).toEqual(['k2']);
});

test('the survey: a low score asks what went wrong, and the case is open again', () => {
  const it = chat('open', { language: 'zh-TW', promised: '2026-03-13 16:00' }).event({
    type: 'told',
    telling: told(SURVEY),
  });
  it.choose('1');
  expect(it.text).toBe('沒有讓您滿意，真的很抱歉。是哪裡沒做好？');
  it.say('說好要修冷氣根本沒修，今天又漏了');
  expect(it.text).toBe(
    `已照原話記下。案件 ${NUMBER} 重新處理，換一位同仁，不是原來那位。3/13（五）16:00 前，我會告訴您進度。`,
  );
  expect(it.performed).toEqual([
    { verb: 'answer-survey', caseNumber: NUMBER, args: { score: 1 } },
    { verb: 'answer-survey', caseNumber: NUMBER, args: { comment: '說好要修冷氣根本沒修，今天又漏了' } },
  ]);
});

test('the survey: a bare number days later, skipped words, then the playbook’s questions', () => {
  const it = chat('closed')
    .event({ type: 'told', telling: told(SURVEY) })
    .at('2026-03-09 10:00')
    .say('5');
  expect(it.text).toBe('谢谢。还有想说的吗？没有就跳过。');
  it.choose('skip');
  expect(it.text).toBe('服务质量怎么样？');
  expect(it.choices).toEqual(['1', '2', '3', '4', '5', 'skip']);
  it.choose('4');
  expect(it.text).toBe('收到，谢谢您告诉我们。');
  expect(it.performed.map(({ args }) => args)).toEqual([
    { score: 5 },
    { comment: '' },
    { question: 'quality', answer: '4' },
  ]);
});

test('a further question without a score is answered in words', () => {
  const questions = [
    { id: 'suggestions', label: { 'zh-CN': '建议？', 'zh-TW': '建議？', en: 'Suggestions?' }, type: 'text' as const },
  ];
  const it = chat('closed', { playbook: smallPlaybook({ survey: { questions } }) })
    .event({ type: 'told', telling: told(SURVEY) })
    .say('5')
    .say('还行')
    .say('多拍点实景图');
  expect(it.performed.at(-1)?.args).toEqual({ question: 'suggestions', answer: '多拍点实景图' });
  expect(it.text).toBe('收到，谢谢您告诉我们。');
});

test('a score named by its words alone', () => {
  const it = chat('closed')
    .event({ type: 'told', telling: told(SURVEY) })
    .say('不满意');
  expect(it.performed.at(-1)?.args).toEqual({ score: 2 });
});

test('words that call a person are an answer all the same', () => {
  const it = chat('waiting-for-customer')
    .event({ type: 'told', telling: told(ACCEPTANCE) })
    .choose('refuse')
    .say('我妈又在浴室摔倒了');
  expect(it.performed.at(-1)).toMatchObject({ verb: 'refuse-outcome', args: { reason: '我妈又在浴室摔倒了' } });
  expect(it.conversation.control.by).toBe('waiting');
  expect(it.draft).toBeUndefined();
});

test('a bare number never answers a survey while a field is asked', () => {
  const it = chat('closed')
    .event({ type: 'told', telling: told(SURVEY) })
    .at('2026-03-07 10:00')
    .say('昨天导游骂人');
  expect(it.asks).toBe('outcome');
  it.say('退费').say('5');
  expect(it.performed).toEqual([]);
});

test('what staff ask is answered in words, with files', () => {
  const it = chat('open').event({ type: 'told', telling: told({ kind: 'question', choices: [] }) });
  it.say('当时是李经理在', { files: [{ fileId: 'f', name: 'a.png', type: 'image/png', size: 1, sha256: 's' }] });
  expect(it.performed.map(({ verb }) => verb)).toEqual(['answer-question', 'add-evidence']);
  expect(it.text).toContain(`收到，已原样交给负责编号 ${NUMBER} 的同事。`);
});

test('a closed case is taken up again with the customer’s words', () => {
  const it = chat('closed').say('重新处理');
  expect(it.text).toBe(`要重新处理编号 ${NUMBER} 吗？请说说哪里还没解决。`);
  it.say('退款还没到');
  expect(it.performed).toEqual([{ verb: 'reopen', caseNumber: NUMBER, args: { reason: '退款还没到' } }]);
  expect(it.text).toContain(`编号 ${NUMBER}`);
});

test('an expired question is no longer answered', () => {
  const telling = told({ ...SURVEY, expiresAt: new Date('2026-03-07T00:00:00Z') });
  const it = chat('closed').event({ type: 'told', telling }).at('2026-03-09 10:00').say('5');
  expect(it.performed).toEqual([]);
});
