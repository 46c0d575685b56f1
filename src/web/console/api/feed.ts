import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { refreshCases } from './case-lists.js';
import { API, get } from './request.js';
import type { Present, Talk } from './talk-shapes.js';

const AGAIN_MS = 3000;
const POLL_MS = 10_000;
/** Lists are read again at most so often, however much happens. */
const GATHER_MS = 400;
/** So many cases are read one by one; when more change, their lists are read anew. */
const MANY = 50;

export interface Change {
  /** `reset`: too much happened to tell one by one. */
  type: 'case' | 'conversation' | 'presence' | 'notification' | 'reset';
  number?: string;
  id?: string;
  control?: string;
  people?: Present[];
}

/**
 * Keeps everything shown up to date: by the live feed, by asking again while that is down; it goes on from the last event,
 * so that nothing is missed. Answers since when it is down.
 */
export function useFeed(onChange: (change: Change) => void): Date | undefined {
  const queries = useQueryClient();
  const [downSince, setDownSince] = useState<Date>();
  useEffect(() => {
    const gather = gathered(queries);
    let source: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let down = false;
    let last = '';
    const open = () => {
      source?.close();
      source = new EventSource(`${API}/feed${last && `?after=${last}`}`);
      source.onopen = () => {
        setDownSince(undefined);
        if (down && !last) void queries.invalidateQueries(); // there is no place to go on from
        down = false;
      };
      const passed = ({ lastEventId }: MessageEvent) => (last = lastEventId || last);
      source.addEventListener('place', passed);
      source.onmessage = (event: MessageEvent<string>) => {
        passed(event);
        const change = JSON.parse(event.data) as Change;
        gather(change);
        onChange(change);
      };
      source.onerror = dropped;
    };
    const dropped = () => {
      down = true;
      setDownSince((since) => since ?? new Date());
      source?.close();
      clearTimeout(again);
      again = setTimeout(retry, AGAIN_MS);
    };
    const retry = () => {
      clearTimeout(again);
      // Says whether one is signed in still, which an event source cannot.
      const ask = () => get('/notifications?limit=1').catch(() => undefined);
      void ask().then(() => source && open());
    };
    const found = () => down && retry();
    open();
    // The browser knows that the network is gone before the stream does.
    window.addEventListener('offline', dropped);
    window.addEventListener('online', found);
    const poll = setInterval(() => down && void queries.invalidateQueries(), POLL_MS);
    return () => {
      window.removeEventListener('offline', dropped);
      window.removeEventListener('online', found);
      source?.close();
      source = undefined;
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
  const cases = new Set<string>();
  const later = (...keys: string[]) => {
    keys.forEach((key) => lists.add(key));
    waiting ??= setTimeout(() => {
      waiting = undefined;
      for (const key of lists) void queries.invalidateQueries({ queryKey: [key] });
      lists.clear();
      if (cases.size > MANY) void queries.invalidateQueries({ queryKey: ['cases'] });
      else if (cases.size > 0) void refreshCases(queries, [...cases]);
      cases.clear();
    }, GATHER_MS);
  };
  return ({ type, number, id, people }) => {
    if (type === 'case') {
      void queries.invalidateQueries({ queryKey: ['case', number] });
      if (number) cases.add(number);
      later('approvals', 'obligations');
    } else if (type === 'conversation') {
      void queries.invalidateQueries({ queryKey: ['talk', id] });
      later('talks');
    } else if (type === 'presence') {
      queries.setQueryData<Talk>(['talk', id], (talk) => talk && { ...talk, present: people });
    } else if (type === 'reset') void queries.invalidateQueries();
    else later('notifications');
  };
}
