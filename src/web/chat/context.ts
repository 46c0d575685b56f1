import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Language } from '../shared/language.js';
import { now } from '../shared/now.js';
import type { ChatState } from './client/chat-state.js';
import type { Chat } from './client/chat.js';
import type { Words } from './words/words.js';

/** What every part of the chat page may need. */
export interface Talk {
  chat: Chat;
  state: ChatState;
  language: Language;
  words: Words;
  /** Puts the beginning of a message into the composer, for the customer to finish. */
  begin: (text: string) => void;
  /** Moves the keyboard's focus to the composer, where no on-screen keyboard would open for it. */
  focusComposer: () => void;
}

export const TalkContext = createContext<Talk | undefined>(undefined);

export function useTalk(): Talk {
  const talk = useContext(TalkContext);
  if (!talk) throw new Error('used outside the chat page');
  return talk;
}

export function useChatState(chat: Chat): ChatState {
  const [state, setState] = useState(chat.state);
  useEffect(() => {
    setState(chat.state);
    return chat.subscribe(() => setState(chat.state));
  }, [chat]);
  return state;
}

/** Whole seconds until an instant, counted down while it lies ahead; 0 without one. */
export function useSecondsUntil(instant: number | undefined): number {
  const left = () => Math.max(0, Math.ceil(((instant ?? 0) - now()) / 1000));
  const [, tick] = useState(0);
  useEffect(() => {
    if (instant === undefined) return undefined;
    const timer = setInterval(() => tick((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, [instant]);
  return left();
}
