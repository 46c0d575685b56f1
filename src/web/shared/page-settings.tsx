import { useState } from 'preact/hooks';
import { Icon, moon, sun, world } from './icon.js';
import { LANGUAGE_NAMES, type Language } from './language.js';
import { chooseTheme, currentTheme } from './theme.js';
import { PAGE_WORDS } from './page-words.js';

interface Props {
  language: Language;
  onLanguage: (language: Language) => void;
}

/** Language and theme, at the right of every page's head. */
export function PageSettings({ language, onLanguage }: Props) {
  const words = PAGE_WORDS[language];
  const [theme, setTheme] = useState(currentTheme());
  const other = theme === 'dark' ? 'light' : 'dark';
  const toggle = () => {
    chooseTheme(other);
    setTheme(other);
  };
  return (
    <nav aria-label={words.settings}>
      <label class="btn plain lang">
        <Icon of={world} />
        <span aria-hidden="true">{LANGUAGE_NAMES[language]}</span>
        <select
          aria-label={words.language}
          value={language}
          onChange={(event) => onLanguage(event.currentTarget.value as Language)}
        >
          {Object.entries(LANGUAGE_NAMES).map(([id, name]) => (
            <option key={id} value={id} lang={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="btn plain icon" aria-label={words.theme[other]} onClick={toggle}>
        <Icon of={theme === 'dark' ? sun : moon} />
      </button>
    </nav>
  );
}
