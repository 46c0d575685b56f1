import { useEffect, useState } from 'preact/hooks';
import type { ChatMessage } from './client/contract.js';

const framed = window.parent !== window;

/** Tells the page around an embedded chat; it learns a number or a wish, never words of the conversation. */
export function tellHost(message: { redress: 'unread'; count: number } | { redress: 'close' }): void {
  if (framed) window.parent.postMessage(message, '*');
}

/** Counts what came while nobody looked: in the title, and on the launcher of the page around. */
export function useUnread(messages: ChatMessage[], title: string): void {
  const [looked, setLooked] = useState({ at: messages.length, now: !document.hidden });
  const heard = messages.length;
  useEffect(() => {
    const look = (now: boolean) => setLooked({ at: heard, now });
    const onVisibility = () => look(!document.hidden);
    const onHost = (event: MessageEvent<{ redress?: string } | null>) => {
      if (event.source !== window.parent) return;
      if (event.data?.redress === 'shown' || event.data?.redress === 'hidden') look(event.data.redress === 'shown');
    };
    document.addEventListener('visibilitychange', onVisibility);
    addEventListener('message', onHost);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      removeEventListener('message', onHost);
    };
  }, [heard]);
  const count = looked.now ? 0 : messages.slice(looked.at).filter(({ from }) => from !== 'customer').length;
  useEffect(() => {
    document.title = count > 0 ? `(${count}) ${title}` : title;
    tellHost({ redress: 'unread', count });
  }, [count, title]);
}
