import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, rememberLanguage, type Language } from '../../shared/language.js';

interface Terms {
  verbs: Record<string, string>;
  problems: Record<string, string>;
  names: Record<string, string>;
  values: Record<string, string>;
}

interface Pages {
  pages: object;
}

const LOAD: Record<Language, () => Promise<[words: object, terms: Terms, pages: Pages]>> = {
  'zh-CN': () =>
    Promise.all([
      import('./zh-cn.js').then(({ zhCN }) => zhCN),
      import('./terms-zh-cn.js'),
      import('./pages-zh-cn.js'),
    ]),
  'zh-TW': () =>
    Promise.all([
      import('./zh-tw.js').then(({ zhTW }) => zhTW),
      import('./terms-zh-tw.js'),
      import('./pages-zh-tw.js'),
    ]),
  en: () => Promise.all([import('./en.js').then(({ en }) => en), import('./terms-en.js'), import('./pages-en.js')]),
};

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const [words, { verbs, problems, names, values }, { pages }] = await LOAD[language]();
  i18next.addResourceBundle(language, 'translation', { ...words, verbs, problems, names, values, pages });
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
