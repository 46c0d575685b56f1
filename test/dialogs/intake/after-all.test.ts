import { sampleCase } from '../../support/dialog-case.js';
import { Chat } from '../../support/dialog-chat.js';
import { smallPlaybook } from '../../support/dialog-playbook.js';
import { expectPlayed, guest, traveller, type Played } from './played.js';

const NOISE = '昨晚隔壁吵得没法睡';
const GUIDE = '导游昨天一直骂人';
const RUDE = 'The guide was rude yesterday';

test.each<Played>([
  [['我儿子呛水了', '人没事'], 'occurred_at', { place: undefined }],
  [[NOISE, '就你们酒店的泳池啊'], 'outcome', { place: '你们酒店的泳池' }],
  [[NOISE, '今早退房'], 'place', { place: undefined }],
  [[NOISE, '大堂', '我要个说法 而且以后必须有人看着'], 'name', { outcome: '我要个说法 而且以后必须有人看着' }],
  [[NOISE, '大堂', '每人赔200', '一共1000'], 'name', { outcome: '每人赔200；一共1000' }],
  [[NOISE, '大堂', '退费', '高雄 陈小姐'], 'phone', { name: '陈小姐' }],
])('of a guest: %j', (...played) => expectPlayed(guest(), played));

test.each<Played>([
  [
    [GUIDE, '退费', '王小明 13800138000', '错了错了 13800138001'],
    'accused',
    { phone: '13800138001', accused: undefined },
  ],
  [[GUIDE, '退费', '王小明 13800138000', '微信联系也可以'], 'accused', { accused: undefined }, /^这些也记下了/],
  [[GUIDE, '退费', '我只知道叫阿宏'], 'name', { accused: '叫阿宏', name: undefined }],
  [[GUIDE, '退费', '撤回吧 他们已经联系我了'], undefined, {}, /^要取消吗/],
])('of a traveller: %j', (...played) => expectPlayed(traveller(), played));

test.each<Played>([
  [[RUDE, 'night manager, he said his name is Jason'], 'outcome', { outcome: undefined }],
  [[RUDE, 'move us tonight'], 'name', { outcome: 'move us tonight' }],
  [[RUDE, 'a refund', 'Tom Reed', 'Same number as I checked in with'], 'phone', {}, /^Everything you said is kept/],
])('and in English: %j', (...played) => expectPlayed(traveller('en'), played));

const filed = () =>
  new Chat({
    playbook: smallPlaybook(),
    cases: [sampleCase({ number: '306-2817-5' })],
    now: '2026-03-10 11:05',
    promised: '2026-03-13 12:00',
    opinions: [['空调', 'facility']],
  });

test.each(['大概要几天', '都一个小时了还没人联系我', 'nothing happened', '提交'])(
  'once it is filed, "%s" is answered with where it stands and when the next word comes',
  (words) => {
    const chat = filed().say(words);
    expect(chat.draft).toBeUndefined();
    expect(chat.text).toMatch(/(?:3月13日（周五）12:00|Fri 13 Mar, 12:00)/);
  },
);

test('once it is filed, another matter is one of its own, files are welcome, and nothing is promised', () => {
  expect(filed().say('空调坏了两天还没人来修').draft).toBeDefined();
  expect(filed().say('I have a video of the driving').text).toMatch(/随时可以发|any time/);
  expect(filed().say('能不能先把我押金退了').text).toBe('这要等正式答复，我不能先答应您。');
});
