import { useTranslation } from 'react-i18next';

/** A refusal's code in words, without anything of the desk's: also before somebody is signed in. */
export function useProblemWords(): (code: string) => string {
  const { i18n } = useTranslation();
  return (code) => (i18n.getResource(i18n.language, 'translation', `problems.${code}`) as string | undefined) ?? code;
}
