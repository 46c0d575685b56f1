import { IconUsers } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useTalks } from '../api/queries.js';
import { perform } from '../api/request.js';
import { useMe } from '../api/session.js';
import type { ConversationRow } from '../api/talk-shapes.js';
import { useLabels } from '../words/labels.js';
import { alertMe } from './alert-me.js';
import { Icon } from './parts.js';
import { toast } from './toasts.js';

/** On every page: who would have a conversation of mine, to hand over or to keep. */
export function AskedOfMe() {
  const me = useMe();
  const { data: talks = [] } = useTalks('control=agent');
  const mine = talks.filter(({ agent, asked }) => agent === me.name && asked);
  return mine.flatMap((talk) =>
    talk.asked!.map(({ by, reason }) => <Asked key={`${talk.id}/${by}`} talk={talk} by={by} reason={reason} />),
  );
}

function Asked({ talk, by, reason }: { talk: ConversationRow; by: string; reason?: string }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const queries = useQueryClient();
  const [location, go] = useLocation();
  const path = `/conversations/${encodeURIComponent(talk.id)}`;
  const name = labels.who(by);
  const words = t('asked.asks', { name, customer: talk.name ?? t('inbox.nobody') });
  const told = useRef(false);
  useEffect(() => {
    if (told.current) return;
    told.current = true;
    alertMe(words, () => go(path));
  }, [words, go, path]);
  const act = async (verb: string, args: object, done: string) => {
    await perform(`${path}/operations/${verb}`, args).then(
      () => toast(done),
      () => undefined, // somebody was quicker: what stands is read again
    );
    void queries.invalidateQueries({ queryKey: ['talks'] });
    void queries.invalidateQueries({ queryKey: ['talk', talk.id] });
  };
  return (
    <div className="notice info asked" role="alert">
      <Icon of={IconUsers} />
      <span className="grow">
        {words}
        {reason && <span className="k"> {t('asked.because', { reason })}</span>}
      </span>
      <span className="inline">
        {location !== path && (
          <Link className="btn plain" href={path}>
            {t('asked.open')}
          </Link>
        )}
        <button
          type="button"
          className="btn"
          onClick={() => void act('transfer', { to: by }, t('asked.handedOver', { name }))}
        >
          {t('asked.handOver')}
        </button>
        <button type="button" className="btn" onClick={() => void act('keep', {}, t('asked.kept', { name }))}>
          {t('asked.keep')}
        </button>
      </span>
    </div>
  );
}
