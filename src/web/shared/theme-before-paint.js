// Runs before the first paint, so that nobody in the dark is dazzled: the stored choice, else the system's.
(() => {
  let chosen;
  try {
    chosen = localStorage.getItem('redress.theme');
  } catch {
    chosen = null; // storage may be closed to a framed page
  }
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
