import { expectPlayed, guest, traveller, type Played } from './played.js';

const NOISE = '昨晚隔壁吵得没法睡';
const GUIDE = '导游昨天一直骂人';

test.each<Played>([
  // Which of two nights is left open, and what comes instead is kept.
  [['昨天半夜一点多到的 说没房了', '我明明订了的'], 'occurred_at', { occurred_at: undefined }, /还是/],
  [['昨天半夜一点多到的 说没房了', '我明明订了的', '刚说了'], 'place', { occurred_at: undefined }],
  [['空调坏了', '刘洋'], 'occurred_at', { name: '刘洋', place: undefined }],
  [['空调坏了', '周末'], 'place', { name: undefined }],
  [['空调坏了', '黄昏'], 'occurred_at', { name: undefined }],
  [['空调坏了', '短头发女的 戴眼镜 不知道叫啥'], 'occurred_at', { accused: '短头发女的 戴眼镜 不知道叫啥' }],
  [[NOISE, '大堂', '一楼大堂啊'], 'outcome', { place: '一楼大堂', outcome: undefined }],
  [[NOISE, '大堂', '五百'], 'outcome', { place: '大堂' }],
  [[NOISE, '大堂', '退费', '五百'], 'name', { name: undefined, outcome: '退费；五百' }],
  [[NOISE, '大堂', '退费', '王海'], 'phone', { name: '王海', place: '大堂' }],
])('piece by piece: %j', (...played) => expectPlayed(guest(), played));

test.each<Played>([
  [[GUIDE, '刚说了'], 'outcome', { outcome: undefined }, /^您说过的我都留着/],
  [[GUIDE, '刚说了', '同上'], 'name', { outcome: undefined }],
  [[GUIDE, '退费', '上面写了'], 'name', { name: undefined }, /^您说过的我都留着/],
  [[GUIDE, '退费', '我姓孙 孙丽华'], 'phone', { name: '孙丽华' }],
  [[GUIDE, '退费', '退车费 280'], 'name', { outcome: '退费；退车费 280' }],
  [[GUIDE, '嗯就是退钱吧'], 'name', { outcome: '退钱吧' }],
  [[GUIDE, '不是昨天是前天'], 'outcome', { occurred_at: '2026-03-08', content: GUIDE }, /^改好了：时间改为 3月8日/],
  [[GUIDE, '退费', '王小明 13800138000', '胖胖的，四十多岁'], undefined, { accused: '胖胖的，四十多岁' }],
  [
    [GUIDE, '导游姓刘', '退费', '王小明 13800138000', '四十多岁，短头发'],
    undefined,
    { accused: '导游姓刘；四十多岁，短头发' },
  ],
  [[GUIDE, '没有照片'], 'outcome', { outcome: undefined }, /没有文件也不要紧/],
])('and of a traveller: %j', (...played) => expectPlayed(traveller(), played));

test.each<Played>([
  [
    ['The guide was rude yesterday', 'I already told you'],
    'outcome',
    { outcome: undefined },
    /^Everything you said is kept/,
  ],
  [['The guide was rude tuesday morning, like 10ish'], 'outcome', { occurred_at: '2026-03-10 10:00' }],
  [
    ['The guide was rude yesterday', 'a refund', 'just call me Dani'],
    'phone',
    { name: 'Dani', content: 'The guide was rude yesterday' },
  ],
  [
    ['The guide was rude yesterday', 'a refund', 'Tom Reed', 'can I give you email instead? d@example.com'],
    'category',
    {},
    /^Noted: e-mail d@example\.com/,
  ],
  [
    [
      'The guide was rude yesterday',
      'a refund',
      'Tom Reed +1 628 555 0199',
      'a tall man with glasses',
      'his badge said Mei',
    ],
    'category',
    { accused: 'a tall man with glasses; his badge said Mei' },
  ],
])('and in English: %j', (...played) => expectPlayed(traveller('en'), played));

test('at the read-back a time and a place alone make what was said before exact', () => {
  const chat = guest('zh-TW').say('昨天在你們健身房地板很滑').say('道歉').say('張志豪 0912-345-678');
  while (!chat.choices.includes('submit')) chat.choose(chat.choices.at(-1)!);
  chat.say('是健身房淋浴間門口，大概晚上八點');
  expect(chat.draft?.fields).toMatchObject({ place: '健身房淋浴間門口', occurred_at: '2026-03-09 20:00' });
});

test('what somebody was called by staff is told, and kept', () => {
  const chat = traveller().say(GUIDE).say('他还骂我妈神经病');
  expect(chat.draft?.fields['content'] + (chat.draft?.fields['outcome'] ?? '')).toContain('神经病');
});
