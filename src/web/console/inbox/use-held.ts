import { useEffect, useRef, useState } from 'react';

/** A pointer that rests for so long points at nothing. */
const RESTS_MS = 3000;

/**
 * A list that never re-sorts under the pointer: while that moves over it, rows keep their places and new ones wait. Answers
 * the rows to show, how many updates wait, and what to hang on the list. Another `list` is shown as it is.
 */
export function useHeld<T extends { id: string }>(rows: T[], list: string) {
  const [over, setOver] = useState(false);
  const held = useRef<string[]>(undefined);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const ids = rows.map(({ id }) => id);
  const before = useRef(list);
  if (!over || before.current !== list) held.current = ids;
  before.current = list;
  const places = held.current ?? ids;
  const known = new Map(rows.map((row) => [row.id, row]));
  const shown = places.flatMap((id) => known.get(id) ?? []);
  const leave = () => {
    clearTimeout(rest.current);
    setOver(false);
  };
  return {
    shown,
    waiting: over ? changes(places, ids) : 0,
    apply: leave,
    hold: {
      onPointerMove: ({ pointerType }: { pointerType: string }) => {
        if (pointerType !== 'mouse') return;
        clearTimeout(rest.current);
        rest.current = setTimeout(leave, RESTS_MS);
        setOver(true);
      },
      onPointerLeave: leave,
    },
  };
}

/** How many rows are new, or would stand elsewhere among those that stay. */
function changes(before: string[], after: string[]): number {
  const stay = before.filter((id) => after.includes(id));
  const kept = after.filter((id) => stay.includes(id));
  return after.length - kept.length + kept.filter((id, at) => stay[at] !== id).length;
}
