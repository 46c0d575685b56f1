import {
  IconBrandTelegram,
  IconBrandWechat,
  IconBrandWhatsapp,
  IconFlag,
  IconMessageCircle,
  IconWorldWww,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useTalks } from '../api/queries.js';
import { useMe } from '../api/session.js';
import type { ConversationRow } from '../api/talk-shapes.js';
import { useKeys } from '../frame/keys.js';
import { Icon, type IconType } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { span, timeOfDay } from '../words/times.js';
import { useHeld } from './use-held.js';

export const CHANNEL_ICONS: Record<string, IconType> = {
  web: IconWorldWww,
  telegram: IconBrandTelegram,
  wechat: IconBrandWechat,
  whatsapp: IconBrandWhatsapp,
};

type Scope = 'todo' | 'team' | 'bot';

/** The conversations of one scope; those that wait first, urgent ones and long waits on top. */
export function TalkList({ current }: { current?: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const [, go] = useLocation();
  const [scope, setScope] = useState<Scope>('todo');
  const { data: waiting = [] } = useTalks('control=waiting');
  const { data: agents = [] } = useTalks('control=agent');
  const { data: bots = [] } = useTalks('control=bot');
  const mine = agents.filter(({ agent }) => agent === me.name);
  const team = agents.filter(({ agent }) => agent !== me.name);
  const scopes: Record<Scope, ConversationRow[]> = { todo: [...waiting, ...mine], team, bot: bots };
  const rows = scopes[scope];
  const home = (Object.keys(scopes) as Scope[]).find((one) => scopes[one].some(({ id }) => id === current));
  // Whatever is opened is seen in its list; from then on the list is as one chooses it.
  const followed = useRef<string>(undefined);
  useEffect(() => {
    if (!home || followed.current === current) return;
    followed.current = current;
    setScope(home);
  }, [home, current]);
  const { shown, waiting: updates, apply, hold } = useHeld(rows, scope);
  const isWaiting = ({ control }: ConversationRow) => control === 'waiting';
  const move = (step: number) => {
    const at = shown.findIndex(({ id }) => id === current);
    const next = shown[at < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, at + step))];
    if (next) go(`/conversations/${encodeURIComponent(next.id)}`);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    enter: current ? undefined : () => move(0),
    escape: () => go('/inbox'),
  });
  const counts = { todo: waiting.length + mine.length, team: team.length, bot: bots.length };
  return (
    <section className="list" aria-label={t('inbox.list')} data-region tabIndex={-1} {...hold}>
      <WaitingCount count={waiting.length} />
      <div className="tabs">
        <div className="seg" role="group" aria-label={t('inbox.scope')}>
          {(Object.keys(counts) as Scope[]).map((one) => (
            <button key={one} type="button" aria-pressed={scope === one} onClick={() => setScope(one)}>
              {t(`inbox.${one}`)} {counts[one]}
            </button>
          ))}
        </div>
      </div>
      {updates > 0 && (
        <button type="button" className="btn updates" onClick={apply}>
          {t('inbox.updates', { count: updates })}
        </button>
      )}
      {scope === 'todo' && (
        <>
          <Group
            title={t('inbox.waiting')}
            note={t('inbox.order')}
            rows={shown.filter(isWaiting)}
            current={current}
            empty={t('inbox.none')}
          />
          <Group
            title={t('inbox.mine')}
            rows={shown.filter((row) => !isWaiting(row))}
            current={current}
            empty={t('inbox.noneMine')}
          />
        </>
      )}
      {scope === 'team' && (
        <Group title={t('inbox.teams')} rows={shown} current={current} empty={t('inbox.noneHere')} />
      )}
      {scope === 'bot' && <Group title={t('inbox.bots')} rows={shown} current={current} empty={t('inbox.noneHere')} />}
    </section>
  );
}

interface GroupProps {
  title: string;
  note?: string;
  rows: ConversationRow[];
  current?: string;
  empty: string;
}

function Group({ title, note, rows, current, empty }: GroupProps) {
  return (
    <>
      <h2>
        {title} {rows.length}
        {note && <span className="end">{note}</span>}
      </h2>
      {rows.length === 0 && <p className="k list-empty">{empty}</p>}
      {rows.map((row) => (
        <Row key={row.id} row={row} current={row.id === current} />
      ))}
    </>
  );
}

const SAY_MS = 10_000;

/** How many wait, for those who do not see it: politely, and not more than every ten seconds. */
function WaitingCount({ count }: { count: number }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState(count);
  const at = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, at.current + SAY_MS - Date.now());
    const timer = setTimeout(() => {
      at.current = Date.now();
      setSaid(count);
    }, wait);
    return () => clearTimeout(timer);
  }, [count]);
  return (
    <p className="vh" role="status">
      {t('inbox.waiting')} {said}
    </p>
  );
}

const LONG_MS = 10 * 60_000;

function Row({ row, current }: { row: ConversationRow; current: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const labels = useLabels();
  const waits = row.control === 'waiting';
  const waited = Date.now() - Date.parse(row.since ?? row.createdAt);
  const last = row.heardFromAt ?? row.createdAt;
  return (
    <Link
      className={`entry ${waits ? 'new' : ''}`}
      href={`/conversations/${encodeURIComponent(row.id)}`}
      aria-current={current ? 'true' : undefined}
    >
      <Icon of={CHANNEL_ICONS[row.channel] ?? IconMessageCircle} size={16} />
      <b>{row.name ?? t('inbox.nobody')}</b>
      <span className="t">
        {waits ? (
          <span className={waited > LONG_MS ? 'st bare soon' : ''}>{t('inbox.waited', { span: span(waited, t) })}</span>
        ) : (
          <time dateTime={last}>{timeOfDay(last)}</time>
        )}
      </span>
      <span className="x">
        {row.urgent && (
          <span className="st major">
            <Icon of={IconFlag} size={14} />
            {t('inbox.urgent')}
          </span>
        )}
        {row.control === 'agent' && row.agent !== me.name && <span className="st">{labels.who(row.agent)}</span>}
        <span lang={row.language}>
          {row.lastBy === me.name && t('inbox.you')}
          {row.last || (row.lastFile && t('inbox.file', { name: row.lastFile }))}
        </span>
      </span>
    </Link>
  );
}
