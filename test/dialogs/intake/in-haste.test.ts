import { expectPlayed, guest, traveller, type Played } from './played.js';

const NOISE = '昨晚隔壁吵得没法睡';
const GUIDE = '导游昨天一直骂人';
const FOR_ALL = [GUIDE, '退费', '王小明 13800138000'];

test.each<Played>([
  // A blank between words parts them like a comma.
  [['昨天吃自助餐吃出蟑螂', '早餐厅 早上七点半'], 'outcome', { place: '早餐厅', occurred_at: '2026-03-09 07:30' }],
  [[NOISE, '没看清是谁 反正是晚班那个男的'], 'place', { place: undefined, accused: '没看清是谁 反正是晚班那个男的' }],
  [['空调坏了', '前台'], 'occurred_at', { place: '前台' }],
  [['空调坏了', '他叫什么我不知道'], 'occurred_at', { accused: undefined }],
  [['空调坏了', '0922333444 陈'], 'occurred_at', { name: '陈', phone: '0922333444' }],
  [['前天入住的 昨天才换的房 空调一直坏', '大堂', '道歉'], 'name', { occurred_at: '2026-03-08' }],
])('of a guest: %j', (...played) => expectPlayed(guest(), played));

test.each<Played>([
  [[GUIDE, '合同上写的是五星'], 'outcome', { outcome: undefined }, /原样记下/],
  [[GUIDE, '合同上写的是五星', '合同上写的是五星'], 'name', { outcome: '合同上写的是五星' }],
  [[GUIDE, '差价退给我'], 'name', { outcome: '差价退给我' }],
  [[GUIDE, '让导游当着全团的面说清楚'], 'name', { outcome: '让导游当着全团的面说清楚' }],
  [[GUIDE, '退给我三千', '改一下，不是三千是两千八'], 'name', { outcome: '退给我两千八', content: GUIDE }],
  [[GUIDE, '退差价', '我改主意了 我要全额退款'], 'name', { outcome: '我要全额退款' }],
  [[GUIDE, '退差价', '押金没退给我'], 'name', { outcome: '退差价' }],
  [[...FOR_ALL, '他叫王强'], undefined, { accused: '他叫王强' }],
  [[GUIDE, '退费', '他叫我滚'], 'name', { accused: undefined }],
  [[GUIDE, '退费', '有照片 等下发'], 'name', { name: undefined }, /^好，照片、录音随时可以发/],
  [[GUIDE, '退费', '算了不说了'], undefined, {}, /^好，听您的/],
  [[GUIDE, '退费', '王小明', '不想给电话', '在这里说吧'], 'accused', {}, /^好，不留电话/],
  [[GUIDE, '退费', '王小明', '电话跟订单上的一样'], 'phone', {}, /^您说过的我都留着/],
])('of a traveller: %j', (...played) => expectPlayed(traveller(), played));

test.each<Played>([
  [['The guide was rude yesterday', 'she is my mum not me'], 'outcome', { outcome: undefined }],
  [['The guide was rude yesterday', 'I want the guide fired'], 'name', { outcome: 'I want the guide fired' }],
  [
    ['The guide was rude yesterday', 'a refund', 'his name is Wang something'],
    'name',
    { accused: 'his name is Wang something', name: undefined },
  ],
  [
    ['The guide was rude yesterday', 'a refund', "what's your name?"],
    'name',
    { name: undefined },
    /^I'm an automated assistant/,
  ],
])('and in English: %j', (...played) => expectPlayed(traveller('en'), played));
