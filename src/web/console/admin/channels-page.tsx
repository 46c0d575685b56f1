import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../api/request.js';
import { Failed, Waiting } from '../frame/parts.js';
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
  }[];
  notes: string[];
}

/** The channels that are on, and what each can do. */
export default function ChannelsPage() {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const { data, error, refetch } = useQuery({
    queryKey: ['channels'],
    queryFn: () => get<Channels>('/channels'),
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
        {data?.channels.map(({ name, capabilities: can }) => (
          <li key={name}>
            <b>{t(`channel.${name}`, name)}</b>
            <span className="k">
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
