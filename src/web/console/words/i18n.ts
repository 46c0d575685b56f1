import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, rememberLanguage, type Language } from '../../shared/language.js';

interface Terms {
  verbs: Record<string, string>;
  problems: Record<string, string>;
  names: Record<string, string>;
  values: Record<string, string>;
}

const LOAD: Record<Language, () => Promise<{ words: object; terms: Terms }>> = {
  'zh-CN': async () => ({ words: (await import('./zh-cn.js')).zhCN, terms: await import('./terms-zh-cn.js') }),
  'zh-TW': async () => ({ words: (await import('./zh-tw.js')).zhTW, terms: await import('./terms-zh-tw.js') }),
  en: async () => ({ words: (await import('./en.js')).en, terms: await import('./terms-en.js') }),
};

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const { words, terms } = await LOAD[language]();
  const { verbs, problems, names, values } = terms;
  i18next.addResourceBundle(language, 'translation', { ...words, verbs, problems, names, values });
}

/** Begins with the reader's language; only that one is loaded. */
export async function startWords(): Promise<void> {
  const language = firstLanguage(new URLSearchParams(location.search).get('lang'));
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {},
    partialBundledLanguages: true,
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
  await chooseLanguage(language);
}

export async function chooseLanguage(language: Language, remember = false): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  if (remember) rememberLanguage(language);
}
