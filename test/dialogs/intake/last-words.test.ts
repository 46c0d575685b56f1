import { expectPlayed, guest, traveller, type Played } from './played.js';

const NOISE = '上周六中午宴会厅的空调坏了';
const GUIDE = '导游昨天一直骂人';
const RUDE = 'The guide was rude yesterday';
const FILLED = [RUDE, 'a refund', 'Lena +1 415 555 2671'];

test.each<Played>([
  [[NOISE, '三楼牡丹厅', '对了 是上周日'], 'outcome', { occurred_at: '2026-03-08', content: NOISE }],
  [[NOISE, '三楼牡丹厅', '对了 是上周日', '不不 是上周六 我记错了'], 'outcome', { occurred_at: '2026-03-07' }],
  [
    ['保安把我车刮了', '地下车库B1 昨晚九点半左右'],
    'outcome',
    { place: '地下车库B1', occurred_at: '2026-03-09 21:30' },
  ],
  [
    [NOISE, '三楼牡丹厅', '我是1203的刘女士 电话18611112222', '不是1203 是1302 我搞混了'],
    'outcome',
    { room_no: '1302', name: '刘女士', phone: '18611112222' },
  ],
  [[NOISE, '赔修车钱 大概2000'], 'place', { place: undefined, outcome: '赔修车钱 大概2000' }],
  [[NOISE, '退税柜台'], 'outcome', { place: '退税柜台' }],
])('of a guest: %j', (...played) => expectPlayed(guest(), played));

test.each<Played>([
  [[GUIDE, '前台接电话的人态度特别差，让我自己去敲门'], 'outcome', { outcome: undefined }],
  [[GUIDE, '让他当面给我道个歉'], 'name', { outcome: '让他当面给我道个歉' }],
  [[GUIDE, '退费', '王小明', '13800138000', '對了，那位櫃檯人員姓陳'], undefined, { accused: '那位櫃檯人員姓陳' }],
  [[GUIDE, '退费', '王小明', '电话不想给', '无'], 'accused', { phone: undefined }, /^好，不留电话/],
  [[GUIDE, '退费', '王小明', '电话不想给', '她还推了我妈一把'], 'accused', { phone: undefined }, /好，不留电话/],
  [[GUIDE, '退费', '王小明', '13800138000', '等等 再加一条 司机也抽烟'], 'accused', { accused: undefined }, /记下了/],
  [[GUIDE, '退费', '王小明', '13800138000', '就這樣'], undefined, { accused: undefined }],
  [[GUIDE, '退团费3800', '改一下 团费是3600不是3800'], 'name', { outcome: '退团费3600' }],
  [[GUIDE, '退费', '我能补照片吗'], 'name', {}, /随时可以发/],
  [['我不是要投诉，想问下发票怎么开'], undefined, { content: undefined }, /还是问个问题/],
  [['早餐几点', '我想问下早餐几点开始'], undefined, { content: undefined }, /转给同事/],
  [['这不是投诉', '导游昨天一直骂人'], 'outcome', { content: GUIDE }],
  [[GUIDE, '退费', '尽快到账就行'], 'name', { name: undefined, outcome: '退费；尽快到账就行' }],
  [[GUIDE, '不清楚'], 'name', { outcome: undefined }, /^怎么称呼您/],
  [[GUIDE, '退费', '给我把包找回来'], 'name', { name: undefined }],
  [[GUIDE, '退费', '帮我调监控'], 'name', { outcome: '退费；帮我调监控' }],
  [[GUIDE, '退费', '给我换了辆破车'], 'name', { outcome: '退费' }],
  [[GUIDE, '退费', '先这样'], 'name', { name: undefined }],
  [[GUIDE, '退费', '我加个证据'], 'name', { name: undefined }, /随时可以发/],
  [[GUIDE, '退费', '先不提交'], undefined, {}, /^好，先留着，没有提交/],
  [[GUIDE, '退费', '王小明', '不方便留电话', '用聊天'], 'accused', {}, /^好，不留电话/],
])('of a traveller: %j', (...played) => expectPlayed(traveller(), played));

test.each<Played>([
  [
    ['The eggs were cold on 8 March about 9:15', 'they were dry too', 'the toast as well'],
    'outcome',
    { occurred_at: '2026-03-08' },
  ],
  [['The guide was rude on 5 March', 'a refund', 'Sorry it was the 6th'], 'name', { occurred_at: '2026-03-06' }],
  [[RUDE, 'an apology', 'Tom Becker, tom@example.com'], 'phone', { name: 'Tom Becker' }, /e-mail tom@example\.com/],
  [[RUDE, 'an apology', 'my name is Tom Becker, tom@example.com'], 'phone', { name: 'Tom Becker' }],
  [['not a complaint, just asking when breakfast is'], undefined, { content: undefined }],
  [[RUDE, 'a refund of 300 yuan', "it's 400 not 300"], 'name', { outcome: 'a refund of 400 yuan' }],
  [
    [RUDE, 'a refund', 'Mia Wong', 'actually it was more like 14:30'],
    'phone',
    { occurred_at: '2026-03-09 14:30', phone: undefined },
  ],
  [[RUDE, 'a refund', 'Mia Wong 9123 4567'], 'phone', { name: 'Mia Wong' }],
  [[RUDE, 'R. Gupta'], 'outcome', { name: 'R. Gupta', outcome: undefined }],
  [[RUDE, 'Comp the tour for both days'], 'name', { outcome: 'Comp the tour for both days' }],
  [[RUDE, 'a refund', "the waiter didn't tell his name"], 'name', { name: undefined }],
  [[RUDE, 'a refund', 'Lena', 'you have it'], 'phone', {}, /^Everything you said is kept/],
  [[...FILLED, "wrong number, it's 2672 at the end"], 'phone', {}, /^What should it be instead \(phone\)/],
])('and in English: %j', (...played) => expectPlayed(traveller('en'), played));
