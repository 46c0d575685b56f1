import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMe } from '../api/session.js';
import { Frame } from '../frame/frame.js';
import { Icon } from '../frame/parts.js';
import { ADMIN_PAGES } from './admin-pages.js';

interface Props {
  page: (typeof ADMIN_PAGES)[number]['id'];
  /** Only administrators may see it. */
  adminOnly?: boolean;
  /** Beside the page, where there is room. */
  side?: ReactNode;
  children: ReactNode;
}

export const useIsAdmin = () => useMe().roles.includes('admin');

/** Administration: its pages on the left. */
export function AdminFrame({ page, adminOnly = false, side, children }: Props) {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the list is a strip of which only a part is in sight.
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [page]);
  const here = ADMIN_PAGES.find(({ id }) => id === page);
  return (
    <Frame title={t(here?.title ?? '')} parent={{ title: t('nav.admin'), path: '/admin/staff' }}>
      <div className={`adm ${side ? '' : 'two-c'}`}>
        <nav ref={list} aria-label={t('admin.nav')}>
          {ADMIN_PAGES.map(({ id, path, icon, title, ...rest }) => (
            <Link
              key={id}
              href={path}
              className={'apart' in rest ? 'apart' : undefined}
              aria-current={id === page ? 'page' : undefined}
            >
              <Icon of={icon} />
              {t(title)}
            </Link>
          ))}
        </nav>
        <div className="adm-in">
          {adminOnly && !admin ? <p className="notice hold">{t('admin.only')}</p> : children}
        </div>
        {side}
      </div>
    </Frame>
  );
}
