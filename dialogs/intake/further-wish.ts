import type { Heard } from '../listen.js';
import type { Turn } from '../turn.js';
import { isOnlyWish } from '../understanding/wishes.js';
import { setField } from './draft.js';
import { nothingTaken } from './facts.js';
import { goOn } from './go-on.js';

/** A wish beside the one that is known, and nothing else ("还要道歉"). */
export function isFurtherWish({ draft }: Turn, { text, choice, means }: Heard): boolean {
  const known = draft?.fields['outcome'];
  if (known === undefined || known.includes(text) || choice !== undefined || means.command !== undefined) return false;
  return means.corrections.length === 0 && isOnlyWish(text);
}

/** Both stand, each as it was said. */
export function addWish(turn: Turn, { text, event }: Heard): void {
  const known = turn.draft!.fields['outcome']!;
  setField(turn.draft!, 'outcome', `${known}${turn.language === 'en' ? '; ' : '；'}${text}`, event.id);
  goOn(turn, { ...nothingTaken(), noted: ['outcome'] });
}
