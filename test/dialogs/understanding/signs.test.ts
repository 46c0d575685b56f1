import { understand } from '../../../dialogs/understanding/understand.js';
import { withoutInsults } from '../../../dialogs/understanding/insults.js';
import { contextOf } from './contexts.js';

const signs = (text: string) => understand(text, contextOf('travel')).signs;

describe('signs', () => {
  test.each([
    ['greeting', ['你好', '在吗', 'hi again', 'Hello'], ['他说你好', 'his room']],
    ['thanks', ['谢谢', '多謝', 'thanks a lot'], ['不客气']],
    ['praise', ['服务很好，表扬一下前台', '师傅很热情', 'great service'], ['服务很差', '不满意', '你们满意了吗']],
    [
      'question',
      ['采纳了有奖励吗', '到底谁在管', '退款要多久？', 'when do you open', '你们几点上班'],
      ['修了三次车还是异响', '你们是死人吗？？？', '跟我说清楚是怎么算的'],
    ],
    [
      'suggestion',
      ['想提个建议，早餐加点水果', 'I have a suggestion', '建议多放点拖鞋'],
      ['导游不讲解', '太差了，建议大家不要来', '没人管，建议换掉经理'],
    ],
    ['dissatisfied', ['我不满意', '太让人寒心了', 'this is the worst hotel'], ['房间很好']],
    ['complaint-word', ['投诉', '我要投诉', '客訴', 'I want to complain', 'complaint'], ['我要投诉导游', '投诉了三次']],
    [
      'insult',
      ['傻逼客服', '垃圾', '機器人閃邊去', 'you idiots'],
      ['垃圾桶满了', '地上有垃圾没人扫', '这车有毛病', 'usb口坏了'],
    ],
    ['let-go', ['算了', '没用的', 'forget it', '算了吧'], ['打算了很久', '我算了一下多收了钱', '没意思的行程']],
    ['emoji-only', ['😡😡😡', '👍', '👍🏻', '❤️'], ['好👍', '3', '']],
    ['angry-emoji', ['😡😡😡', '气死了😤'], ['😊']],
    ['happy-emoji', ['👍', '谢谢😊'], ['😡']],
    ['empty', ['', '  \n'], ['a']],
    [
      'refuses-phone',
      ['不给，上次留了电话天天接推销', '不想给电话', '我不想留', 'no phone', "I'd rather not give my number"],
      ['他们不给退', '不给换房', '味道我都不想说', "they won't give my luggage back"],
    ],
    [
      'asks-promise',
      ['能全退吗', '有奖励吗', '你们能保证吗', 'will I get a full refund?'],
      ['他们能退的时候不退', '早餐能不能加个素食区'],
    ],
    ['why-asked', ['为什么要电话', '要电话干什么', 'why do you need my phone'], ['为什么空调不冷']],
    ['unknown', ['不知道', '忘了', '名字不知道', "I don't know", 'no idea'], ['他们不知道怎么修', '前台说不清楚原因']],
    [
      'pinyin',
      ['wo yao tuikuan', 'dianhua mei ren jie, wo yao tousu', 'ㄨㄛˇ要退款'],
      ['I want a refund', 'the room has no hot water', 'me too'],
    ],
    [
      'other-language',
      ['返金してほしい', '환불해 주세요', 'je veux un remboursement', 'Бронь отменили', 'quiero un reembolso'],
      ['refund please', 'hi', '退款', 'café was closed'],
    ],
    [
      'child',
      ['我今年12岁', '我是小学生', "I'm 12 years old"],
      ['我儿子8岁', '我女儿在读小学三年级', '我70岁了', "I'm 12 minutes late", "I'm 5 months pregnant"],
    ],
    ['voice-noise', ['呃那个就是说嗯那个', '水管啊漏漏水了哗哗的啊那个'], ['水管漏水']],
    ['number-only', ['3', '１２'], ['13800138000', '3次']],
  ] as const)('%s', (sign, heard, silent) => {
    expect(heard.filter((text) => !signs(text).includes(sign))).toEqual([]);
    expect(silent.filter((text) => signs(text).includes(sign))).toEqual([]);
  });
});

test('insults are left out of the view of a story', () => {
  expect(withoutInsults('你们都是死人吗？？？\n垃圾公司就会骗钱！！\n修了三次车还是异响，每次都跟我说好了')).toBe(
    '修了三次车还是异响，每次都跟我说好了',
  );
  expect(withoutInsults('这破公司修了三次还漏油')).toBe('这破公司修了三次还漏油');
  expect(withoutInsults('You idiots! The room was dirty.')).toBe('The room was dirty.');
  expect(withoutInsults('He told us to shut up')).toBe('He told us to shut up');
});
