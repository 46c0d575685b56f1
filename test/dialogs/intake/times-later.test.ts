import { expectPlayed, guest, traveller, type Played } from './played.js';

test.each<Played>([
  [['昨晚隔壁很吵', '大堂', '十一点左右'], 'outcome', { occurred_at: '2026-03-09 23:00', outcome: undefined }],
  [['3月7日空调坏了', '大堂', '大概下午三点'], 'outcome', { occurred_at: '2026-03-07 15:00', outcome: undefined }],
  [['昨晚隔壁很吵', '大堂', '三天内答复'], 'name', { occurred_at: '2026-03-09 evening', outcome: '三天内答复' }],
  [['昨天隔壁很吵', '5号'], 'outcome', { occurred_at: '2026-03-09', place: '5号' }],
])('a time told while something else is asked: %j', (...played) => expectPlayed(guest(), played));

test.each<Played>([
  [
    ['The guide was rude on 5 March', 'Sorry, on the 6th only'],
    'outcome',
    { occurred_at: '2026-03-06', outcome: undefined },
  ],
  [
    ['The guide was rude on 6 March', 'Sorry, on the 6th only'],
    'outcome',
    { outcome: undefined },
    /^Noted: time Fri 6 Mar/,
  ],
  [['around 9 this morning the guide shouted', 'a refund'], 'name', { occurred_at: '2026-03-10 09:00' }],
  [['on the 5th at 3 pm the guide left us', 'a refund'], 'name', { occurred_at: '2026-03-05 15:00' }],
])('and in English: %j', (...played) => expectPlayed(traveller('en'), played));

test('a floor and a rank are no day', () => {
  const chat = guest('en').say('It was loud on the 3rd floor for the 5th time');
  expect(chat.draft?.fields['occurred_at']).toBeUndefined();
});
