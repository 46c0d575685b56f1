import { keep } from '../../shared/browser-keep.js';
import type { Attached } from '../api/talk-shapes.js';

export type Mode = 'reply' | 'note';

const keyOf = (who: string, talk: string, what: string) => `redress.desk.draft.${who}.${talk}.${what}`;

/** What somebody wrote and did not send: outlives reloading, signing out and a session that ends. */
export function draftsOf(who: string, talk: string) {
  const put = (what: string, value: string) =>
    value ? keep.set(keyOf(who, talk, what), value) : keep.remove(keyOf(who, talk, what));
  return {
    text: (mode: Mode): string => keep.get(keyOf(who, talk, mode)) ?? '',
    write: (mode: Mode, text: string) => put(mode, text),
    files: (): Attached[] => {
      try {
        return JSON.parse(keep.get(keyOf(who, talk, 'files')) ?? '[]') as Attached[];
      } catch {
        return [];
      }
    },
    attach: (files: Attached[]) => put('files', files.length > 0 ? JSON.stringify(files) : ''),
    /** That reply needs no keeping any more, unless another was begun meanwhile. */
    done({ text, files }: { text: string; files: Attached[] }): void {
      if ((keep.get(keyOf(who, talk, 'reply')) ?? '').trim() === text) put('reply', '');
      if ((keep.get(keyOf(who, talk, 'files')) ?? '[]') === JSON.stringify(files)) put('files', '');
    },
  };
}
