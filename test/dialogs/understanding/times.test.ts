import { readAnswer } from '../../../dialogs/understanding/understand.js';
import { contextOf, fieldOf } from './contexts.js';
import { told } from './reads.js';

// Tuesday 2026-03-10, 14:30 in Shanghai.
describe('when it happened, in a story', () => {
  test.each([
    ['昨天下午三点导游不见了', '2026-03-09 15:00'],
    ['昨晚十一点空调坏了', '2026-03-09 23:00'],
    ['昨晚一点，隔壁唱歌', '2026-03-10 01:00'],
    ['昨晚一点多隔壁唱歌', '2026-03-10 01:00'],
    ['昨晚一点热水都没有', '2026-03-09 evening'],
    ['前天', '2026-03-08'],
    ['大前天下午', '2026-03-07 afternoon'],
    ['上周五就订好了', '2026-03-06'],
    ['上上周三晚上', '2026-02-25 evening'],
    ['周五晚上8点大堂没人', '2026-03-06 20:00'],
    ['上礼拜天中午', '2026-03-08 noon'],
    ['3月1号的团', '2026-03-01'],
    ['三月一日上午十点半', '2026-03-01 10:30'],
    ['12月30号', '2025-12-30'],
    ['3/1 下午兩點集合沒人來', '2026-03-01 14:00'],
    ['今天早上没热水', '2026-03-10 morning'],
    ['今早七点', '2026-03-10 07:00'],
    ['两个小时前', '2026-03-10 12:30'],
    ['半小时前打了电话', '2026-03-10 14:00'],
    ['三天前', '2026-03-07'],
    ['两周前', '2026-02-24'],
    ['昨天凌晨两点', '2026-03-09 02:00'],
    ['昨天夜里十二点', '2026-03-10 00:00'],
    ['2026-03-01 14:00', '2026-03-01 14:00'],
    ['２０２６年３月１日下午３点半', '2026-03-01 15:30'],
    ['昨天20:45', '2026-03-09 20:45'],
    ['昨天中午十二点', '2026-03-09 12:00'],
    ['上个月5号', '2026-02-05'],
    ['5号晚上', '2026-03-05 evening'],
    ['昨天早上九點一刻', '2026-03-09 09:15'],
    ['前晚的事', '2026-03-08 evening'],
    ['昨天跟的团，下午两点导游走了', '2026-03-09 14:00'],
    ['昨天漏水，今天又漏', '2026-03-09'],
    ['yesterday at 3 pm the guide left', '2026-03-09 15:00'],
    ['last Friday', '2026-03-06'],
    ['3月1号订的，3月5号到的', '2026-03-05'],
    ['一个多小时以前', '2026-03-10 13:30'],
    ['on 1 March around 2pm', '2026-03-01 14:00'],
    ['March 1st, 2026 at 09:15', '2026-03-01 09:15'],
    ['3 pm yesterday', '2026-03-09 15:00'],
    ['yesterday at 3 in the afternoon', '2026-03-09 15:00'],
    ['last night', '2026-03-09 evening'],
    ['two hours ago', '2026-03-10 12:30'],
    ['the day before yesterday', '2026-03-08'],
    ['two days ago at noon', '2026-03-08 12:00'],
    ['this morning', '2026-03-10 morning'],
    ['on 25/12/2025', '2025-12-25'],
    ['2025-12-30T20:15 check-in', '2025-12-30 20:15'],
  ])('%s', (text, value) => {
    expect(told(text, contextOf('travel'))).toEqual({ occurred_at: value });
  });

  test.each([
    ['昨天三点', '2026-03-09 15:00?'],
    ['周末', '2026-03-07?'],
    ['yesterday at 3', '2026-03-09 15:00?'],
    ['3月1号漏水，3月5号又漏', '2026-03-01?'],
    ['on 03/02/2026', '2026-02-03?'],
  ])('two readings are not sure: %s', (text, value) => {
    expect(told(text, contextOf('travel'))['occurred_at']).toBe(value);
  });

  test.each([
    '等了200分钟',
    '整整三个小时',
    '打了三次电话',
    '一点都不专业',
    '有两点意见',
    '三点要求',
    '今天必须给我个说法',
    '明天我就去你们公司',
    '那我今晚怎么睡',
    '每周一都这样',
    '以前天天来',
    '之前晚归也没人管',
    '十分满意',
    '我七點要趕高鐵耶',
    '12号楼',
    '一晚三千八',
    'we waited 3 hours',
    'I may come back',
    'call me back on Monday at 3',
    '24/7 service my foot',
    'you have until tomorrow',
    '一周两次',
  ])('no time of the event: %s', (text) => {
    expect(told(text, contextOf('travel'))).toEqual({});
  });

  test('the zone decides what yesterday is', () => {
    const at = '2026-03-10T17:00:00Z';
    expect(told('昨天', contextOf('travel', { at }))).toEqual({ occurred_at: '2026-03-10' });
    expect(told('yesterday', { ...contextOf('travel', { at }), zone: 'America/New_York' })).toEqual({
      occurred_at: '2026-03-09',
    });
  });
});

describe('when it happened, as an answer', () => {
  const read = (text: string) => readAnswer(text, fieldOf('occurred_at'), contextOf('travel', { open: 'occurred_at' }));

  test.each([
    ['下午三点', { value: '2026-03-09 15:00' }],
    ['大概两点', { value: '2026-03-10 14:00' }],
    ['半夜', { value: '2026-03-10 night', vague: true }],
    ['5号', { value: '2026-03-05', vague: true }],
    ['刚才', { value: '2026-03-10 14:30' }],
    ['noon', { value: '2026-03-10 12:00' }],
    ['周五', { value: '2026-03-06', vague: true }],
    ['yesterday afternoon', { value: '2026-03-09 afternoon', vague: true }],
    ['14:00', { value: '2026-03-10 14:00' }],
  ])('%s', (text, answer) => {
    expect(read(text)).toEqual(answer);
  });

  test.each(['明天', 'tomorrow at 3 pm', '2026-04-01 10:00', '今晚八点', '下周五'])('still to come: %s', (text) => {
    expect(read(text)).toMatchObject({ invalid: 'future' });
  });

  test.each(['很久了', '忘了', 'whenever', '13800138000', '昨夭'])('no time: %s', (text) => {
    expect(read(text)).toEqual({ invalid: 'datetime' });
  });
});

describe('other points of time', () => {
  test('when it was bought, and when a visit suits', () => {
    expect(told('热水器是去年十月买的', contextOf('property'))).toEqual({ purchased_on: '2025-10' });
    expect(told('空调2024年5月3日购买，现在不制冷', contextOf('property'))).toEqual({ purchased_on: '2024-05-03' });
    expect(told('bought on 5 January', contextOf('property', { language: 'en' }))).toEqual({
      purchased_on: '2026-01-05',
    });
    expect(told('明天上午或周四下午方便', contextOf('property'))).toEqual({ preferred_time: '明天上午或周四下午' });
  });

  test('a purchase is not to come', () => {
    const context = contextOf('property', { open: 'purchased_on' });
    expect(readAnswer('明天', fieldOf('purchased_on'), context)).toMatchObject({ invalid: 'future' });
    expect(readAnswer('2025年3月', fieldOf('purchased_on'), context)).toEqual({ value: '2025-03', vague: true });
  });
});
