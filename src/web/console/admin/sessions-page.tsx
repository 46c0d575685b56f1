import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../api/request.js';
import { Face, Failed, Waiting } from '../frame/parts.js';
import { toast } from '../frame/toasts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { AdminFrame } from './admin-frame.js';
import { ProblemLine } from './problem-line.js';
import { useChange } from './use-change.js';

interface SessionRow {
  id: string;
  name: string;
  createdAt: string;
  expiresAt: string;
  current: boolean;
}

/** Where one is signed in; for an administrator, where everybody is. */
export default function SessionsPage() {
  const { t } = useTranslation();
  const labels = useLabels();
  const { change, problem } = useChange('sessions');
  const { data, error, refetch } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => get<{ sessions: SessionRow[] }>('/sessions').then(({ sessions }) => sessions),
  });
  const at = (value: string) => moment(value, labels.language, new Date());
  const end = async (id: string) => {
    if (await change('DELETE', `/sessions/${id}`)) toast(t('pages.sessions.ended'));
  };
  return (
    <AdminFrame page="sessions">
      <p className="k">{t('pages.sessions.about')}</p>
      <ProblemLine problem={problem} />
      {!data && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting />)}
      <ul className="rows">
        {data?.map(({ id, name, createdAt, expiresAt, current }) => (
          <li key={id}>
            <Face name={labels.who(name)} size="s" />
            <span>
              {labels.who(name)} {current && <span className="st now">{t('pages.sessions.current')}</span>}
              <br />
              <span className="k">{t('pages.sessions.since', { at: at(createdAt), until: at(expiresAt) })}</span>
            </span>
            <button
              type="button"
              className="btn end"
              aria-label={`${t('pages.sessions.end')} ${labels.who(name)}`}
              onClick={() => void end(id)}
            >
              {t('pages.sessions.end')}
            </button>
          </li>
        ))}
      </ul>
    </AdminFrame>
  );
}
