import { readAnswer, understand } from '../../../dialogs/understanding/understand.js';
import { contextOf, fieldOf } from './contexts.js';
import { factsOf, told } from './reads.js';

describe('rooms and flats', () => {
  test.each([
    ['1208房空调滴水', '1208'],
    ['我住1208', '1208'],
    ['房号1208', '1208'],
    ['我们昨晚住的3011', '3011'],
    ['住在一二零六', '1206'],
    ['room 2204 smells', '2204'],
    ['1506號房', '1506'],
    ['房间号是三零二', '302'],
    ['staying in 1208', '1208'],
    ['Room No. B12', undefined],
  ])('%s', (text, room) => {
    expect(told(text, contextOf('hotel'))['room_no']).toBe(room);
  });

  test.each([
    '隔壁1209房太吵',
    '701跟702整晚在那邊鬼吼鬼叫',
    '我等了200分钟',
    '住了300元的房',
    '订单号TR20260301-1208',
    '住1208元一晚',
    'next to room 1209 it was loud',
  ])('not the customer’s room: %s', (text) => {
    expect(told(text, contextOf('hotel'))['room_no']).toBeUndefined();
  });

  test('two rooms are not sure', () => {
    expect(told('1208和1209房都漏水', contextOf('hotel'))['room_no']).toBe('1209?');
  });

  test('the room is the place only where no place is told', () => {
    expect(told('1208房的客人，在大堂被骂', contextOf('hotel'))).toEqual({ room_no: '1208', place: '大堂' });
    expect(told('我住1208', contextOf('hotel', { filled: { place: '大堂' } }))).toEqual({ room_no: '1208' });
    expect(told('七樓走廊與702房', contextOf('hotel', { open: 'place' }))).toEqual({ place: '七樓走廊與702房' });
  });

  test.each([
    ['12栋302', '12 栋 302'],
    ['十二栋三零二', '12 栋 302'],
    ['12 棟 3 樓之 2', '12 棟 3 樓之 2'],
    ['3号楼2单元501', '3 号楼 2 单元 501'],
    ['A座1502室', 'A 座 1502 室'],
    ['building 12, 302', 'building 12, 302'],
    ['Flat 4B', 'Flat 4B'],
  ])('unit %s', (text, unit) => {
    expect(told(`${text} 漏水`, contextOf('property'))['unit_no']).toBe(unit);
  });
});

describe('ids', () => {
  test.each([
    ['travel', '订单TR20260301-88', 'order_no', 'TR20260301-88'],
    ['travel', '订单号是 88213377', 'order_no', '88213377'],
    ['travel', 'my booking number is TR20260301-88', 'order_no', 'TR20260301-88'],
    ['market', '單號：2026022871903', 'order_no', '2026022871903'],
    ['market', '2026022871903这单', 'order_no', '2026022871903'],
    ['dealer', '车牌沪A12345', 'plate_no', '沪A12345'],
    ['dealer', '苏E7K88P异响', 'plate_no', '苏E7K88P'],
    ['dealer', '我的车是京AD12345', 'plate_no', '京AD12345'],
    ['dealer', '車牌 ABC-1234', 'plate_no', 'ABC-1234'],
    ['brand', 'VIN LSVAA4187E2184841 发动机异响', 'vin', 'LSVAA4187E2184841'],
    ['group', '会员号 88012345', 'member_no', '88012345'],
    ['capa', '料号 BX-2031 有毛刺', 'product_no', 'BX-2031'],
    ['capa', 'part no. AX-55 is scratched', 'product_no', 'AX-55'],
    ['capa', '批号L20260301', 'batch_no', 'L20260301'],
    ['capa', '200件里12件不良', 'quantity', '200件里12件'],
    ['capa', '12 out of 200 are scratched', 'quantity', '12 out of 200'],
    ['capa', '我们是上海华信有限公司', 'company', '上海华信有限公司'],
    ['capa', 'writing for Acme Ltd', 'company', 'Acme Ltd'],
    ['property', '热水器型号JSQ26-A', 'model', 'JSQ26-A'],
    ['market', '在小米旗舰店买的', 'merchant', '小米旗舰店'],
    ['market', 'I bought it from Northwind Store on Monday', 'merchant', 'Northwind Store'],
    ['group', '在人民路店吃饭', 'branch', '人民路店'],
    ['group', 'at the Station Road branch', 'branch', 'Station Road'],
    ['dealer', '车型SUV 2.0T，漏油', 'car_model', 'SUV 2.0T'],
    ['brand', '在上海永达4S店修的', 'dealer', '上海永达4S店'],
    ['travel', '导游刘强态度恶劣', 'accused', '导游刘强'],
    ['hotel', '服务员小张态度特别差', 'concerned', '服务员小张'],
    ['brand', 'the dealer Northgate refused', 'dealer', 'Northgate'],
    ['dealer', 'my car is a Model 3, it squeaks', 'car_model', 'Model 3'],
    ['hotel', '工号0217的人骂我', 'concerned', '工号0217'],
    ['travel', 'a driver called Tom Reed was rude', 'accused', 'driver called Tom Reed'],
  ] as const)('%s: %s', (fields, text, id, value) => {
    expect(told(text, contextOf(fields))[id]).toBe(value);
  });

  test.each([
    ['market', '快递单号SF1234567890 一直不动'],
    ['travel', '王经理说不管'],
    ['group', '这家店的服务员骂人'],
    ['group', '你们酒店的商店'],
    ['travel', '导游不见了'],
    ['travel', '叫你们经理来'],
    ['market', '在这家店买的'],
  ] as const)('nothing is invented: %s: %s', (fields, text) => {
    expect(told(text, contextOf(fields))).toEqual({});
  });

  test('a pattern decides, but is not insisted on by the reader', () => {
    const order = fieldOf('order_no');
    const context = contextOf('travel', { open: 'order_no' });
    expect(readAnswer('是TR20260301-88', order, context)).toEqual({ value: 'TR20260301-88' });
    expect(readAnswer('TR2026-1', order, context)).toEqual({ invalid: 'pattern', value: 'TR2026-1' });
    expect(readAnswer('  ', order, context)).toEqual({ invalid: 'text' });
  });
});

