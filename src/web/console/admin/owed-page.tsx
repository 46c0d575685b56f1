import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { get } from '../api/request.js';
import type { Obligation } from '../api/report-shapes.js';
import { Empty, Failed, Waiting } from '../frame/parts.js';
import { toast } from '../frame/toasts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { AdminFrame, useIsAdmin } from './admin-frame.js';
import { ProblemLine } from './problem-line.js';
import { useChange } from './use-change.js';

interface Page {
  obligations: Obligation[];
  cursor: string | null;
}

/** Everything that is owed, oldest first, page by page; what the desk owes can be done now. */
export default function OwedPage() {
  const { t } = useTranslation();
  const labels = useLabels();
  const admin = useIsAdmin();
  const { change, problem } = useChange('owed');
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['owed'],
    queryFn: ({ pageParam }) =>
      get<Page>(`/obligations?state=owed&limit=100${pageParam && `&after=${encodeURIComponent(pageParam)}`}`),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    enabled: admin,
  });
  const now = new Date();
  const owed = data?.pages.flatMap(({ obligations }) => obligations);
  const act = async (id: string) => {
    if (await change('POST', '/obligations/replay', { id })) toast(t('pages.owed.acted'));
  };
  return (
    <AdminFrame page="owed" adminOnly>
      <p className="k">{t('pages.owed.about')}</p>
      <ProblemLine problem={problem} />
      {!owed && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting />)}
      {owed?.length === 0 && <Empty>{t('pages.owed.none')}</Empty>}
      <ul className="rows">
        {owed?.map((one) => {
          const what = t(`owed.${one.kind}`);
          return (
            <li key={one.id}>
              <span>
                {what}{' '}
                {one.case && (
                  <Link className="num" href={`/cases/${one.case}`}>
                    {one.case}
                  </Link>
                )}
                <br />
                <span className="k">{labels.who(one.to) || t('pages.owed.desk')}</span>
              </span>
              <span className={`end num ${new Date(one.dueAt) < now ? 'late' : 'k'}`}>
                {moment(one.dueAt, labels.language, now)}
              </span>
              {one.byDesk && (
                <button
                  type="button"
                  className="btn"
                  aria-label={`${t('pages.owed.act')}: ${what} ${one.case ?? ''}`}
                  onClick={() => void act(one.id)}
                >
                  {t('pages.owed.act')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {hasNextPage && (
        <p>
          <button type="button" className="btn" onClick={() => void fetchNextPage()}>
            {t('pages.owed.more')}
          </button>
        </p>
      )}
    </AdminFrame>
  );
}
