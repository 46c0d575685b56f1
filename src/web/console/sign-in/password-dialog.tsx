import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, type Problem } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { Dialog } from '../frame/dialog.js';
import { useProblemWords } from '../words/use-problem-words.js';

/** The fields of a new password, for the dialog and for the page that a printed password leads to. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const { changePassword } = useSession();
  const [problem, setProblem] = useState<Problem>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    try {
      await changePassword(String(form.get('current')), String(form.get('password')));
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className="f">
        <label className="lab" htmlFor="current">
          {t('signIn.current')}
        </label>
        <input
          className="in big"
          id="current"
          name="current"
          type="password"
          autoComplete="current-password"
          required
        />
      </div>
      <div className="f">
        <label className="lab" htmlFor="password">
          {t('signIn.newPassword')}
        </label>
        <input
          className="in big"
          id="password"
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={10}
          required
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem && 'password-wrong'}
        />
        {problem && (
          <p className="wrong" id="password-wrong" role="alert">
            {problem.field ? problem.message : words(problem.code)}
          </p>
        )}
      </div>
      <div className="f">
        <button type="submit" className="btn primary big block">
          {t('signIn.change')}
        </button>
      </div>
    </form>
  );
}

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('me.password')} onClose={onClose}>
      <PasswordForm onDone={onClose} />
    </Dialog>
  );
}