describe('amounts', () => {
  test.each([
    ['花了1,280元', '1280'],
    ['退款268块5', '268.5'],
    ['被扣了三百块', '300'],
    ['两千三百元的货', '2300'],
    ['一共一千二', '1200'],
    ['I paid CNY 268.50', '268.5'],
    ['NT$1,280 被多收了', 'TWD 1280'],
    ['charged 2,300 yuan twice', '2300'],
    ['US$35', 'USD 35'],
    ['￥99', '99'],
    ['金额：1280', '1280'],
    ['下单花了599', '599'],
    ['1.2万元', '12000'],
    ['220元一晚的房', '220'],
    ['20块一份还吃不饱', '20'],
    ['每次99元，共198元', '99?'],
  ])('%s', (text, amount) => {
    expect(told(text, contextOf('market'))['amount']).toBe(amount);
  });

  test('in Taiwan the own currency is another', () => {
    const context = contextOf('market', { language: 'zh-TW' });
    expect(told('NT$1,280', context)).toEqual({ amount: '1280' });
    expect(told('人民幣 268.50', context)).toEqual({ amount: 'CNY 268.5' });
    expect(told('八百多塊', context)).toEqual({ amount: '800' });
    expect(understand('八百多塊', context).facts[0]).toMatchObject({ vague: true });
  });

  test.each([
    '等了200分钟',
    '买了3件',
    '30%太少',
    '打了120',
    '2026年的',
    '5公里',
    '我们一块去的',
    '3单元',
    '几万元的车',
  ])('no money: %s', (text) => {
    expect(told(text, contextOf('market'))['amount']).toBeUndefined();
  });

  test.each([
    ['一千二', { value: '1200' }],
    ['两千三', { value: '2300' }],
    ['一万五', { value: '15000' }],
    ['1280', { value: '1280' }],
    ['大概800多', { value: '800', vague: true }],
    ['a lot', { invalid: 'amount', value: 'a lot' }],
  ])('as an answer: %s', (text, answer) => {
    expect(readAnswer(text, fieldOf('amount'), contextOf('market', { open: 'amount' }))).toEqual(answer);
  });
});

