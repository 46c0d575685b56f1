import {
  createContext,
  lazy,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFeed, type Change } from '../api/feed.js';
import type { ConversationRow } from '../api/talk-shapes.js';
import { alertMe } from './alert-me.js';
import { FullText } from './full-text.js';
import { nextRegion, useKeys } from './keys.js';
import { Toasts } from './toasts.js';

const Palette = lazy(() => import('./palette.js'));
const Shortcuts = lazy(() => import('./shortcuts.js'));
const OpenCase = lazy(() => import('../case/open-case.js'));

interface Shell {
  palette: () => void;
  sheet: () => void;
  openCase: () => void;
  downSince: Date | undefined;
}

const ShellContext = createContext<Shell | undefined>(undefined);

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('no shell around this');
  return shell;
}

const GO: Record<string, string> = {
  i: '/inbox',
  c: '/cases',
  a: '/approvals',
  p: '/promises',
  r: '/reports',
  s: '/admin/staff',
};

/** What is there on every page: the feed, the palette, the sheet of keys, notices. */
export function ShellProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'palette' | 'sheet' | 'open-case'>();
  const told = useRef(new Set<string>());

  const onChange = useCallback(
    ({ type, id, control }: Change) => {
      if (type !== 'conversation' || !id) return;
      if (control !== 'waiting') return void told.current.delete(id);
      if (told.current.has(id)) return;
      told.current.add(id);
      const known = queries.getQueryData<ConversationRow[]>(['talks', 'control=bot'])?.find((one) => one.id === id);
      alertMe(t('inbox.toast', { name: known?.name ?? t('inbox.nobody') }), () => go(`/conversations/${id}`));
    },
    [queries, t, go],
  );
  const downSince = useFeed(onChange);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen((now) => (now === 'palette' ? undefined : 'palette'));
      } else if (event.key === 'F6') {
        event.preventDefault();
        nextRegion();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  useKeys({
    '?': () => setOpen('sheet'),
    'shift+?': () => setOpen('sheet'),
    g: () => undefined,
    ...Object.fromEntries(Object.entries(GO).map(([key, path]) => [`g ${key}`, () => go(path)])),
  });

  const shell = useMemo(
    () => ({
      palette: () => setOpen('palette'),
      sheet: () => setOpen('sheet'),
      openCase: () => setOpen('open-case'),
      downSince,
    }),
    [downSince],
  );
  const close = () => setOpen(undefined);
  return (
    <ShellContext.Provider value={shell}>
      {children}
      <Toasts />
      <FullText />
      <Suspense>
        {open === 'palette' && <Palette onClose={close} />}
        {open === 'sheet' && <Shortcuts onClose={close} />}
        {open === 'open-case' && <OpenCase onClose={close} />}
      </Suspense>
    </ShellContext.Provider>
  );
}
