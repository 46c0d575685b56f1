import { readAnswer, understand } from '../../../dialogs/understanding/understand.js';
import { contextOf, fieldOf } from './contexts.js';
import { told } from './reads.js';

describe('phones', () => {
  test.each([
    ['13800138000', '13800138000'],
    ['打这个 138-0013-8000 吧', '138-0013-8000'],
    ['138 0013 8000', '138 0013 8000'],
    ['我电话13700137000，你们赶紧打给我', '13700137000'],
    ['手機 0912-345-678', '0912-345-678'],
    ['０９１２３４５６７８', '0912345678'],
    ['手机号一三八零零幺三八零零零', '13800138000'],
    ['幺三八洞洞幺三八洞洞洞', '13800138000'],
    ['微信同号13800138000', '13800138000'],
    ['+1 415 555 0132 please', '+1 415 555 0132'],
    ['my number is +44 7700 900123', '+44 7700 900123'],
    ['0044 7700 900123', '0044 7700 900123'],
    ['+852 5123 4567 2026', '+852 5123 4567'],
    ['+886 912345678', '+886 912345678'],
    ['电话 010-12345678', '010-12345678'],
    ['TEL: (02) 2345-6789', '(02) 2345-6789'],
    ['座机02112345678', '02112345678'],
    ['+86 138 0013 8000', '+86 138 0013 8000'],
  ])('%s', (text, phone) => {
    expect(told(text, contextOf('mail'))['phone']).toBe(phone);
    expect(readAnswer(text, fieldOf('phone'), contextOf('mail', { open: 'phone' }))).toEqual({ value: phone });
  });

  test.each(['1380013800', '138001380001', '没有', 'abc', '12345', '400-800-8000', '2026030155871', '0912-345-67'])(
    'no phone: %s',
    (text) => {
      expect(told(text, contextOf('mail', { open: 'phone' }))['phone']).toBeUndefined();
      expect(readAnswer(text, fieldOf('phone'), contextOf('mail'))).toMatchObject({ invalid: 'phone' });
    },
  );

  test('an order number is none, whatever it looks like', () => {
    expect(told('订单13800138000', contextOf('travel'))).toEqual({ order_no: '13800138000' });
    expect(told('order 2026030155871', contextOf('market'))).toEqual({ order_no: '2026030155871' });
    expect(told('case 306-2817-5', contextOf('travel'))).toEqual({});
  });

  test('somebody else’s is not taken for the customer’s', () => {
    expect(told('导游电话13800138000', contextOf('travel'))).toEqual({ phone: '13800138000?' });
    expect(told('我手机13800138000，导游手机13900139000', contextOf('travel'))).toEqual({ phone: '13800138000' });
    expect(told('导游刘强13800138000态度差', contextOf('travel'))['phone']).toBe('13800138000?');
  });

  test('of two neither is guessed', () => {
    const [fact] = understand('13800138000或者13900139000', contextOf('travel')).facts;
    expect(fact).toMatchObject({ value: '13800138000', sure: false, other: '13900139000' });
  });
});

