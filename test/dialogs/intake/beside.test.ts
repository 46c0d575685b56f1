import { expectPlayed, guest, traveller, type Played } from './played.js';

const NOISE = '昨晚隔壁吵到三点';
const GUIDE = '导游昨天一直骂人';

test.each<Played>([
  [[NOISE, '前台接电话的人态度特别差，让我自己去敲门'], 'place', { place: undefined }, /原样记下/],
  [[NOISE, '设施很旧，卫生间也脏，早餐更不用说，就没见过这样的酒店，还有窗户关不上'], 'place', { place: undefined }],
  [[NOISE, '环境不错'], 'place', { place: undefined }],
  [[NOISE, '太湖厅'], 'outcome', { place: '太湖厅' }],
  [[NOISE, '服务台'], 'outcome', { place: '服务台' }],
  [[NOISE, '你们酒店一楼大堂'], 'outcome', { place: '你们酒店一楼大堂' }],
  [[NOISE, '水疗中心'], 'outcome', { place: '水疗中心' }],
  [[NOISE, '林怡君'], 'place', { place: undefined, name: '林怡君' }],
  [[NOISE, '房號 0917'], 'outcome', { place: '0917 房', room_no: '0917' }],
  [[NOISE, '我住1508'], 'outcome', { place: '1508 房', room_no: '1508' }],
  [[NOISE, '张家界'], 'outcome', { place: '张家界', name: undefined }],
])('asked where it was: %j', (...played) => expectPlayed(guest(), played));

test.each<Played>([
  [['It was loud last night', 'Tom Becker'], 'place', { place: undefined, name: 'Tom Becker' }],
  [['It was loud last night', 'room 812'], 'outcome', { place: 'room 812', room_no: '812' }],
  [['It was loud last night', 'Main Lobby'], 'outcome', { place: 'Main Lobby', name: undefined }],
  [['It was loud last night', 'the guy at reception told me to go to my room'], 'place', { place: undefined }],
  [
    ['The room was loud', 'Tom Becker, tom.becker@example.com'],
    'occurred_at',
    { name: 'Tom Becker', place: undefined },
  ],
])('asked where it was, in English: %j', (...played) => expectPlayed(guest('en'), played));

test('an e-mail address that no field takes is kept with the story', () => {
  const chat = guest('en').say('The room was loud').say('Tom Becker, tom.becker@example.com');
  expect(chat.draft?.fields['content']).toContain('tom.becker@example.com');
});

test.each<Played>([
  [[GUIDE, '导游姓刘，女的，四十多岁'], 'outcome', { outcome: undefined, accused: '导游姓刘，女的，四十多岁' }],
  [[GUIDE, '那位柜台人员姓陈'], 'outcome', { outcome: undefined, accused: '柜台人员姓陈' }],
  [[GUIDE, '导游李强，要他当面道歉'], 'name', { outcome: '要他当面道歉', accused: '导游李强' }],
  [
    [GUIDE, '我们等了很久，车一直不来，孩子都冻哭了，导游自己先走了，手机也打不通，后来是路人帮忙叫的车'],
    'outcome',
    { outcome: undefined },
  ],
  [[GUIDE, '林怡君'], 'outcome', { outcome: undefined, name: '林怡君' }],
])('asked for the wish: %j', (...played) => expectPlayed(traveller(), played));

test.each<Played>([
  [[GUIDE, '退费', '车也旧，空调不凉，导游还一直催，孩子都晕车了'], 'name', { name: undefined }],
  [[GUIDE, '退费', '旅行社是湖南小马国旅'], 'name', { name: undefined }, /原样记下/],
  [[GUIDE, '退费', '那位櫃檯人員姓陳'], 'name', { name: undefined, accused: '櫃檯人員姓陳' }],
  [[GUIDE, '退费', '订单号忘了'], 'name', { name: undefined }, /没有订单号也不要紧/],
  [[GUIDE, '退费', '阿依古丽·买买提'], 'phone', { name: '阿依古丽·买买提' }],
  [[GUIDE, '退费', '小红妈妈'], 'phone', { name: '小红妈妈' }],
])('asked for the name: %j', (...played) => expectPlayed(traveller(), played));

test.each<Played>([
  [['The guide was rude yesterday', 'a refund', 'we were four people, two kids'], 'name', { name: undefined }],
  [['The guide was rude yesterday', 'a refund', 'li wei'], 'phone', { name: 'li wei' }],
])('asked for the name, in English: %j', (...played) => expectPlayed(traveller('en'), played));

test('what is said to be kept is kept', () => {
  const chat = guest().say(NOISE).say('他们没人管');
  expect(chat.text).toContain('原样记下');
  expect(chat.draft?.fields['content']).toContain('他们没人管');
});

test.each<Played>([
  [[GUIDE, '退一半', '退一赔三'], 'name', { outcome: '退一半；退一赔三' }],
  [[GUIDE, '退一半', '王小明', '还要道歉'], 'phone', { outcome: '退一半；还要道歉' }],
  [[GUIDE, '退一半', '王小明', '13800138000，还要导游道歉'], 'accused', { outcome: '退一半；还要导游道歉' }],
])('a wish told later joins the one that stands: %j', (...played) => expectPlayed(traveller(), played));

test('and in English, with its sum', () => {
  const chat = traveller('en').say('The guide was rude yesterday').say('an apology');
  chat.say("I'd like the cost of the taxi back, 600 yuan");
  expect(chat.draft?.fields['outcome']).toBe("an apology; I'd like the cost of the taxi back, 600 yuan");
});

test.each(['请问你们投诉电话是多少', '怎么投诉', 'how do I make a complaint?', '你是真人吗'])(
  '"%s" is answered, and the question put again',
  (words) => {
    const chat = traveller(/[a-z]/.test(words) ? 'en' : 'zh-CN').say(words);
    expect(chat.text).toMatch(/在这里说就可以投诉|right here|自动程序/);
    expect([chat.draft, chat.choices]).toEqual([undefined, ['agent']]);
    const asked = traveller().say(GUIDE).say(words);
    expect([asked.asks, asked.draft?.fields['outcome']]).toEqual(['outcome', undefined]);
  },
);

test('whose number it was is told as a story, not asked of the assistant', () => {
  expect(traveller().say('我打投诉电话打了十几遍没人接，什么态度').draft).toBeDefined();
});
