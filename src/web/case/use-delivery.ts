import { useRef } from 'preact/hooks';
import { newId } from '../shared/new-id.js';
import type { Given } from './status.js';

/** Gives the same answer the same id, so that trying again after a lost connection records it once. */
export function useDelivery(): (answer: Omit<Given, 'id'>) => Given {
  const last = useRef({ answer: '', id: '' });
  return (answer) => {
    const key = JSON.stringify(answer);
    if (last.current.answer !== key) last.current = { answer: key, id: newId() };
    return { ...answer, id: last.current.id };
  };
}
