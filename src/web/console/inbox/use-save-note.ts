import { useTranslation } from 'react-i18next';
import type { FullCase } from '../api/case-shapes.js';
import type { Talk } from '../api/talk-shapes.js';
import { usePerform } from '../case/use-perform.js';
import { toast } from '../frame/toasts.js';
import type { TalkActs } from './use-talk-acts.js';

/** Saves a note: on the case where there is one, whose record it joins for good; else in the conversation, with a way back. */
export function useSaveNote(talk: Talk, of: FullCase | undefined, acts: TalkActs): (text: string) => Promise<boolean> {
  const { t } = useTranslation();
  const perform = usePerform(of?.number ?? '');
  return async (text) => {
    if (of) {
      try {
        await perform('add-note', { text });
      } catch {
        return false;
      }
      toast(t('talk.noteSaved'));
      return true;
    }
    const known = new Set(talk.notes.map(({ id }) => id));
    const after = await acts.note(text);
    if (!after) return false;
    const mine = after.notes.find(({ id }) => !known.has(id));
    toast(t('talk.noteSaved'), mine && { undo: () => void acts.retractNote(mine.id) });
    return true;
  };
}
