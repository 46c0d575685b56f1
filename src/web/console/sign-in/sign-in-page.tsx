import { IconAlertCircle } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, type Problem } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { Icon } from '../frame/parts.js';
import { useProblemWords } from '../words/use-problem-words.js';
import { Door } from './door.js';

/** Account and password; afterwards one is where one wanted to go. */
export function SignInPage() {
  const { t } = useTranslation();
  const { signIn, expired } = useSession();
  const words = useProblemWords();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    try {
      await signIn(String(form.get('name')).trim(), String(form.get('password')));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <Door title={t('signIn.title')}>
      <form onSubmit={(event) => void submit(event)}>
        <h1>{t('signIn.title')}</h1>
        <p className="quiet">{t(expired ? 'signIn.expired' : 'signIn.back')}</p>
        <div className="f">
          <label className="lab" htmlFor="name">
            {t('signIn.account')}
          </label>
          <input
            className="in big"
            id="name"
            name="name"
            autoComplete="username"
            autoCapitalize="none"
            required
            autoFocus
          />
        </div>
        <div className="f">
          <label className="lab" htmlFor="password">
            {t('signIn.password')}
          </label>
          <input
            className="in big"
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem && 'wrong'}
          />
          {problem && (
            <p className="wrong" id="wrong" role="alert">
              <Icon of={IconAlertCircle} />
              {words(problem.code)}
            </p>
          )}
        </div>
        <div className="f">
          <button type="submit" className="btn primary big block" aria-disabled={busy || undefined}>
            {t('signIn.button')}
          </button>
        </div>
      </form>
    </Door>
  );
}
