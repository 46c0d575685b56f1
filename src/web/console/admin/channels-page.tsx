import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/request.js';
import { Failed, Icon, Waiting } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { AdminFrame, useIsAdmin } from './admin-frame.js';

interface Channels {
  channels: {
    name: string;
    capabilities: {
      push: boolean;
      pull: boolean;
      buttons: number;
      textLength: number;
      files: boolean;
      replyWindowHours?: number;
    };
    since: string;
    lastIn?: string;
    lastOut?: string;
    failing?: { at: string; because: string };
  }[];
  notes: string[];
}

/** The channels that are on, and what each can do. */
export default function ChannelsPage() {
  const { t } = useTranslation();
  const { language } = useLabels();
  const admin = useIsAdmin();
  const at = (value: string) => moment(value, language, new Date());
  const { data, error, refetch } = useQuery({
    queryKey: ['channels'],
    queryFn: () => get<Channels>('/channels'),
    refetchInterval: 15_000,
    enabled: admin,
  });
  return (
    <AdminFrame page="channels" adminOnly>
      {!data && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting />)}
      {data?.notes.map((note) => (
        <p key={note} className="notice soon">
          {note}
        </p>
      ))}
      <ul className="rows">
        {broken(data?.channels).map(({ name, capabilities: can, since, lastIn, lastOut, failing }) => (
          <li key={name}>
            <b>{t(`channel.${name}`, name)}</b>
            {failing ? (
              <span className="st late">
                <Icon of={IconAlertTriangle} size={14} />
                {t('pages.channels.failing', { at: at(failing.at), because: failing.because })}
              </span>
            ) : (
              <span className="st kept">
                <Icon of={IconCheck} size={14} />
                {t('pages.channels.fine')}
              </span>
            )}
            <span className="second">
              {[
                lastIn && t('pages.channels.lastIn', { at: at(lastIn) }),
                lastOut && t('pages.channels.lastOut', { at: at(lastOut) }),
                !lastIn && !lastOut && t('pages.channels.nothing', { at: at(since) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className="k full">
              {[
                can.push && t('admin.push'),
                can.pull && t('admin.pull'),
                can.buttons > 0 && t('admin.buttons', { count: can.buttons }),
                can.files && t('admin.files'),
                t('admin.length', { count: can.textLength }),
                can.replyWindowHours && t('admin.window', { count: can.replyWindowHours }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </AdminFrame>
  );
}

/** What is broken comes first. */
function broken(channels: Channels['channels'] = []): Channels['channels'] {
  return [...channels.filter(({ failing }) => failing), ...channels.filter(({ failing }) => !failing)];
}
