import { saidWord } from '../../src/domain/said-words.js';

const words = {
  zh: ['受伤', '烫', '起火', '食物中毒', '中毒', '被偷'],
  en: ['injured', 'hurt', 'food poisoning', 'fire', 'injur*', 'stolen', 'theft'],
};
const said = (text: string) => saidWord(text, words);

describe('words that are said', () => {
  it.each([
    ['孩子受伤了', '受伤'],
    ['水很烫，烫到手了', '烫'],
    ['没人管，孩子受伤了', '受伤'],
    ['没想到孩子受伤了', '受伤'],
    ['昨天没受伤，今天受伤了', '受伤'],
    ['不是没受伤，是伤得不重', '受伤'],
    ['My son was hurt in the lobby', 'hurt'],
    ['Nobody came when my son was hurt', 'hurt'],
    ['We all got food poisoning', 'food poisoning'],
    ['two injuries', 'injur*'],
    ["They didn't care. My wife was injured", 'injured'],
    ['是不是被偷了', '被偷'],
    ['会不会中毒啊', '中毒'],
    ['没有人管东西被偷', '被偷'],
    ['被偷了也没有人来', '被偷'],
    ['Nothing was done about the theft', 'theft'],
    ['Nothing helped, my watch was stolen', 'stolen'],
    ['Not only was my camera stolen', 'stolen'],
  ])('%s', (text, word) => expect(said(text)).toBe(word));

  it.each([
    '没烫着',
    '没有人受伤',
    '没有任何人员受伤',
    '未造成人员受伤',
    '幸好无人受伤',
    '沒有人受伤',
    'nobody was hurt',
    "we weren't hurt",
    'no one was injured',
    'Not injured, only angry',
    'nobody in our group was hurt',
    'without any injuries',
    'we were fired up and hurtful',
    '没有东西被偷',
    '没发现有贵重物品被偷',
    '不存在中毒的事',
    '受伤倒没有，就是吓着了',
    '没有孩子受伤',
    'Nothing was stolen',
    'nothing in the room was stolen',
    'no valuables were stolen',
    'none of the guests was hurt',
    'nor was anything stolen',
    'nothing was taken or stolen',
    'none of our things were stolen',
    'not a single person was hurt',
    "he didn't get hurt",
    'he nearly got hurt',
    '差点受伤',
    '不是食物中毒',
    "I don't think anyone was hurt",
    'no signs of food poisoning',
    "I'm not saying anything was stolen",
  ])('negated or not said: %s', (text) => expect(said(text)).toBeUndefined());
});
