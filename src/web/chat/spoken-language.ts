import { useEffect, useRef } from 'preact/hooks';
import { nearestLanguage, type Language } from '../shared/language.js';
import type { ChatMessage } from './client/contract.js';

/**
 * Calls back when the assistant goes over to another language, as it does when the customer asks it to or writes in it.
 * `opening` is the language in which a conversation begins; none for one taken up again, whose last words only tell where it stands.
 */
export function useSpokenLanguage(
  messages: ChatMessage[],
  opening: Language | undefined,
  onLanguage: (language: Language) => void,
): void {
  const spoken = nearestLanguage(messages.findLast(({ from, language }) => from === 'bot' && language)?.language);
  const before = useRef(opening);
  useEffect(() => {
    if (!spoken) return;
    const turned = before.current !== undefined && before.current !== spoken;
    before.current = spoken;
    if (turned) onLanguage(spoken);
  }, [spoken]);
}
