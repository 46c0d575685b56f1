import { IconMailX, IconPlugConnected, IconRoute, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMe } from '../api/session.js';
import { Frame } from '../frame/frame.js';
import { Icon } from '../frame/parts.js';

const PAGES = [
  { id: 'staff', path: '/admin/staff', icon: IconUsers },
  { id: 'channels', path: '/admin/channels', icon: IconPlugConnected },
  { id: 'procedures', path: '/admin/procedures', icon: IconRoute },
  { id: 'letters', path: '/admin/dead-letters', icon: IconMailX },
] as const;

interface Props {
  page: (typeof PAGES)[number]['id'];
  /** Only administrators may see it. */
  adminOnly?: boolean;
  children: ReactNode;
}

export const useIsAdmin = () => useMe().roles.includes('admin');

/** Administration: its pages on the left. */
export function AdminFrame({ page, adminOnly = false, children }: Props) {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  return (
    <Frame title={t(`admin.${page}`)} parent={{ title: t('nav.admin'), path: '/admin/staff' }}>
      <div className="adm two-c">
        <nav aria-label={t('admin.nav')}>
          {PAGES.map(({ id, path, icon }) => (
            <Link key={id} href={path} aria-current={id === page ? 'page' : undefined}>
              <Icon of={icon} />
              {t(`admin.${id}`)}
            </Link>
          ))}
        </nav>
        <div className="adm-in">
          {adminOnly && !admin ? <p className="notice hold">{t('admin.only')}</p> : children}
        </div>
      </div>
    </Frame>
  );
}
