import { phrase } from '../../../dialogs/wording/phrase.js';
import { storyShown } from '../../../dialogs/wording/story-shown.js';
import { UnknownPhrase } from '../../../dialogs/wording/unknown-phrase.js';
import { word, type WordContext } from '../../../dialogs/wording/word.js';
import type { PhraseValue } from '../../../src/domain/phrase.js';

const context: WordContext = { zone: 'Asia/Shanghai', now: new Date('2026-03-02T09:05:00+08:00') };

const label = (key: Parameters<typeof phrase>[0]): PhraseValue => ({ phrase: phrase(key) });
const fact = (key: Parameters<typeof phrase>[0], value: PhraseValue): PhraseValue => ({
  phrase: phrase('value.fact', { label: label(key), value }),
});
const quoted = (text: string): PhraseValue => ({ phrase: phrase('value.quote', { text }) });

test('the first reply: heard, noted, one question with its reason', () => {
  const at = '2026-03-01T14:00:00+08:00';
  const facts = [
    fact('field.occurred_at', { date: at, form: 'past' }),
    fact('field.order_no', 'TR20260301-88'),
    fact('field.name', '王小明'),
    fact('field.phone', '13800138000'),
  ];
  const say = [
    phrase('ack.inconvenience', { quote: '导游把我们扔在购物店', feel: label('feel.staff') }),
    phrase('taken', { facts: { list: facts } }),
    phrase('ask.outcome'),
    phrase('why.outcome'),
  ];
  expect(word(say, 'zh-CN', context)).toBe(
    '“导游把我们扔在购物店”，很抱歉让您遇到这样的事。花了钱还要受气，谁心里都不好受。\n' +
      '记下了：时间 3月1日（周日）14:00，订单号 TR20260301-88，姓名 王小明，手机 13800138000。\n' +
      '您希望我们怎么解决？例如退费、道歉、换房、说明原因。您的要求会原样记下，由同事答复。',
  );
  expect(word(say[1]!, 'en', context)).toBe(
    'Noted: time Sun 1 Mar, 14:00, order number TR20260301-88, name 王小明, phone 13800138000.',
  );
  expect(word(say[1]!, 'zh-TW', context)).toBe(
    '記下了：時間 3/1（日）14:00，訂單編號 TR20260301-88，姓名 王小明，手機 13800138000。',
  );
});

test('a wish is noted in its own quotation marks, whatever stop it ends with', () => {
  const noted = (wish: string) => phrase('taken', { facts: { list: [fact('field.outcome', quoted(wish))] } });
  expect(word(noted('退当天的费用'), 'zh-CN', context)).toBe('记下了：您的要求“退当天的费用”。');
  expect(word(noted('換房'), 'zh-TW', context)).toBe('記下了：您的要求「換房」。');
  expect(word(noted('退一赔三'), 'en', context)).toBe('Noted: your wish “退一赔三”.');
});

test('nothing fit to quote: the line starts after the quote', () => {
  const ack = phrase('ack.inconvenience', { quote: '', feel: '' });
  expect(word(ack, 'zh-CN', context)).toBe('很抱歉让您遇到这样的事。');
  expect(word(ack, 'zh-TW', context)).toBe('讓您遇到這樣的事，真的很抱歉。');
  expect(word(ack, 'en', context)).toBe("I'm sorry that happened to you.");
});

test('a read-back is one label and value a line, then how to change it', () => {
  const lines: PhraseValue = {
    lines: [
      [label('field.content'), '门坏了\n\n修不好'],
      [label('field.order_no'), 'A-1'],
      [{ texts: { 'zh-CN': '楼层', 'zh-TW': '樓層', en: 'Floor' } }, '12'],
    ],
  };
  const say = [phrase('readback.lines', { lines }), phrase('readback.sign'), phrase('readback.change')];
  expect(word(say, 'zh-CN', context)).toBe(
    '请您核对：\n经过：门坏了 修不好\n订单号：A-1\n楼层：12\n' +
      '按“提交”就等于您签字确认以上内容。哪里不对直接说，例如“电话改成 139…”。',
  );
  expect(word(phrase('readback.lines', { lines }), 'en', context)).toBe(
    'Please check:\nWhat happened: 门坏了 修不好\nOrder number: A-1\nFloor: 12',
  );
});

test('a receipt says the number, and the time rounded up', () => {
  const values = {
    number: '306-2817-5',
    by: { date: '2026-03-05T01:05:00Z', form: 'promise' },
    link: 'https://r.example/c',
  } satisfies Record<string, PhraseValue>;
  const receipt = phrase('receipt.complaint', values);
  expect(word(receipt, 'zh-CN', context)).toBe(
    '已登记，投诉编号 306-2817-5。\n接下来由同事查清经过，再答复您。3月5日（周四）10:00 前，我会告诉您进展。\n' +
      '查进度：回复“进度”，或打开 https://r.example/c',
  );
  expect(word(receipt, 'zh-TW', context)).toContain('，3/5（四）10:00 前，我會告訴您進度。');
  expect(word(receipt, 'en', context)).toContain("You'll hear from me by Thu 5 Mar, 10:00.");
});

test('names in Latin letters are set apart from Han, names in Han are not', () => {
  const joined = (agent: string) => word(phrase('agent.joined', { agent }), 'zh-CN', context);
  expect(joined('Li Wei')).toBe('Li Wei 来了，接下来由 Li Wei 跟您说。您前面说的，Li Wei 都看得到。');
  expect(joined('王经理')).toBe('王经理来了，接下来由王经理跟您说。您前面说的，王经理都看得到。');
  const call = word(phrase('ack.violence', { police: label('hotline.police') }), 'zh-CN', context);
  expect(call).toContain('请打当地报警电话。');
});

