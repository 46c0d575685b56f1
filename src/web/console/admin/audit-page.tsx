import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useOperations, useStaff } from '../api/queries.js';
import { get } from '../api/request.js';
import { Empty, Failed, Icon, Waiting } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { AdminFrame, useIsAdmin } from './admin-frame.js';

interface Page {
  entries: { case: string; at: string; by: string; what: string; hash: string }[];
  broken: { case: string; entry: number }[];
  looked: number;
  cursor: string | null;
}

const HASH_SHOWN = 12;

/** Who did what to which case, and whether each record is still as it was written. */
export default function AuditPage() {
  const { t } = useTranslation();
  const labels = useLabels();
  const admin = useIsAdmin();
  const { data: staff = [] } = useStaff();
  const { data: operations = [] } = useOperations();
  const [query, setQuery] = useState('');
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['audit', query],
    queryFn: ({ pageParam }) => get<Page>(`/audit?${query}${pageParam && `&after=${encodeURIComponent(pageParam)}`}`),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor,
    enabled: admin,
  });
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '') as [string, string][];
    setQuery(new URLSearchParams(given).toString());
  };
  const entries = data?.pages.flatMap((page) => page.entries);
  const broken = data?.pages.flatMap((page) => page.broken) ?? [];
  const looked = data?.pages.reduce((sum, page) => sum + page.looked, 0) ?? 0;
  const verbs = [...new Set(operations.filter(({ on }) => on !== 'conversation').map(({ verb }) => verb))];
  return (
    <AdminFrame page="audit" adminOnly>
      <form className="inline" role="search" onSubmit={search}>
        <input className="in" name="q" type="search" aria-label={t('pages.audit.q')} placeholder={t('pages.audit.q')} />
        <select className="in" name="who" aria-label={t('pages.audit.who')}>
          <option value="">
            {t('pages.audit.who')}: {t('pages.audit.any')}
          </option>
          {staff.map(({ name, displayName }) => (
            <option key={name} value={name}>
              {displayName}
            </option>
          ))}
        </select>
        <select className="in" name="what" aria-label={t('pages.audit.what')}>
          <option value="">
            {t('pages.audit.what')}: {t('pages.audit.any')}
          </option>
          {verbs.map((verb) => (
            <option key={verb} value={verb}>
              {labels.verb(verb)}
            </option>
          ))}
        </select>
        <button type="submit" className="btn primary">
          {t('pages.audit.find')}
        </button>
      </form>
      {!data && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting />)}
      {broken.map(({ case: number, entry }) => (
        <p key={number} className="notice late" role="alert">
          <Icon of={IconAlertTriangle} /> {t('pages.audit.broken', { number, entry: entry + 1 })}
        </p>
      ))}
      {data && broken.length === 0 && looked > 0 && (
        <p className="inline">
          <span className="st kept">
            <Icon of={IconCheck} size={14} />
            {t('pages.audit.sound', { count: looked })}
          </span>
        </p>
      )}
      {entries?.length === 0 && <Empty>{t('pages.audit.none')}</Empty>}
      {entries && entries.length > 0 && (
        <div className="scroll-x">
          <table className="grid bare">
            <thead>
              <tr>
                <th scope="col">{t('pages.audit.when')}</th>
                <th scope="col">{t('admin.name')}</th>
                <th scope="col">{t('pages.audit.what')}</th>
                <th scope="col">{t('nav.cases')}</th>
                <th scope="col">{t('pages.audit.hash')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ case: number, at, by, what, hash }, index) => (
                <tr key={`${hash}-${index}`}>
                  <td className="num">{moment(at, labels.language, new Date())}</td>
                  <td>{labels.who(by)}</td>
                  <td>{labels.verb(what)}</td>
                  <td>
                    <Link className="num" href={`/cases/${number}`}>
                      {number}
                    </Link>
                  </td>
                  <td>
                    <code>{hash.slice(0, HASH_SHOWN)}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && (
        <p>
          <button type="button" className="btn" onClick={() => void fetchNextPage()}>
            {t('pages.audit.more')}
          </button>
        </p>
      )}
    </AdminFrame>
  );
}
