const LETTERS = 'ABCDEFGHJKLMNOPQRSTWXYZ';
/** The first sign of each letter in the order of pinyin. */
const FIRST = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'];
const order = new Intl.Collator('zh-Hans-u-co-pinyin');

/** The initials of Chinese words, letters and digits as they are: 接手 is js. Signs with several readings have one of them. */
export function initials(text: string): string {
  return [...text].map(initial).join('').toLowerCase();
}

function initial(sign: string): string {
  if (/[a-z0-9]/i.test(sign)) return sign;
  if (!/\p{Script=Han}/u.test(sign)) return '';
  const at = FIRST.findLastIndex((first) => order.compare(first, sign) <= 0);
  return LETTERS[at] ?? '';
}