describe('names', () => {
  test.each([
    ['我叫王小明，房间漏水', '王小明'],
    ['我叫王小明电话13800138000', '王小明'],
    ['叫我老陈就行', '老陈'],
    ['叫我小李吧', '小李'],
    ['我姓赵', '姓赵'],
    ['敝姓陳，請回電', '姓陳'],
    ['我是陈女士', '陈女士'],
    ['我是王小明，昨天的团', '王小明'],
    ['姓名：李雷', '李雷'],
    ['姓名张伟 手机18612345678', '张伟'],
    ['车主李娜 13712345678', '李娜'],
    ['联系人王芳 021-68881234', '王芳'],
    ['林怡君 0912000345', '林怡君'],
    ['周建国13611112222', '周建国'],
    ['13800138000 王小明', '王小明'],
    ['+886 912 345 678 林先生', '林先生'],
    ['阿依古丽·买买提 13800138000', '阿依古丽·买买提'],
    ['我叫阿依古丽·买买提', '阿依古丽·买买提'],
    ['欧阳娜娜，13800138000', '欧阳娜娜'],
    ['Amy Chen +852 5123 4567', 'Amy Chen'],
    ['Sam Okafor, 13800138000', 'Sam Okafor'],
    ['My name is Jo Park', 'Jo Park'],
    ['my name is amy chen and my phone is 13800138000', 'amy chen'],
    ['Jo Park is my name', 'Jo Park'],
    ['Northgate. Jo Park is my name.', 'Jo Park'],
    ["I'm Daniel Reed, the room was dirty", 'Daniel Reed'],
    ['this is Laura Bennett, my phone is 13800138000', 'Laura Bennett'],
    ['call me Sam', 'Sam'],
    ["My name is Seán O'Brien-Smith", "Seán O'Brien-Smith"],
    ['我叫 Jo Park', 'Jo Park'],
  ])('%s', (text, name) => {
    expect(told(text, contextOf('travel'))['name']).toBe(name);
  });

  test.each([
    '我叫前台来，没人理',
    '我叫了外卖',
    '我叫他道歉他不肯',
    '我是你们的会员',
    '我是游客',
    '导游叫刘强',
    '包裹不是用我的名字寄的',
    'her name is Jane',
    'this is INSANE',
    '导游刘强13800138000',
    '他姓刘',
    '联系电话13800138000',
    '手机13800138000',
    "I'm so angry",
    "I'm Very upset",
    'Please call me back',
    'this is unacceptable',
    '时间13800138000',
    '打这个 13800138000',
  ])('nobody’s name: %s', (text) => {
    expect(told(text, contextOf('travel'))['name']).toBeUndefined();
  });

  test.each([
    ['小王', '小王'],
    ['王', '王'],
    ['Jo', 'Jo'],
    ['amy chen', 'amy chen'],
    ['是李雷', '李雷'],
    ["it's Jo Park", 'Jo Park'],
    ['Ms Li', 'Ms Li'],
    ['陈女士', '陈女士'],
    ['買買提', '買買提'],
  ])('the bare answer: %s', (text, name) => {
    expect(told(text, contextOf('travel', { open: 'name' }))).toEqual({ name });
    expect(readAnswer(text, fieldOf('name'), contextOf('travel', { open: 'name' }))).toEqual({ value: name });
  });

  test.each(['为什么要名字', '我不想说', '你们先退款再说', '不知道', '😡', '转人工'])('no answer: %s', (text) => {
    expect(told(text, contextOf('travel', { open: 'name' }))).toEqual({});
  });
});

test('an e-mail address', () => {
  expect(told('写信到 wang.xm+1@example.com.cn，谢谢', contextOf('mail'))).toEqual({
    email: 'wang.xm+1@example.com.cn',
  });
  expect(readAnswer('name@example', fieldOf('email'), contextOf('mail'))).toEqual({
    invalid: 'email',
    value: 'name@example',
  });
});

test.each([
  ['R. Patel', 'R. Patel'],
  ['Dr. Wang', 'Dr. Wang'],
  ['I am Jo', 'Jo'],
  ['我叫欧阳，手机13700137301', '欧阳'],
])('asked for a name, "%s"', (text, name) => {
  expect(readAnswer(text, fieldOf('name'), contextOf('travel', { open: 'name' }))).toEqual({ value: name });
});

test.each([
  '至少退票钱',
  '为什么要这个',
  '你们自己看着办',
  '昨天下午',
  'Refund please',
  'an apology',
  'no wait',
  '前台小李',
  '道个歉就行',
])('no name: "%s"', (text) => {
  expect(readAnswer(text, fieldOf('name'), contextOf('travel', { open: 'name' }))).toMatchObject({ invalid: 'text' });
});

test('signs alone are no answer', () => {
  expect(understand(':', contextOf('travel', { open: 'outcome' })).facts).toEqual([]);
});
