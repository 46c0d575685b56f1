import { understand } from '../../../dialogs/understanding/understand.js';
import { contextOf } from './contexts.js';

const alarms = (text: string) => understand(text, contextOf('hotel')).alarms;

describe('the ladder', () => {
  test.each([
    [
      'self-harm',
      [
        '不想活了',
        '想死的心都有了',
        '我不活了',
        '再这样我就从你们楼上跳下去',
        '不如死了算了',
        'I want to die',
        "I don't want to live anymore",
        'I will kill myself',
      ],
    ],
    [
      'danger',
      [
        '厨房着火了',
        '房间里有煤气味',
        '房間有瓦斯味',
        '电梯里困了四十分钟',
        '我被困在电梯里',
        '导游把我们丢在高速路边',
        '插座漏电',
        '有人尾随我',
        'the room smelled of gas',
        'we are stuck in the lift',
        'we were stranded at the airport',
        'there is smoke coming from the socket',
        'a man is following me',
        '我儿子在景区走丢了，五岁',
        '一转眼女儿不见了',
        'my son is missing',
        '司机酒驾！现在还在开车',
        'we cannot find our mother',
      ],
    ],
    [
      'injury',
      [
        '我妈滑倒了，起不来',
        '他把我妈烫伤了',
        '孩子吃了上吐下泻',
        '食物中毒',
        '老人跌倒骨折',
        '女儿过敏住院了',
        'my knee is hurt',
        'kids got food poisoning',
        'he was taken to the hospital',
        'I slipped on the wet floor',
      ],
    ],
    [
      'violence',
      [
        '我要弄死你们',
        '信不信我砍了他',
        '再不解决我炸了你们店',
        '找人收拾你',
        'I will kill him',
        "I'll burn your hotel down",
      ],
    ],
    [
      'harassment',
      [
        '司机一直摸我的腿',
        '被性騷擾',
        '歧视外地人',
        '前台动手打我',
        '导游打我',
        'the guide hit my son',
        '导游说再投诉就打死我',
        'he touched my leg',
        'racist comments from the receptionist',
        'the guide hit me',
      ],
    ],
    [
      'bereavement',
      ['我父亲昨天在酒店去世了', '我妈死了', '老人猝死', 'my father died in the hotel', 'my wife passed away'],
    ],
    [
      'face',
      [
        '当众羞辱我',
        '当着所有人的面搜我的包',
        '把我们赶出去',
        '骂我们穷鬼',
        'searched my bag in front of everyone',
        'I was humiliated',
        'they turned us away',
      ],
    ],
    [
      'public',
      [
        '我要去12315投诉',
        '曝光你们',
        '发到抖音上',
        '找律师起诉',
        '我要找消保官',
        'I will go to the press',
        'see you in court',
      ],
    ],
    [
      'money',
      [
        '多收了我200块',
        '一直不退款',
        '被骗了',
        '退款还没到账',
        '帳單多一筆迷你吧',
        'charged me twice',
        'where is my refund',
        'I was overcharged',
      ],
    ],
  ] as const)('%s', (rung, texts) => {
    expect(texts.filter((text) => !alarms(text).includes(rung))).toEqual([]);
  });

  test.each([
    '气死我了',
    '熱死了沒冷氣',
    '饿死了',
    '吵死了',
    '急死人',
    '累死',
    '笑死',
    '要命啊等了三小时',
    '坑死人了',
    '秒杀价',
    '跳楼价还这么贵',
    '吃了上火',
    '着急上火',
    '炸了',
    '心态炸了',
    '伤心透了',
    '你们是死人吗',
    '没人受伤',
    '没烫着',
    '幸好没受伤',
    '差点摔倒',
    '万一摔倒了怎么办',
    '手机死了',
    '打死我也不来了',
    '客服打我三次电话推销',
    '退款一直没打我卡上',
    '前台人都找不到',
    '我妈丢了手机',
    'my wife is missing her bag',
    '骚扰电话',
    '砍价',
    '烂死了',
    '无聊死了',
    '你去死吧',
    '电脑中毒',
    '咬了一口是臭的',
    '这豆腐难吃豆腐都酸了',
    '住院部对面的酒店',
    '有困难',
    'this wait is killing me',
    "I'm sick of this",
    'nobody was hurt',
    'no one was injured',
    'no injuries, thank god',
    'my phone died',
    'aircon dead the whole way',
    'dead tired',
    'it hurt my feelings',
    'he was fired',
    'kill the time',
    'The new rail fell down an hour later',
    'the shower head fell off the wall',
  ])('no alarm: %s', (text) => {
    expect(alarms(text)).toEqual([]);
  });

  test('the highest rung stands first, and story beside it is no alarm', () => {
    expect(alarms('多收钱还当众骂我，我真的不想活了')).toEqual(['self-harm', 'face', 'money']);
    expect(alarms('空调一直滴水 床湿了一大片 我半夜打了三个电话')).toEqual([]);
    expect(alarms('Hair in the bathtub, someone elses sock under the bed')).toEqual([]);
    expect(alarms('订单 1234567890 还没到')).toEqual([]);
  });
});

test.each([
  '客服打我电话态度很差',
  '打死我也不来了',
  '他们说明天要打我电话',
  '一直打我手机推销',
  '手表不见了',
  '前台打我们房间的座机',
  '找不到服务员',
  'my suitcase is missing',
])('a call, or a thing that is gone, brings nobody into danger: "%s"', (text) =>
  expect(alarms(text).filter((one) => one === 'danger' || one === 'harassment')).toEqual([]),
);