test('staff’s sentences keep one full stop', () => {
  const closed = (change: string) => word(phrase('closed.accepted', { number: '1', change }), 'zh-CN', context);
  expect(closed('以后每周检查空调')).toContain('说出来。以后每周检查空调。再有问题');
  expect(closed('以后每周检查空调。')).toContain('说出来。以后每周检查空调。再有问题');
  expect(closed('')).toContain('说出来。再有问题');
  const english = (change: string) => word(phrase('closed.accepted', { number: '1', change }), 'en', context);
  expect(english('')).toContain('speaking up. If anything');
  expect(english('We now check weekly')).toContain('speaking up. We now check weekly. If anything');
  const by: PhraseValue = { date: '2026-03-09T02:00:00Z', form: 'promise' };
  const late = phrase('late.extended', { number: '1', what: label('what.look'), by, reason: '等检测报告。' });
  expect(word(late, 'zh-CN', context)).toBe(
    '编号 1：调查要延到 3月9日（周一）10:00 前，让您多等了，很抱歉。原因：等检测报告。',
  );
  const english2 = word(late, 'en', context);
  expect(english2).toContain('Case 1: the investigation will take until Mon 9 Mar, 10:00.');
});

test('labels inside an English sentence begin small, and "your" takes no article', () => {
  const still = (field: PhraseValue) => word(phrase('ask.again', { field, example: 'x' }), 'en', context);
  expect(still(label('field.order_no'))).toBe('I still need the order number, e.g. x.');
  expect(still(label('field.vin'))).toBe('I still need the VIN, e.g. x.');
  expect(still(label('field.outcome'))).toBe('I still need your wish, e.g. x.');
  const resume = { at: 'Wed', lines: 'l', question: 'q' };
  const missing: PhraseValue = { list: [label('field.outcome'), label('field.name')] };
  expect(word(phrase('readback.resume', { ...resume, missing }), 'en', context)).toContain(
    'missing: your wish, name. q',
  );
  expect(word(phrase('readback.resume', { ...resume, missing }), 'zh-CN', context)).toContain(
    '还差：您的要求、姓名。q',
  );
});

test('a field without an example is asked without "for example"', () => {
  const asked = (key: 'ask.car_model' | 'ask.order_no') =>
    (['zh-CN', 'zh-TW', 'en'] as const).map((language) => word(phrase(key, { example: '' }), language, context));
  expect(asked('ask.car_model')).toEqual(['是什么车型？', '是什麼車型？', 'What model is the car?']);
  expect(asked('ask.order_no')).toEqual([
    '订单号是多少？在订单详情里。',
    '訂單編號是多少？在訂單明細裡。',
    "What's the order number? It's in the order details.",
  ]);
});

test('one file, two files', () => {
  const files = (count: number) => word(phrase('file.taken', { count }), 'en', context);
  expect(files(1)).toBe('1 file received and attached to your complaint.');
  expect(files(2)).toBe('2 files received and attached to your complaint.');
});

test('a playbook rewords questions, reasons and stages, and nothing else', () => {
  const texts = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });
  const overrides = {
    'ask.name': texts('N?'),
    'ask.seat_no': texts('S {example}?'),
    'category.room': texts('R'),
    'receipt.saving': texts('X'),
  };
  const own = { ...context, overrides };
  expect(word(phrase('ask.name'), 'en', own)).toBe('N?');
  expect(word(phrase('ask.seat_no', { example: '4A' }), 'zh-CN', own)).toBe('S 4A?');
  expect(word(phrase('category.room'), 'en', own)).toBe('R');
  expect(word(phrase('receipt.saving'), 'en', own)).toMatch(/^Saving/);
});

test('strings pass, empty phrases leave no line', () => {
  expect(word(['a  b', '', phrase('praise')], 'en', context)).toBe("a  b\nThank you. I'm here if you need me.");
});

test('values are never read as placeholders, and a customer’s spaces stay', () => {
  expect(word(phrase('value.quote', { text: '{a}  b' }), 'en', context)).toBe('“{a}  b”');
});

test('an unknown key, a missing value or a missing language is an error that names the phrase', () => {
  expect(() => word({ key: 'no.such' }, 'en', context)).toThrow(UnknownPhrase);
  expect(() => word({ key: 'constructor' }, 'en', context)).toThrow(UnknownPhrase);
  expect(() => word(phrase('receipt.saving'), 'en', { ...context, overrides: {} })).not.toThrow();
  expect(() => word(phrase('taken'), 'en', context)).toThrow(/"taken".*facts/);
  expect(() => word(phrase('taken', { facts: { texts: { en: 'x' } } }), 'zh-TW', context)).toThrow(/taken.*zh-TW/);
  expect(() => word(phrase('taken', { facts: { date: 'never', form: 'past' } }), 'en', context)).toThrow(/never/);
});

test('a long story is cut at 120 characters and said to be kept', () => {
  const fits = '长'.repeat(120);
  expect(storyShown(fits)).toBe(fits);
  const shown = (story: string, language: 'zh-CN' | 'en') =>
    word(phrase('taken', { facts: storyShown(story) }), language, context);
  expect(shown(`${fits}了`, 'zh-CN')).toBe(`记下了：${fits}…（全文已保存）。`);
  expect(shown('one word '.repeat(20), 'en')).toMatch(/^Noted: (one word )+one… \(kept in full\)\.$/);
});
