import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import type { Language } from '../shared/language.js';
import type { DeskApi, Person, Result } from './api.js';
import type { Operation } from './shapes.js';
import type { DeskWords } from './words/words.js';

export interface Desk {
  api: DeskApi;
  person: Person;
  operations: Operation[];
  language: Language;
  words: DeskWords;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('used outside the desk');
  return desk;
}

const POLL_MS = 3000;

export interface Polled<T> {
  result: Result<T> | undefined;
  refresh: () => Promise<void>;
  /** Puts in what an operation answered, without waiting for the next look. */
  put: (value: T, etag: string | undefined) => void;
}

/** What an address of the API tells now, looked at again every 3 s while the page is seen. */
export function usePolled<T>(path: string): Polled<T> {
  const { api } = useDesk();
  const [held, setHeld] = useState<{ path: string; result: Result<T> }>();
  const refresh = useCallback(async () => {
    const result = await api.get<T>(path);
    // A lost connection leaves what was read before.
    setHeld((now) => (!result.ok && result.problem.status === 0 && now?.path === path ? now : { path, result }));
  }, [api, path]);
  useEffect(() => {
    void refresh();
    const timer = setInterval(() => {
      if (!document.hidden) void refresh();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  const put = useCallback(
    (value: T, etag: string | undefined) => setHeld({ path, result: { ok: true, value, etag } }),
    [path],
  );
  return { result: held?.path === path ? held.result : undefined, refresh, put };
}
