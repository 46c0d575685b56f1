import { useEffect, useRef } from 'react';
import { keep } from '../../shared/browser-keep.js';

/** What single keys do here; `shift+a` with Shift, `g i` one after the other. */
export type KeyMap = Record<string, (() => void) | undefined>;

const layers: { current: KeyMap }[] = [];
const OFF = 'redress.desk.single-keys';
const FOLLOW_MS = 1200;
let before: { key: string; at: number } | undefined;
let inDialog = false;

export const singleKeysOn = () => keep.get(OFF) !== 'off';
export const setSingleKeys = (on: boolean) => (on ? keep.remove(OFF) : keep.set(OFF, 'off'));

function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return Boolean(element?.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]'));
}

/** Before the dialog itself hears of the key: one that closes it is not the page's as well. */
function beforeDialogs(): void {
  inDialog = document.querySelector('[role=dialog]') !== null;
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target) || !singleKeysOn() || inDialog) return;
  const bare = event.key.toLowerCase();
  const key = event.shiftKey && /^[a-z]$/.test(bare) ? `shift+${bare}` : bare;
  const follows = before && event.timeStamp - before.at < FOLLOW_MS ? `${before.key} ${key}` : undefined;
  before = { key, at: event.timeStamp };
  // Enter and Space belong to the button that has the focus.
  if (key === 'enter' && (event.target as HTMLElement | null)?.closest?.('a, button, summary')) return;
  for (const layer of [...layers].reverse()) {
    const act = (follows && layer.current[follows]) || (follows?.startsWith('g ') ? undefined : layer.current[key]);
    if (!act) continue;
    event.preventDefault();
    if (key !== 'g') before = undefined;
    act();
    return;
  }
}

/** Single keys of a page, outside inputs and dialogs; the innermost component wins. */
export function useKeys(map: KeyMap): void {
  const layer = useRef(map);
  layer.current = map;
  useEffect(() => {
    if (layers.length === 0) {
      window.addEventListener('keydown', beforeDialogs, true);
      document.addEventListener('keydown', onKey);
    }
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length > 0) return;
      window.removeEventListener('keydown', beforeDialogs, true);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}

/** F6 goes from column to column. */
export function nextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((one) => one.offsetParent);
  const here = regions.findIndex((one) => one.contains(document.activeElement));
  const next = regions[(here + 1) % regions.length];
  next?.focus();
}
