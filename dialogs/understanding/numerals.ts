/** A character class of Chinese digits, spoken forms included; multiplied out in `HAN_NUMBER`. */
export const HAN_DIGITS = '零〇一二三四五六七八九幺两洞';
export const HAN_NUMBER = `[${HAN_DIGITS}十廿百千万]`;

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  洞: 0,
  一: 1,
  幺: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** "幺三九零" as "1390": each character is one digit. Undefined when one is none. */
export function spokenDigits(text: string): string | undefined {
  let digits = '';
  for (const char of text) {
    const digit = DIGITS[char] ?? (/\d/.test(char) ? Number(char) : undefined);
    if (digit === undefined) return undefined;
    digits += digit;
  }
  return digits || undefined;
}

/** The number that digits or simplified Chinese numerals mean ("1,280", "三零二", "两千三" = 2300); undefined when none. */
export function numberOf(text: string): number | undefined {
  const bare = text.replace(/[,\s]/g, '');
  if (/^\d+(\.\d+)?$/.test(bare)) return Number(bare);
  if (/^[^十廿百千万]+$/.test(bare)) {
    const digits = spokenDigits(bare);
    return digits === undefined ? undefined : Number(digits);
  }
  return multiplied(bare.replaceAll('廿', '二十'));
}

function multiplied(text: string): number | undefined {
  let [total, section, digit, unit] = [0, 0, 0, 1];
  for (const char of text) {
    const value = DIGITS[char] ?? (/\d/.test(char) ? Number(char) : undefined);
    if (value !== undefined) {
      digit = digit * (/\d/.test(char) ? 10 : 0) + value;
      // After a zero the last digit is plain: 一千零五 is 1005, 一千五 is 1500.
      if (char === '零' || char === '〇') unit = 1;
      continue;
    }
    const next = UNITS[char];
    if (next === undefined) return undefined;
    if (next === 10_000) {
      total = (section + digit || 1) * next;
      section = 0;
    } else section += (digit || 1) * next;
    digit = 0;
    unit = next / 10;
  }
  return total + section + digit * Math.max(unit, 1);
}
