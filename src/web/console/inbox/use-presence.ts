import { useCallback, useEffect, useRef } from 'react';
import { request } from '../api/request.js';

const BEAT_MS = 10_000;
const PAUSE_MS = 4000;

/** Tells colleagues that one looks at a conversation; what it answers, called at each key, that one writes in it. */
export function usePresence(id: string): () => void {
  const typing = useRef(false);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const tell = useCallback(
    (here: boolean) => {
      const body = { here, typing: here && typing.current };
      // Nothing hangs on it: the next one says the same.
      void request('POST', `/conversations/${encodeURIComponent(id)}/presence`, { body, keepalive: !here }).catch(
        () => undefined,
      );
    },
    [id],
  );

  useEffect(() => {
    const look = () => tell(!document.hidden);
    look();
    const beat = setInterval(() => !document.hidden && tell(true), BEAT_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(beat);
      clearTimeout(pause.current);
      document.removeEventListener('visibilitychange', look);
      typing.current = false;
      tell(false);
    };
  }, [tell]);

  return useCallback(() => {
    clearTimeout(pause.current);
    const set = (next: boolean) => {
      if (typing.current === next) return;
      typing.current = next;
      tell(true);
    };
    set(true);
    pause.current = setTimeout(() => set(false), PAUSE_MS);
  }, [tell]);
}
