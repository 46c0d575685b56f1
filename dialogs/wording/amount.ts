import type { Language } from '../../src/domain/language.js';

const NAMES: Record<string, Record<Language, (digits: string) => string>> = {
  CNY: { 'zh-CN': (n) => `人民币 ${n} 元`, 'zh-TW': (n) => `人民幣 ${n} 元`, en: (n) => `CNY ${n}` },
  TWD: { 'zh-CN': (n) => `新台币 ${n} 元`, 'zh-TW': (n) => `NT$${n}`, en: (n) => `NT$${n}` },
  HKD: { 'zh-CN': (n) => `${n} 港元`, 'zh-TW': (n) => `HK$${n}`, en: (n) => `HK$${n}` },
  USD: { 'zh-CN': (n) => `${n} 美元`, 'zh-TW': (n) => `US$${n}`, en: (n) => `USD ${n}` },
};

/** An amount of money: `1,280 元` in the desk's own currency, with the currency's name in any other and in English. */
export function writtenAmount(amount: number, language: Language, currency: string, own: string): string {
  const whole = Number.isInteger(amount);
  const digits = amount.toLocaleString('en-US', { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: 2 });
  if (currency === own && language !== 'en') return `${digits} 元`;
  return NAMES[currency]?.[language](digits) ?? `${currency} ${digits}`;
}
