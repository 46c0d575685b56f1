import { en } from '../../../dialogs/phrases/en.js';
import { PHRASES } from '../../../dialogs/phrases/phrase-keys.js';
import { zhCN } from '../../../dialogs/phrases/zh-CN.js';
import { zhTW } from '../../../dialogs/phrases/zh-TW.js';
import { LANGUAGES, type Language } from '../../../src/domain/language.js';

const entries = LANGUAGES.flatMap((language) =>
  Object.entries(PHRASES[language]).map(([key, text]) => ({ language, key, text })),
);

/** Which texts match, as `language key: what`. */
function found(pattern: RegExp, among = entries): string[] {
  return among.flatMap(({ language, key, text }) => {
    const hit = pattern.exec(text);
    return hit ? [`${language} ${key}: ${hit[0]}`] : [];
  });
}

const of = (language: Language) => entries.filter((entry) => entry.language === language);
const inChinese = entries.filter((entry) => entry.language !== 'en');
const han = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0;
const words = (text: string) => text.split(/\s+/).filter((part) => /[\p{L}\p{N}{]/u.test(part)).length;

test('no exclamation mark, emoji, tilde or shouting', () => {
  expect(found(/[!！～~]|\p{Extended_Pictographic}/u)).toEqual([]);
  expect(found(/\b(?!CNY|TR|PDF|VIN)[A-Z]{3,}\b/, of('en'))).toEqual([]);
});

test('no word that belongs to offices, courts or call centres', () => {
  const cn = /亲|贵司|特此|受理|工单|诉求|案件|给您带来不便|请耐心等待|高度重视|感谢您的反馈|敬请谅解/;
  expect(found(cn, of('zh-CN'))).toEqual([]);
  expect(found(/親|喔|造成您的不便|敬請見諒|請耐心等待|高度重視|特此|貴司|工單/, of('zh-TW'))).toEqual([]);
  expect(found(/\b(issues?|tickets?|kindly|valued customer|escalat\w*|SLA|inconvenience)\b/i, of('en'))).toEqual([]);
});

test('a date or nothing', () => {
  expect(found(/尽快|儘快|盡快|稍后|稍後|稍等|\bsoon\b|\bshortly\b|\bas soon as\b/i)).toEqual([]);
  const promises = entries.filter(({ text }) => text.includes('{by}'));
  expect(promises.length).toBeGreaterThan(60);
  expect(found(/今天|明天|马上|馬上|\btoday\b|\btomorrow\b/i, promises)).toEqual([]);
});

test('never "if" with sorry, never "I completely understand"', () => {
  expect(found(/完全理解|如有不便|如果给您|completely understand|sorry if|apologi[sz]e for any/i)).toEqual([]);
});

test('people are not sorted by gender', () => {
  expect(found(/(?<!其)他(?!人)|她|先生|女士|小姐|\b(he|she|his|her|him|Mr|Ms)\b/)).toEqual([]);
});

test('each language has its own quotation marks', () => {
  expect(found(/[「」『』"']/, of('zh-CN'))).toEqual([]);
  expect(found(/[“”"']/, of('zh-TW'))).toEqual([]);
  expect(found(/[「」『』，。：]/, of('en'))).toEqual([]);
});

test('Chinese marks are full width, and a space parts Han from Latin and digits', () => {
  expect(found(/\p{Script=Han}[,;:?!()]|[,;?!()]\p{Script=Han}/u, inChinese)).toEqual([]);
  const spaced = inChinese.map((entry) => ({ ...entry, text: entry.text.replace(/\d+[月日]/g, '') }));
  expect(found(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u, spaced)).toEqual([]);
});

test('a question has at most 60 Han characters or 40 words, a turn 120 or 80', () => {
  for (const { language, key, text } of entries) {
    const length = language === 'en' ? words(text) : han(text);
    const [question, turn] = language === 'en' ? [40, 80] : [60, 120];
    const most = /^(ask\.(?!phone\.refused)|kind\.ask|category\.ask)/.test(key) ? question : turn;
    expect({ language, key, fits: length <= most }).toEqual({ language, key, fits: true });
  }
});

test('a sentence has at most 25 Han characters or 16 words', () => {
  // Measured and kept: these lines are clear at a character or two more.
  const longer = new Set(['help', 'repair.handling', 'ask.phone.refused', 'invalid.choice', 'accept.ask']);
  const long = entries.flatMap(({ language, key, text }) => {
    const sentences = text.split(language === 'en' ? /[.?:;](?=\s|$)|\n/ : /[。？\n]/);
    const fits = (sentence: string) => (language === 'en' ? words(sentence) <= 16 : han(sentence) <= 25);
    return longer.has(key)
      ? []
      : sentences.filter((sentence) => !fits(sentence)).map((s) => `${language} ${key}: ${s}`);
  });
  expect(long).toEqual([]);
});

test('a choice fits a button: 8 characters or 20 letters', () => {
  const choices = entries.filter(({ key }) => key.startsWith('choice.'));
  expect(choices.filter(({ language, text }) => text.length > (language === 'en' ? 20 : 8))).toEqual([]);
});

test('what is heard first is sorry once; facts and changes begin as expected', () => {
  for (const rung of ['inconvenience', 'money', 'face', 'injury', 'harassment'] as const) {
    expect(zhCN[`ack.${rung}`].match(/抱歉/g)).toHaveLength(1);
    expect(zhTW[`ack.${rung}`].match(/抱歉/g)).toHaveLength(1);
    expect(en[`ack.${rung}`].match(/sorry/g)).toHaveLength(1);
  }
  expect([zhCN.taken, zhTW.taken, en.taken].map((text) => text.split(/[：:]/)[0])).toEqual([
    '记下了',
    '記下了',
    'Noted',
  ]);
  const changed = [zhCN.corrected, zhTW.corrected, en.corrected].map((text) => text.split(/[：:]/)[0]);
  expect(changed).toEqual(['改好了', '改好了', 'Changed']);
});

test('the lock screen of a push shows a number first, and no fact', () => {
  for (const { text } of entries.filter(({ key }) => key === 'channel.window')) {
    expect(text).toContain('{number}');
    expect(text).not.toMatch(/\{(?!number)/);
  }
});
