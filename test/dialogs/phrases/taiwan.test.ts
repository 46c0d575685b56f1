import * as OpenCC from 'opencc-js';
import type { PhraseKey } from '../../../dialogs/phrases/phrase-keys.js';
import { zhCN } from '../../../dialogs/phrases/zh-CN.js';
import { zhTW } from '../../../dialogs/phrases/zh-TW.js';

const keys = Object.keys(zhCN) as PhraseKey[];
const toSimplified = OpenCC.Converter({ from: 'tw', to: 'cn' });
const toTraditional = OpenCC.Converter({ from: 'cn', to: 'tw' });
const toTaiwan = OpenCC.Converter({ from: 'cn', to: 'twp' });

const han = (text: string) => text.match(/\p{Script=Han}/gu) ?? [];

function strays(texts: Record<string, string>, stray: (character: string) => boolean): string[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const found = han(text).filter(stray);
    return found.length > 0 ? [`${key}: ${found.join('')}`] : [];
  });
}

test('no simplified character in zh-TW', () => {
  // Traditional as well: 台灣, 核准.
  const both = '台准';
  const simplified = (c: string) => !both.includes(c) && toTraditional(c) !== c && toSimplified(c) === c;
  expect(simplified('们')).toBe(true);
  expect(strays(zhTW, simplified)).toEqual([]);
});

test('no traditional character in zh-CN', () => {
  // OpenCC takes 么 for the traditional form of 幺.
  const traditional = (c: string) => c !== '么' && toSimplified(c) !== c;
  expect(traditional('們')).toBe(true);
  expect(strays(zhCN, traditional)).toEqual([]);
});

test('zh-TW is written, not converted', () => {
  const converted = (key: PhraseKey) => toTaiwan(zhCN[key]).replaceAll('“', '「').replaceAll('”', '」') === zhTW[key];
  // Labels and choices of a few characters are the same words in both places.
  const sentences = keys.filter((key) => han(zhCN[key]).length >= 8);
  expect(sentences.length).toBeGreaterThan(200);
  expect(sentences.filter(converted).length / sentences.length).toBeLessThan(0.05);
});

test('zh-TW uses the words of Taiwan', () => {
  const mainland =
    /信息|預約|反饋|渠道|回復|提交|跳過|投訴|前台|空調|大堂|師傅|店鋪|快遞|視頻|保修|工作日|4S|領導|物業|軟件|屏幕|網絡|鏈接|短信|默認|登錄|質量|郵箱|文件|審批|批准/;
  expect(
    keys.filter((key) => mainland.test(zhTW[key])).map((key) => `${key}: ${mainland.exec(zhTW[key])?.[0]}`),
  ).toEqual([]);
});

test('the same thing has the name of each place', () => {
  const pairs: [PhraseKey, string, string][] = [
    ['choice.submit', '提交', '送出'],
    ['choice.skip', '跳过', '略過'],
    ['choice.complaint', '投诉', '客訴'],
    ['field.merchant', '店铺', '賣場'],
    ['field.dealer', '4S 店', '營業所'],
    ['field.number', '编号', '案件編號'],
    ['span.workdays', '工作日', '工作天'],
    ['ask.place', '大堂', '大廳'],
    ['ask.evidence', '截图', '截圖'],
    ['why.purchased_on', '保修', '保固'],
    ['receipt.complaint', '进展', '進度'],
    ['letter.subject', '答复', '回覆'],
    ['late.update', '主管', '主管'],
    ['invalid.file', '视频', '影片'],
  ];
  for (const [key, cn, tw] of pairs)
    expect([zhCN[key], zhTW[key]]).toEqual([expect.stringContaining(cn), expect.stringContaining(tw)]);
});
