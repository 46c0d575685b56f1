import { keep } from './browser-keep.js';

export type Theme = 'light' | 'dark';

/** The theme that stands on the page, set before the first paint. */
export function currentTheme(): Theme {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  keep.set('redress.theme', theme);
}
