import { IconChevronRight, IconCloudOff, IconKeyboard, IconMoon, IconSearch } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useCases } from '../api/case-lists.js';
import { useApprovals, useHours, useTalks } from '../api/queries.js';
import { useMe } from '../api/session.js';
import { timeOfDay, weekdayTime } from '../words/times.js';
import { useLabels } from '../words/labels.js';
import { AskedOfMe } from './asked-of-me.js';
import { MeMenu } from './me-menu.js';
import { PAGES } from './pages.js';
import { Icon } from './parts.js';
import { useShell } from './shell.js';

/** The mark: what leaned stands upright again. */
export function Mark({ size }: { size: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        className="mark-b"
        d="M5.2 2.5h13.6a3 3 0 0 1 3 3v10.3a3 3 0 0 1-3 3h-7.4l-4.1 3.1c-.5.4-1.2 0-1.2-.6v-2.5h-.9a3 3 0 0 1-3-3V5.5a3 3 0 0 1 3-3Z"
      />
      <path className="mark-l" d="M12.6 15 8 8.8" />
      <path className="mark-u" d="M12.6 15V6.3" />
    </svg>
  );
}

/** Badges count only what waits for oneself. */
function useBadges(): Record<string, { count: number; late?: boolean }> {
  const me = useMe();
  const { data: waiting } = useTalks('control=waiting');
  const { data: approvals } = useApprovals();
  const { data: cases } = useCases(`status=open&owner=${encodeURIComponent(me.name)}`);
  const late = cases?.filter(({ clock, assigned }) => assigned === me.name && clock && clock.leftMs < 0);
  return {
    inbox: { count: waiting?.length ?? 0 },
    approvals: { count: approvals?.filter(({ allowed }) => allowed).length ?? 0 },
    promises: { count: late?.length ?? 0, late: true },
  };
}

function Links({ badges, five = false }: { badges: ReturnType<typeof useBadges>; five?: boolean }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  return PAGES.filter(({ id }) => !five || id !== 'reports').map(({ id, path, also, icon }) => {
    const badge = badges[id];
    const here = location === path || location.startsWith(also);
    return (
      <Link key={id} href={path} aria-current={here ? 'page' : undefined}>
        <Icon of={icon} />
        <span>{t(`nav.${id}`)}</span>
        {badge && badge.count > 0 && (
          <span className={`n ${badge.late ? 'late' : ''}`}>
            <span aria-hidden="true">{badge.count > 99 ? '99+' : badge.count}</span>
            <span className="vh">{t('nav.items', { count: badge.count })}</span>
          </span>
        )}
      </Link>
    );
  });
}

interface Props {
  title: string;
  /** The page above, when this one belongs to it. */
  parent?: { title: string; path: string };
  fact?: string;
  /** On a phone one of several screens: the talk or the case beside it. */
  view?: 'talk' | 'case';
  className?: string;
  children: ReactNode;
}

/** The console's frame: rail, head, page; on a phone a bar below. */
export function Frame({ title, parent, fact, view, className = '', children }: Props) {
  const { t } = useTranslation();
  const { palette, sheet, downSince } = useShell();
  const badges = useBadges();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  useEffect(() => {
    const root = document.documentElement;
    if (view) root.dataset.view = view;
    return () => void delete root.dataset.view;
  }, [view]);
  return (
    <div className="desk">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <nav className="rail" aria-label={t('nav.main')}>
        <Mark size={30} />
        <Links badges={badges} />
        <div className="foot">
          <button type="button" className="rail-b" onClick={sheet} aria-keyshortcuts="?">
            <Icon of={IconKeyboard} />
            <span>{t('nav.keys')}</span>
          </button>
          <MeMenu />
        </div>
      </nav>
      <header className="head">
        {parent && (
          <span className="crumb">
            <Link href={parent.path}>{parent.title}</Link>
            <Icon of={IconChevronRight} size={14} />
          </span>
        )}
        <h1 className="num">{title}</h1>
        {fact && <span className="crumb no-s">{fact}</span>}
        <button type="button" className="find end" onClick={palette} aria-keyshortcuts="Control+K">
          <Icon of={IconSearch} />
          <span>{t('head.find')}</span>
          <span className="keys" aria-hidden="true">
            <kbd className="key">Ctrl</kbd>
            <kbd className="key">K</kbd>
          </span>
        </button>
        <WorkingTime />
        <span className="only-me">
          <MeMenu />
        </span>
      </header>
      <main id="main" className={`page ${className}`} tabIndex={0}>
        {downSince && (
          <div className="notice soon feed-down" role="status">
            <Icon of={IconCloudOff} />
            {t('head.feedDown', { at: timeOfDay(downSince) })}
          </div>
        )}
        <AskedOfMe />
        {children}
      </main>
      <nav className="tabbar" aria-label={t('nav.phone')}>
        <Links badges={badges} five />
      </nav>
    </div>
  );
}

/** Whether working time runs now. */
function WorkingTime() {
  const { t } = useTranslation();
  const { language } = useLabels();
  const { data } = useHours();
  const hours = data?.hours[0];
  if (!data || !hours) return <span className="hours" />;
  return (
    <span className="hours">
      {hours.open ? <span className="dot" /> : <Icon of={IconMoon} size={14} />}
      <span className="w">{t(hours.open ? 'head.open' : 'head.closed')}</span>
      <time dateTime={data.now}>{weekdayTime(data.now, language, hours.zone)}</time>
      {hours.opensAt && (
        <span className="w quiet">{t('head.opensAt', { at: weekdayTime(hours.opensAt, language, hours.zone) })}</span>
      )}
    </span>
  );
}
