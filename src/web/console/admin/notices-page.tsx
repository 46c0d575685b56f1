import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { get } from '../api/request.js';
import { Empty, Failed, Waiting } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { AdminFrame } from './admin-frame.js';
import { useChange } from './use-change.js';

interface Notice {
  id: string;
  text: string;
  case?: string;
  conversation?: string;
  urgent: boolean;
  at: string;
  readAt?: string;
}

/** What one was told, newest first; what is new says so until it is marked. */
export default function NoticesPage() {
  const { t } = useTranslation();
  const { language } = useLabels();
  const { change } = useChange('notifications');
  const { data, error, refetch } = useQuery({
    queryKey: ['notifications'],
    queryFn: () => get<{ notifications: Notice[] }>('/notifications?limit=200').then((all) => all.notifications),
  });
  const unread = (data ?? []).filter(({ readAt }) => !readAt).map(({ id }) => id);
  return (
    <AdminFrame page="notices">
      {unread.length > 0 && (
        <p>
          <button
            type="button"
            className="btn"
            onClick={() => void change('POST', '/notifications/read', { ids: unread })}
          >
            {t('pages.notices.readAll')}
          </button>
        </p>
      )}
      {!data && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting />)}
      {data?.length === 0 && <Empty>{t('pages.notices.none')}</Empty>}
      <ul className="rows">
        {data?.map((one) => (
          <li key={one.id}>
            <span className="pre">
              {!one.readAt && <span className={`st ${one.urgent ? 'soon' : 'now'}`}>{t('pages.notices.unread')}</span>}{' '}
              {one.text}
              <br />
              <span className="k num">{moment(one.at, language, new Date())}</span>
            </span>
            {(one.case ?? one.conversation) && (
              <Link
                className="end num"
                href={one.case ? `/cases/${one.case}` : `/conversations/${encodeURIComponent(one.conversation ?? '')}`}
              >
                {one.case ?? t('talk.case')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </AdminFrame>
  );
}
