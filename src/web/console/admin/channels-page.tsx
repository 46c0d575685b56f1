import { useQuery } from '@tanstack/react-query';
import type { ChannelStanding } from '../api/channel-shapes.js';
import { get } from '../api/request.js';
import { Failed, Waiting } from '../frame/parts.js';
import { AdminFrame, useIsAdmin } from './admin-frame.js';
import { ChannelRow } from './channel-row.js';

interface Channels {
  channels: ChannelStanding[];
  notes: string[];
}

/** The channels that are on: how each does, what it can do, and a test of its account. */
export default function ChannelsPage() {
  const admin = useIsAdmin();
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
        {brokenFirst(data?.channels).map((channel) => (
          <ChannelRow key={channel.name} channel={channel} />
        ))}
      </ul>
    </AdminFrame>
  );
}

function brokenFirst(channels: ChannelStanding[] = []): ChannelStanding[] {
  return [...channels.filter(({ failing }) => failing), ...channels.filter(({ failing }) => !failing)];
}