describe('wishes', () => {
  test.each([
    ['要求退款并道歉', '要求退款并道歉'],
    ['要求：全额退款', '全额退款'],
    ['饭菜凉了，我要求退一半饭钱，经理当面道歉', '我要求退一半饭钱，经理当面道歉'],
    ['I want one of the two charges back', 'I want one of the two charges back'],
    ['It broke. Please replace it', 'Please replace it'],
    ['希望你们换一间安静的房', '希望你们换一间安静的房'],
    ['假货，退一赔三！', '退一赔三'],
    ['再修不好就退车！', '再修不好就退车'],
    ["I'd like a full refund and an apology", "I'd like a full refund and an apology"],
  ])('%s', (text, wish) => {
    expect(told(text, contextOf('dealer'))['outcome']).toBe(wish);
  });

  test.each([
    '我要投诉',
    '要求退款被拒绝了',
    'I wanted a refund but they refused',
    'I want to complain',
    '退款一直没到账',
    '我要找人工',
    '今天必须给我个说法',
    '能不能退款',
    '希望落空',
  ])('no wish: %s', (text) => {
    expect(told(text, contextOf('dealer'))['outcome']).toBeUndefined();
  });

  test('the answer is taken whole, with what is told in it', () => {
    const context = contextOf('hotel', { open: 'outcome' });
    expect(told('退昨天的房费480元，前台道歉', context)).toEqual({ outcome: '退昨天的房费480元，前台道歉' });
    expect(told('至少全退，我叫李雷，13800138000', context)).toEqual({
      outcome: '至少全退',
      name: '李雷',
      phone: '13800138000',
    });
    expect(told('能全退吗', context)).toEqual({ outcome: '能全退吗' });
    const elsewhere = contextOf('hotel', { open: 'concerned' });
    expect(told('换房，昨晚的房费也要有个交代', elsewhere)['outcome']).toBe('换房，昨晚的房费也要有个交代');
    expect(told('an apology and one night refunded', elsewhere)).toEqual({
      outcome: 'an apology and one night refunded',
    });
    expect(told('退押金的那个前台', elsewhere)).toEqual({ concerned: '退押金的那个前台' });
    expect(told('the night receptionist Linda', elsewhere)).toEqual({ concerned: 'the night receptionist Linda' });
    expect(told('把這筆錢退還給我，跟我說清楚是怎麼算的', context)).toEqual({
      outcome: '把這筆錢退還給我，跟我說清楚是怎麼算的',
    });
  });
});

describe('answers to the open question', () => {
  test.each([
    ['hotel', 'room_no', '一二零八', { room_no: '1208' }],
    ['hotel', 'room_no', 'B12', { room_no: 'B12' }],
    ['hotel', 'place', '在电梯里', { place: '电梯里' }],
    ['hotel', 'place', 'the lobby', { place: 'the lobby' }],
    ['hotel', 'concerned', '一个戴眼镜的男的', { concerned: '一个戴眼镜的男的' }],
    ['hotel', 'concerned', '前台小李', { concerned: '前台小李' }],
    ['group', 'branch', '是湖滨店', { branch: '湖滨店' }],
    ['group', 'branch', 'Station Road', { branch: 'Station Road' }],
    ['market', 'order_no', '2026030155871，1280', { order_no: '2026030155871', amount: '1280' }],
    ['hotel', 'occurred_at', '昨天下午三点，一楼大堂', { occurred_at: '2026-03-09 15:00', place: '一楼大堂' }],
    ['dealer', 'plate_no', '沪A12345，帕萨特', { plate_no: '沪A12345', car_model: '帕萨特' }],
    ['capa', 'returned_goods', '没有退货', { returned_goods: 'no' }],
    ['capa', 'returned_goods', 'yes', { returned_goods: 'yes' }],
    ['brand', 'dealer', 'Northgate', { dealer: 'Northgate' }],
    ['property', 'preferred_time', '明天上午或周四下午', { preferred_time: '明天上午或周四下午' }],
  ] as const)('%s, %s: %s', (fields, open, text, expected) => {
    const heard = understand(text, contextOf(fields, { open }));
    expect(factsOf(heard)).toEqual(expected);
    expect(heard.rest).toBe('');
  });

  test.each(['不知道', '为什么要这个', '算了', '😡', '', '转人工', '你们几点下班？'])('no answer: %s', (text) => {
    expect(told(text, contextOf('group', { open: 'branch' }))).toEqual({});
  });

  test('choices by id, label, or place in the list', () => {
    const read = (text: string) =>
      readAnswer(text, fieldOf('returned_goods'), contextOf('capa', { open: 'returned_goods' }));
    expect(read('yes')).toEqual({ value: 'yes' });
    expect(read('沒有退貨。')).toEqual({ value: 'no' });
    expect(read('2')).toEqual({ value: 'no' });
    expect(read('也许吧')).toEqual({ invalid: 'choice', value: '也许吧' });
    expect(read(' ')).toEqual({ invalid: 'choice' });
  });

  test('a form filled in line by line', () => {
    const form = '订单号：2026030155871\n金额：1280\n店铺：暖冬旗舰店\n姓名：王小明\n电话：13800138000';
    expect(told(form, contextOf('market'))).toEqual({
      order_no: '2026030155871',
      amount: '1280',
      merchant: '暖冬旗舰店',
      name: '王小明',
      phone: '13800138000',
    });
    expect(understand(form, contextOf('market')).rest).toBe('');
  });
});

