import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { asProblem, type Problem } from '../api/problem.js';
import { get, request } from '../api/request.js';
import { Waiting } from '../frame/parts.js';
import { useProblemWords } from '../words/use-problem-words.js';
import { Door } from './door.js';

/** The holder of an invitation sets a password. */
export function InvitationPage({ token }: { token: string }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const words = useProblemWords();
  const path = `/invitations/${encodeURIComponent(token)}`;
  const invited = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => get<{ displayName: string }>(path),
    retry: false,
  });
  const [problem, setProblem] = useState<Problem>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    try {
      await request('POST', path, { body: { password: String(new FormData(event.currentTarget).get('password')) } });
      go('/sign-in');
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <Door title={t('signIn.invited')}>
      {invited.isPending && <Waiting />}
      {invited.isError && (
        <p className="notice late" role="alert">
          {t('signIn.gone')}
        </p>
      )}
      {invited.data && (
        <form onSubmit={(event) => void submit(event)}>
          <h1>{t('signIn.invited')}</h1>
          <p className="quiet">{t('signIn.invitedText', { name: invited.data.displayName })}</p>
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
            />
            {problem && (
              <p className="wrong" role="alert">
                {problem.field ? problem.message : words(problem.code)}
              </p>
            )}
          </div>
          <div className="f">
            <button type="submit" className="btn primary big block">
              {t('signIn.accept')}
            </button>
          </div>
        </form>
      )}
    </Door>
  );
}
