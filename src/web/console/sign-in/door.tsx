import { IconMoon, IconSun, IconWorld } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, type Language } from '../../shared/language.js';
import { chooseTheme, currentTheme } from '../../shared/theme.js';
import { Mark } from '../frame/frame.js';
import { Icon } from '../frame/parts.js';
import { chooseLanguage } from '../words/i18n.js';

/** The page before the desk: a ruled panel with one sentence, and what is asked of who comes. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const [theme, setTheme] = useState(currentTheme());
  const other = theme === 'dark' ? 'light' : 'dark';
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <div className="door">
      <section className="say-so" aria-label={t('product')}>
        <div className="inline">
          <Mark size={36} />
          <b>{t('product')}</b>
        </div>
        <blockquote className="pre">{t('signIn.motto')}</blockquote>
        <p>{t('signIn.creed')}</p>
      </section>
      <main className="right" id="main">
        <div className="inline">
          <label className="btn plain lang end">
            <Icon of={IconWorld} />
            <span aria-hidden="true">{LANGUAGE_NAMES[i18n.language as Language]}</span>
            <select
              aria-label={t('me.language')}
              value={i18n.language}
              onChange={(event) => void chooseLanguage(event.target.value as Language, true)}
            >
              {Object.entries(LANGUAGE_NAMES).map(([id, name]) => (
                <option key={id} value={id} lang={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            className="btn plain icon"
            aria-label={t(`me.${other}`)}
            onClick={() => {
              chooseTheme(other);
              setTheme(other);
            }}
          >
            <Icon of={theme === 'dark' ? IconSun : IconMoon} />
          </button>
        </div>
        {children}
        <p className="k">
          {t('signIn.customers')} <a href="/">{t('signIn.customersLink')}</a>
        </p>
      </main>
    </div>
  );
}
