import { useCallback, useEffect, useMemo, useRef } from 'react';
import { now } from '../../shared/now.js';
import { request } from '../api/request.js';

const BEAT_MS = 10_000;
/** While one goes on writing it is told again, so that a browser which died does not write for ever. */
const WRITING_BEAT_MS = 4000;
const PAUSE_MS = 4000;

/** That one writes to the customer. */
export interface Writing {
  /** At each key. */
  goesOn: () => void;
  /** It was sent, or taken away. */
  ends: () => void;
}

/** Tells colleagues that one looks at a conversation; by what it answers them, and the customer, that one writes in it. */
export function usePresence(id: string): Writing {
  const typing = useRef(false);
  const toldAt = useRef(0);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const tell = useCallback(
    (here: boolean) => {
      const body = { here, typing: here && typing.current };
      toldAt.current = now();
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

  return useMemo(() => {
    const ends = () => {
      clearTimeout(pause.current);
      if (!typing.current) return;
      typing.current = false;
      tell(true);
    };
    return {
      ends,
      goesOn() {
        clearTimeout(pause.current);
        pause.current = setTimeout(ends, PAUSE_MS);
        if (typing.current && now() - toldAt.current < WRITING_BEAT_MS) return;
        typing.current = true;
        tell(true);
      },
    };
  }, [tell]);
}