test.each([
  ['808房 周建国13611112222 再修不好就退房！', '再修不好就退房', '13611112222'],
  ['再修不好就退房 13611112222', '再修不好就退房', '13611112222'],
  ['13611112222赶紧给我退款', '赶紧给我退款', '13611112222'],
])('a wish beside a number, "%s"', (text, outcome, phone) => {
  expect(told(text, contextOf('hotel', { open: 'place' }))).toMatchObject({ outcome, phone });
});

test('a number after "in", and nothing behind it, is the room', () => {
  expect(told('空调坏了，昨晚在1208', contextOf('hotel'))['room_no']).toBe('1208');
  expect(told('空调坏了，在2024年也坏过', contextOf('hotel'))['room_no']).toBeUndefined();
});

test('a wish in so many words: somebody is to apologise', () => {
  expect(told('导游昨天骂人，要导游道歉', contextOf('travel'))['outcome']).toBe('要导游道歉');
  expect(told('导游骂人，要我们交钱才道歉', contextOf('travel'))['outcome']).toBeUndefined();
});

test('asked where it was, a number alone is the room; facts alone are no story', () => {
  const asked = contextOf('hotel', { open: 'place' });
  expect(told('1208', asked)).toEqual({ room_no: '1208', place: '1208 房' });
  expect(understand('昨天晚上，1208房', contextOf('hotel', { open: 'occurred_at' })).rest).toBe('');
});

test.each([
  ['the AC in 1208 is broken', 'room_no', '1208'],
  ['nothing worked in 2019 either', 'room_no', undefined],
  ['1305的客人投诉：房间没打扫', 'room_no', '1305'],
  ['it took them 300 minutes in 305', 'room_no', '305'],
  ['no wait, it happened on Friday not yesterday', 'occurred_at', '2026-03-06'],
  ['不是昨天，是前天', 'occurred_at', '2026-03-08'],
  ['I was overcharged, refund please', 'outcome', 'refund please'],
  ['多收了我200块，退钱！', 'outcome', '退钱'],
  ['他们说退款，可是没到账', 'outcome', undefined],
])('"%s": %s', (text, field, value) => expect(told(text, contextOf('hotel'))[field]).toBe(value));

test('where and when asked in one breath, a number alone is the room', () => {
  expect(told('昨晚，1208', contextOf('hotel', { open: 'occurred_at' }))).toMatchObject({ room_no: '1208' });
  expect(told('2026', contextOf('hotel', { open: 'occurred_at' }))['room_no']).toBeUndefined();
  expect(told('现在，1208', contextOf('hotel', { open: 'occurred_at' }))['occurred_at']).toMatch(/ \d\d:\d\d$/);
});

test.each([
  ['王芳，13800138001，导游姓陈', '导游姓陈'],
  ['导游李强，工号0217，昨天让我们交小费', '导游李强，工号0217'],
  ['导游姓什么不知道', undefined],
  ['昨天包车司机迟到一个半小时', undefined],
  ['导游全程玩手机', undefined],
  ['司机迟伟把我们骂了', '司机迟伟'],
])('"%s" names %s', (text, accused) => expect(told(text, contextOf('travel'))['accused']).toBe(accused));

test('a number is no part of the story, what stands beside it is', () => {
  expect(understand('13700137000 晚上七点以后', contextOf('travel', { open: 'phone' })).rest).toBe('晚上七点以后');
});

test("somebody's number is no wish", () => {
  const context = contextOf('travel', { open: 'outcome' });
  expect(told('司机电话是13911112222', context)['outcome']).toBeUndefined();
  expect(readAnswer('司机电话是13911112222', fieldOf('outcome'), context)).toMatchObject({ invalid: 'text' });
});
