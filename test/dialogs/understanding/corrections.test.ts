import { understand } from '../../../dialogs/understanding/understand.js';
import { contextOf } from './contexts.js';
import { changed } from './reads.js';

describe('corrections', () => {
  test.each([
    ['hotel', '电话改成13900139000', { phone: '13900139000' }],
    ['hotel', '把电话改成13900139000吧', { phone: '13900139000' }],
    ['hotel', '手机號碼打錯了，是0912345678', { phone: '0912345678' }],
    ['hotel', '联系电话应该是13900139000', { phone: '13900139000' }],
    ['hotel', '写错了，改成13900139000', { phone: '13900139000' }],
    ['hotel', 'I meant 13900139000', { phone: '13900139000' }],
    ['hotel', 'my phone should be +1 415 555 0132', { phone: '+1 415 555 0132' }],
    ['hotel', 'change the phone to 13900139000', { phone: '13900139000' }],
    ['hotel', '改电话', { phone: '' }],
    ['hotel', 'change phone', { phone: '' }],
    ['hotel', '修改手机', { phone: '' }],
    ['hotel', '我想改一下电话', { phone: '' }],
    ['hotel', 'the name is wrong', { name: '' }],
    ['hotel', 'wrong name, it should be Li Lei', { name: 'Li Lei' }],
    ['hotel', '名字写错了，应该是李雷', { name: '李雷' }],
    ['hotel', 'change my name to Jo Park', { name: 'Jo Park' }],
    ['hotel', 'room_no 改 1208', { room_no: '1208' }],
    ['hotel', 'change room_no to 1208', { room_no: '1208' }],
    ['hotel', 'change room_no', { room_no: '' }],
    ['hotel', 'change occurred_at', { occurred_at: '' }],
    ['hotel', 'change concerned', { concerned: '' }],
    ['hotel', '房号是1208，不是1280', { room_no: '1208' }],
    ['hotel', 'the room is 1208, not 1280', { room_no: '1208' }],
    ['hotel', '时间改成昨天下午三点', { occurred_at: '2026-03-09 15:00' }],
    ['hotel', '时间不对，是前天晚上八点', { occurred_at: '2026-03-08 20:00' }],
    ['hotel', 'change the date to 1 March, 2 pm', { occurred_at: '2026-03-01 14:00' }],
    ['hotel', '地点改为一楼大堂', { place: '一楼大堂' }],
    ['hotel', '您的要求改成退一半房费，再道歉', { outcome: '退一半房费，再道歉' }],
    ['hotel', 'change wish to a refund and an apology', { outcome: 'a refund and an apology' }],
    ['hotel', '電話改成0987000654，姓名改成李雷', { phone: '0987000654', name: '李雷' }],
    ['market', '金额不是1280是1380', { amount: '1380' }],
    ['market', 'change the amount to 1380 yuan and the phone to 13900139000', { amount: '1380', phone: '13900139000' }],
    ['market', '訂單編號改成2026022871903', { order_no: '2026022871903' }],
    ['market', '店铺改成暖冬服饰', { merchant: '暖冬服饰' }],
    ['dealer', '车牌改成沪B12345', { plate_no: '沪B12345' }],
    ['market', '实付不是99是199', { amount: '199' }],
    ['market', '剛剛電話打錯，應該是0912345679', { phone: '0912345679' }],
    ['property', '房号改成12栋303', { unit_no: '12 栋 303' }],
    ['travel', 'change evidence', { evidence: '' }],
    ['travel', 'change category', { category: '' }],
    ['hotel', '类型改成设施', { category: '设施' }],
    ['hotel', 'change the type to noise', { category: 'noise' }],
  ] as const)('%s: %s', (fields, text, expected) => {
    expect(changed(text, contextOf(fields))).toEqual(expected);
    expect(understand(text, contextOf(fields))).toMatchObject({ facts: [], rest: '' });
  });

  test('"not A but B" without a name is about the field that holds A', () => {
    const context = contextOf('market', { filled: { amount: '1280', order_no: '2026022871903' } });
    expect(changed('不是1280，是1380', context)).toEqual({ amount: '1380' });
    expect(changed('not 1280 but 1380', context)).toEqual({ amount: '1380' });
    expect(changed('不是1290，是1380', context)).toEqual({});
  });

  test.each([
    '导游把集合时间改成晚上八点',
    '他们把房间改成标间了',
    'they refused to change my room',
    'please change my room to a quiet one',
    '不是质量问题是态度问题',
    '他给我换成了大床房',
    '订单我要改一下',
    '店铺不错',
    '位置好找，不错',
    'How can I change my room because it smells',
    'delivered to the wrong place. 2 hrs on hold',
    '批改要求太多',
    '你们的电话是错的，打不通',
    '时间过了三个小时',
    '我的房间不对劲',
    '应该是前台的问题',
    '他们改了三次时间',
    "it's not right to wait 3 hours",
  ])('only story: %s', (text) => {
    expect(changed(text, contextOf('hotel', { filled: { name: '李雷', phone: '13800138000' } }))).toEqual({});
  });

  test('"change time" is a command where a visit is booked, and a correction where a time was told', () => {
    expect(understand('改时间', contextOf('hotel'))).toMatchObject({
      command: 'change-time',
      corrections: [{ field: 'occurred_at' }],
    });
  });
});
