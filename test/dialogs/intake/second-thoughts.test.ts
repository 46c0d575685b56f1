import { expectPlayed, guest, traveller, type Played } from './played.js';

const NOISE = '昨晚隔壁吵得没法睡';
const GUIDE = '导游昨天一直骂人';
const RUDE = 'The guide was rude yesterday';

test.each<Played>([
  [[NOISE, '就前台'], 'outcome', { place: '前台' }],
  [[NOISE, '车牌沪A88888'], 'place', { place: undefined }],
  [[NOISE, '许强 微信同号 18616161616'], 'place', { name: '许强', phone: '18616161616' }],
  [['18号晚上收了一次 19号早上又收一次停车费', 'B2停车场出口岗亭'], 'occurred_at', { place: 'B2停车场出口岗亭' }],
  [['上礼拜五半夜空调停了', '1105', '凌晨两三点吧'], 'outcome', { occurred_at: '2026-03-06 02:00' }],
  [[NOISE, '大堂', '退费', '姓周', '我姓周你直接叫周姐就行'], 'phone', { name: '周姐' }],
  [[NOISE, '大堂', '退费', '周姐', '电话一三八，一二三四，五六七八'], 'category', { phone: '13812345678' }],
  [
    [NOISE, '大堂', '退费', '周姐 13812345678', '刚打错了 是 13812345687'],
    'category',
    { phone: '13812345687', content: NOISE },
  ],
  [[NOISE, '大堂', '退费', '周姐 13812345678', '岗亭那个大爷'], 'category', { accused: '岗亭那个大爷' }],
])('of a guest: %j', (...played) => expectPlayed(guest(), played));

test.each<Played>([
  [[GUIDE, '10月10号'], 'outcome', { occurred_at: '2025-10-10' }, /^改好了：时间改为/],
  [[GUIDE, '今天'], 'outcome', { occurred_at: '2026-03-09' }],
  [[GUIDE, '什么时候有结果'], 'outcome', { outcome: undefined }, /^提交后，我会给您编号/],
  [[GUIDE, '你们经理电话多少'], 'outcome', { outcome: undefined }, /^在这里说就可以投诉/],
  [[GUIDE, '退费', '镯子发票有'], 'name', { name: undefined }, /随时可以发/],
  [[GUIDE, '退费', '王小明 13800138000', '云南那边的地陪 姓杨'], undefined, { accused: '云南那边的地陪 姓杨' }],
  [[GUIDE, '退费', '王小明 13800138000', '嗯'], 'accused', { accused: undefined }, /^您提到的导游/],
])('of a traveller: %j', (...played) => expectPlayed(traveller(), played));

test.each<Played>([
  [[RUDE, 'what else can I ask for?'], 'outcome', { outcome: undefined }],
  [[RUDE, 'an apology, and train your drivers'], 'name', { outcome: 'an apology, and train your drivers' }],
  [[RUDE, 'Another room'], 'name', { outcome: 'Another room' }],
  [[RUDE, 'a refund', 'Jo Park'], 'phone', { name: 'Jo Park' }],
  [[RUDE, 'a refund', 'Becker, Tom'], 'phone', { name: 'Becker, Tom' }],
  [[RUDE, 'a refund', 'when will I hear back?'], 'name', { name: undefined }, /^Once it's filed/],
  [[RUDE, "it's in my booking"], 'outcome', { outcome: undefined }, /^Everything you said is kept/],
  [['The guide was rude yesterday at 7:30 pm'], 'outcome', { occurred_at: '2026-03-09 19:30' }],
])('and in English: %j', (...played) => expectPlayed(traveller('en'), played));

test('a question that may be passed over is passed over by whoever goes on', () => {
  const chat = traveller().say('导游昨天骂人，订单 88 的').say('退费').say('王小明 13800138000');
  expect(chat.asks).toBe('accused');
  for (const words of ['嗯', '嗯嗯', '对的', '好的']) chat.say(words);
  expect(chat.asks).not.toBe('accused');
});
