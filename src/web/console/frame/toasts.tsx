import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from './keys.js';
import { Key } from './parts.js';

interface Undo {
  undo: () => void;
  /** As long as it can be taken back, by what the page knows; asked again whenever that changes. */
  stands?: () => boolean;
}

interface Toast extends Partial<Undo> {
  id: number;
  text: string;
}

const SHOWN_MS = 8000;
let toasts: Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

function set(next: Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener());
}

/** Says what was done, for eight seconds; with `undo` it can be taken back meanwhile, and goes when it no longer can. */
export function toast(text: string, undo?: Undo): void {
  const id = (count += 1);
  set([...toasts.slice(-2), { id, text, ...undo }]);
  setTimeout(() => set(toasts.filter((one) => one.id !== id)), SHOWN_MS);
}

export function Toasts() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  const queries = useQueryClient();
  useEffect(
    () =>
      queries.getQueryCache().subscribe(() => {
        if (!toasts.some(({ stands }) => stands && !stands())) return;
        // What the page knows may change while it is drawn; what is drawn of it waits until then.
        queueMicrotask(() => set(toasts.filter(({ stands }) => !stands || stands())));
      }),
    [queries],
  );
  const undo = (one: Toast) => {
    one.undo?.();
    set(toasts.filter(({ id }) => id !== one.id));
  };
  const last = shown.findLast((one) => one.undo);
  useKeys({ z: last && (() => undo(last)) });
  return (
    <div className="toasts" role="status">
      {shown.map((one) => (
        <div key={one.id} className={`toast ${one.undo ? 'undoable' : ''}`}>
          {one.text}
          {one.undo && (
            <button type="button" className="btn link" onClick={() => undo(one)} aria-keyshortcuts="z">
              {t('undo')}
              <Key>Z</Key>
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
