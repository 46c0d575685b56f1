// Directly before the word: 没烫着, 没有任何人受伤, 未造成伤亡. "没人管还受伤了" is none: 管 stands between.
const NEGATED_ZH =
  /(没有?|沒有?|无|無|未|不是|并非|並非|并没有?|並沒有?|从没|從沒|不会|不會)(任何|什么|什麼|一个|一個|人员|人員|客人|旅客|乘客|人|谁|誰|被|给|給|发生|發生|出现|出現|造成|受到?|有|再|真的)*$/u;
// "不是没受伤" says that somebody was hurt.
const DENIED_ZH = /(不是|并非|並非|不能说|不能說)(没有?|沒有?|无|無|未)[^，。！？；]{0,6}$/u;
const NEGATOR_EN = /^(no|not|nobody|never|none|neither|nor|without|no-one|cannot|\w+n['’]?t)$/;
const BETWEEN_EN = new Set(
  (
    'a an the of in our us we my any anyone one kind sort at all was were is are been be being got gets getting has have had ' +
    'did do does badly seriously really actually even physically else there group party family been'
  ).split(' '),
);

/** The first of the words that is said and not negated ("nobody was hurt", 没烫着). */
export function saidWord(text: string, words: { zh: string[]; en: string[] }): string | undefined {
  const said = text.normalize('NFKC').toLowerCase();
  return (
    words.zh.find((word) => saysChinese(said, word.toLowerCase())) ?? words.en.find((word) => saysEnglish(said, word))
  );
}

function saysChinese(said: string, word: string): boolean {
  for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + word.length)) {
    const clause =
      said
        .slice(0, at)
        .split(/[，,。.！!？?；;：:\n\s]/u)
        .at(-1) ?? '';
    if (!NEGATED_ZH.test(clause) || DENIED_ZH.test(clause)) return true;
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
  for (const match of said.matchAll(pattern)) {
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
