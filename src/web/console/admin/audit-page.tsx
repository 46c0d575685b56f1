import { IconAlertTriangle, IconCheck, IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditPage as Page } from '../api/audit-shapes.js';
import { get } from '../api/request.js';
import { csvOf } from '../cases/csv.js';
import { download } from '../cases/download.js';
import { Empty, Failed, Icon, Waiting } from '../frame/parts.js';
import { AdminFrame, useIsAdmin } from './admin-frame.js';
import { AuditSearch } from './audit-search.js';
import { AuditTable } from './audit-table.js';
import { useAuditWords } from './audit-words.js';

/** Who did what, to which case or at the desk itself, and whether each case's record is still as it was written. */
export default function AuditPage() {
  const { t } = useTranslation();
  const words = useAuditWords();
  const admin = useIsAdmin();
  const [query, setQuery] = useState('');
  const { data, error, refetch, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ['audit', query],
    queryFn: ({ pageParam }) => get<Page>(`/audit?${query}${pageParam}`),
    initialPageParam: '',
    getNextPageParam: ({ cursor, deskCursor }) =>
      cursor || deskCursor
        ? `&after=${encodeURIComponent(cursor ?? 'end')}&afterDesk=${encodeURIComponent(deskCursor ?? 'end')}`
        : undefined,
    enabled: admin,
  });
  const entries = data?.pages.flatMap((page) => page.entries);
  const broken = data?.pages.flatMap((page) => page.broken) ?? [];
  const looked = data?.pages.reduce((sum, page) => sum + page.looked, 0) ?? 0;
  const columns = ['when', 'who', 'what', 'about', 'detail', 'hash'].map((id) => t(`pages.audit.column.${id}`));
  const save = () =>
    download(
      'audit.csv',
      csvOf([
        columns,
        ...(entries ?? []).map((one) => [
          one.at,
          one.by,
          words.what(one),
          one.case ?? one.about ?? '',
          words.detail(one),
          one.hash ?? '',
        ]),
      ]),
    );
  return (
    <AdminFrame page="audit" adminOnly>
      <AuditSearch onSearch={setQuery} />
      {!data && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting />)}
      {broken.map(({ case: number, entry }) => (
        <p key={number} className="notice late" role="alert">
          <Icon of={IconAlertTriangle} /> {t('pages.audit.broken', { number, entry: entry + 1 })}
        </p>
      ))}
      {data && (
        <p className="inline">
          {broken.length === 0 && looked > 0 && (
            <span className="st kept">
              <Icon of={IconCheck} size={14} />
              {t('pages.audit.sound', { count: looked })}
            </span>
          )}
          {entries && entries.length > 0 && (
            <button type="button" className="btn plain end" onClick={save}>
              <Icon of={IconDownload} />
              {t('cases.export', { count: entries.length })}
            </button>
          )}
        </p>
      )}
      {entries?.length === 0 && <Empty>{t('pages.audit.none')}</Empty>}
      {entries && entries.length > 0 && <AuditTable entries={entries} columns={columns} words={words} />}
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
