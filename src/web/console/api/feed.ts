import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { API, get } from './request.js';

const AGAIN_MS = 3000;
const POLL_MS = 10_000;
/** Lists are read again at most so often, however much happens. */
const GATHER_MS = 400;

export interface Change {
  type: 'case' | 'conversation' | 'notification';
  number?: string;
  id?: string;
  control?: string;
}

/** Keeps everything shown up to date: by the live feed, by asking again while that is down. Answers since when it is down. */
export function useFeed(onChange: (change: Change) => void): Date | undefined {
  const queries = useQueryClient();
  const [downSince, setDownSince] = useState<Date>();
  useEffect(() => {
    const gather = gathered(queries);
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let missed = false;
    const open = () => {
      source = new EventSource(`${API}/feed`);
      source.onopen = () => {
        setDownSince(undefined);
        if (missed) void queries.invalidateQueries(); // what happened meanwhile was not told
        missed = false;
      };
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const change = JSON.parse(data) as Change;
        gather(change);
        onChange(change);
      };
      source.onerror = () => {
        missed = true;
        setDownSince((since) => since ?? new Date());
        source?.close();
        again = setTimeout(
          () =>
            void get('/notifications?limit=1')
              .catch(() => undefined)
              .then(open),
          AGAIN_MS,
        );
      };
    };
    open();
    const poll = setInterval(() => missed && void queries.invalidateQueries(), POLL_MS);
    return () => {
      source?.close();
      clearTimeout(again);
      clearInterval(poll);
    };
  }, [queries, onChange]);
  return downSince;
}

/** Reads again what a change touches: the thing itself at once, lists a little later and once for many changes. */
function gathered(queries: QueryClient): (change: Change) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const lists = new Set<string>();
  const later = (...keys: string[]) => {
    keys.forEach((key) => lists.add(key));
    waiting ??= setTimeout(() => {
      waiting = undefined;
      for (const key of lists) void queries.invalidateQueries({ queryKey: [key] });
      lists.clear();
    }, GATHER_MS);
  };
  return (change) => {
    if (change.type === 'case') {
      void queries.invalidateQueries({ queryKey: ['case', change.number] });
      later('cases', 'approvals', 'obligations');
    } else if (change.type === 'conversation') {
      void queries.invalidateQueries({ queryKey: ['talk', change.id] });
      later('talks');
    } else later('notifications');
  };
}
