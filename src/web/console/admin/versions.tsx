import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Playbook, PlaybookVersion } from '../api/playbook-shapes.js';
import { get } from '../api/request.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { useIsAdmin } from './admin-frame.js';

/** The versions of one procedure with the cases that go on each: a case stays with the version it began with. */
export function Versions({ book }: { book: Playbook }) {
  const { t } = useTranslation();
  const { language } = useLabels();
  const admin = useIsAdmin();
  const { data } = useQuery({
    queryKey: ['playbook-versions'],
    queryFn: () => get<{ versions: PlaybookVersion[] }>('/playbooks/versions').then(({ versions }) => versions),
    enabled: admin,
  });
  const mine = data?.filter(({ id, serving, running }) => id === book.id && (serving || running > 0));
  if (!mine?.length) return null;
  const linkTo = ({ hash, title, version }: PlaybookVersion) => {
    const name = t('case.version', { title: title[language], n: version });
    return `/cases?${new URLSearchParams({ version: hash, title: name }).toString()}`;
  };
  return (
    <ul className="rows f" aria-label={t('pages.versions.title')}>
      {mine.map((one) => (
        <li key={one.hash}>
          <b>{t('pages.versions.version', { n: one.version })}</b>
          <code>{one.hash.slice(0, 8)}</code>
          <span className={`st ${one.serving ? 'kept' : ''}`}>
            {t(one.serving ? 'pages.versions.serving' : 'pages.versions.earlier', {
              at: moment(one.storedAt, language, new Date()),
            })}
          </span>
          <span className="end">
            {one.running > 0 ? (
              <Link href={linkTo(one)}>{t('pages.versions.running', { count: one.running })}</Link>
            ) : (
              t('pages.versions.running', { count: 0 })
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
