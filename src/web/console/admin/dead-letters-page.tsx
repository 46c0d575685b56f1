import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { get, request } from '../api/request.js';
import { Empty, Failed, Waiting } from '../frame/parts.js';
import { toast } from '../frame/toasts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { AdminFrame, useIsAdmin } from './admin-frame.js';

interface Letter {
  id: string;
  conversation: string;
  text: string;
  at: string;
  attempts: number;
  error?: string;
}

/** Messages that failed five times, to be taken up again. */
export default function DeadLettersPage() {
  const { t } = useTranslation();
  const labels = useLabels();
  const admin = useIsAdmin();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['dead-letters'],
    queryFn: () => get<{ letters: Letter[] }>('/dead-letters').then(({ letters }) => letters),
    enabled: admin,
  });
  const replay = async (letters: Letter[]) => {
    for (const { id } of letters)
      await request('POST', '/dead-letters/replay', { body: { id } }).catch(() => undefined);
    toast(t('admin.replayed'));
    await queries.invalidateQueries({ queryKey: ['dead-letters'] });
  };
  const now = new Date();
  return (
    <AdminFrame page="letters" adminOnly>
      {!data && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting />)}
      {data?.length === 0 && <Empty>{t('admin.noLetters')}</Empty>}
      {data && data.length > 0 && (
        <>
          <p>
            <button type="button" className="btn" onClick={() => void replay(data)}>
              {t('admin.replayAll')}
            </button>
          </p>
          <ul className="rows">
            {data.map((letter) => (
              <li key={letter.id}>
                <span>
                  <Link href={`/conversations/${encodeURIComponent(letter.conversation)}`}>
                    {letter.text || t('talk.file')}
                  </Link>
                  <br />
                  <span className="k">
                    {moment(letter.at, labels.language, now)} · {t('admin.tries', { count: letter.attempts })} ·{' '}
                    {letter.error}
                  </span>
                </span>
                <button type="button" className="btn end" onClick={() => void replay([letter])}>
                  {t('admin.replay')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </AdminFrame>
  );
}
