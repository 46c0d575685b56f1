import { matchesOf } from './matches.js';
// Directly before the word: 没烫着, 没有任何人受伤, 未造成伤亡. "没人管还受伤了" is none: 管 stands between; nor is a
// question: 是不是被偷了, 会不会中毒.
const NEGATED_ZH =
  /(没有?|沒有?|无|無|未|(?<!是)不是|并非|並非|并没有?|並沒有?|从没|從沒|(?<!会|會)不会|不會|不用|不需要?|不必|无需|無需|差点没?|差點沒?|差一点|差一點|险些|險些|不存在|不算|不属于|不屬於|排除了?)(任何|什么|什麼|怎么|怎麼|一个|一個|一位|人员|人員|客人|住客|旅客|乘客|游客|遊客|团友|團友|员工|員工|孩子|小孩|老人|大人|家人|朋友|人|谁|誰|东西|東西|物品|财物|財物|贵重|貴重|现金|現金|被|给|給|让|讓|发现|發現|看到|发生|發生|出现|出現|造成|叫|喊|打|去|送|受到?|是|有|再|真的?|的)*$/u;
// Said after it: 受伤倒没有, 被偷的倒没有.
const NEGATED_AFTER_ZH = /^(了|的人|的情况|的事|的东西|的)?(倒是?|倒也|是|都|也|还)*(没有|沒有)($|[，,。.！!；;\n])/u;
// "不是没受伤" says that somebody was hurt.
const DENIED_ZH = /(不是|并非|並非|不能说|不能說)(没有?|沒有?|无|無|未)[^，。！？；]{0,6}$/u;
const NEGATOR_EN = /^(no|not|nobody|nothing|never|none|neither|nor|without|no-one|cannot|almost|nearly|\w+n['’]?t)$/;
const BETWEEN_EN = new Set(
  (
    'a an the of in our us we my any anyone one single or need needed for call taken things belongings stuff items kind sort at all was were is are been be being got get gets getting has have had ' +
    'did do does badly seriously really actually even physically else there group party family been anybody anything ' +
    'guest guests passenger passengers people person child children kids tourist tourists member members staff mine value ' +
    'valuable valuables money cash from in room rooms bag bags luggage safe sign signs trace traces evidence case cases ' +
    'think believe say saying suggest suggesting claim claiming'
  ).split(' '),
);

/** The first of the words that is said and not negated ("nobody was hurt", 没烫着). */
export function saidWord(text: string, words: { zh: string[]; en: string[] }): string | undefined {
  const said = text.normalize('NFKC').toLowerCase();
  return (
    words.zh.find((word) => saysChinese(said, word.toLowerCase(), words.zh)) ??
    words.en.find((word) => saysEnglish(said, word))
  );
}

function saysChinese(said: string, word: string, words: string[]): boolean {
  const longer = words.filter((other) => other.length > word.length && other.includes(word));
  for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + word.length)) {
    // 不是食物中毒 is judged by 食物中毒 alone.
    if (longer.some((other) => said.startsWith(other, at - other.indexOf(word)))) continue;
    const clause =
      said
        .slice(0, at)
        .split(/[，,。.！!？?；;：:\n\s]/u)
        .at(-1) ?? '';
    const isNegated = NEGATED_ZH.test(clause) || NEGATED_AFTER_ZH.test(said.slice(at + word.length));
    if (!isNegated || DENIED_ZH.test(clause)) return true;
  }
  return false;
}

function saysEnglish(said: string, word: string): boolean {
  const body = word
    .toLowerCase()
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*$/, '[a-z]*')
    .replace(/\s+/g, '\\s+');
  const pattern = new RegExp(`(?<![a-z])${body}(?![a-z])`, 'g');
  for (const match of matchesOf(said, pattern)) {
    const clause =
      said
        .slice(0, match.index)
        .split(/[,.!?;:\n，。！？；]/)
        .at(-1) ?? '';
    const before = clause.trim().split(/\s+/).reverse();
    const nearest = before.find((one) => !BETWEEN_EN.has(one)) ?? '';
    if (!NEGATOR_EN.test(nearest)) return true;
  }
  return false;
}
