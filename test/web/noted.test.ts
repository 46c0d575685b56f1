import { factsOf, notedIn } from '../../src/web/chat/noted.js';

const bot = (text: string, more: object = {}) => ({
  id: text,
  from: 'bot' as const,
  text,
  at: '2026-03-02T07:31:00Z',
  ...more,
});
const SUBMIT = { choices: [{ id: 'submit', label: '提交' }] };

describe('facts that a reply says it noted', () => {
  it('are told apart in Chinese, quotes whole', () => {
    const text =
      '很抱歉。\n记下了：时间 3月1日（周日）14:00，订单号 TR20260301-88，您的要求“退费，让导游道歉”。\n还差手机号。';
    expect(notedIn(text)).toEqual({
      before: '很抱歉。',
      head: '记下了：',
      rows: [
        { label: '时间', value: '3月1日（周日）14:00' },
        { label: '订单号', value: 'TR20260301-88' },
        { label: '您的要求', value: '“退费，让导游道歉”' },
      ],
      after: '还差手机号。',
    });
  });

  it('are told apart in English, commas of a date kept', () => {
    const text =
      'Noted: order number 2026.55, when Sun 1 Mar, 14:00, your wish “退一赔三, please”. I’ll go on in English.';
    expect(notedIn(text)?.rows).toEqual([
      { label: 'order number', value: '2026.55' },
      { label: 'when', value: 'Sun 1 Mar, 14:00' },
      { label: 'your wish', value: '“退一赔三, please”' },
    ]);
  });

  it('are told apart where a rough time begins with words', () => {
    expect(notedIn('Noted: time evening of Wed 25 Nov, order number 2026.55.')?.rows).toEqual([
      { label: 'time', value: 'evening of Wed 25 Nov' },
      { label: 'order number', value: '2026.55' },
    ]);
  });

  it('are none where no label can be told from its value', () => {
    expect(notedIn('记下了：您说得对。')).toBeUndefined();
    expect(notedIn('你好。')).toBeUndefined();
  });
});

describe('facts of a conversation', () => {
  it('keep the newest value of each', () => {
    const facts = factsOf([
      bot('记下了：手机 13800138000，姓名 王小明。'),
      bot('改好了：手机改为 13900139000。'),
      bot('请您核对：\n姓名：王小明\n类型：服务态度\n现在提交吗？', SUBMIT),
    ]);
    expect(facts).toEqual([
      { label: '手机', value: '13900139000' },
      { label: '姓名', value: '王小明' },
      { label: '类型', value: '服务态度' },
    ]);
  });

  it('begin anew with what is noted after a receipt', () => {
    const receipt = { receipt: { number: '306-2817-5', link: '/case/306-2817-5' } };
    const told = [bot('记下了：手机 13800138000。'), bot('已登记，投诉编号 306-2817-5。', receipt)];
    expect(factsOf(told).map(({ label }) => label)).toEqual(['手机']);
    expect(factsOf([...told, bot('记下了：房号 1208。')]).map(({ label }) => label)).toEqual(['房号']);
  });
});
