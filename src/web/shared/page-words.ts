import type { Language } from './language.js';

interface PageWords {
  settings: string;
  language: string;
  theme: { light: string; dark: string };
}

/** What the settings of every page say. */
export const PAGE_WORDS: Record<Language, PageWords> = {
  'zh-CN': { settings: '页面设置', language: '语言', theme: { light: '换成浅色', dark: '换成深色' } },
  'zh-TW': { settings: '頁面設定', language: '語言', theme: { light: '換成淺色', dark: '換成深色' } },
  en: { settings: 'Page settings', language: 'Language', theme: { light: 'Switch to light', dark: 'Switch to dark' } },
};
