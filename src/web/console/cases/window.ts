import { useEffect, useState, type RefObject } from 'react';

const BEYOND = 6;

/** Which rows of a long list are near the sight; all others are empty space of their height. */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  count: number,
  height: number,
): { from: number; to: number } {
  const [sight, setSight] = useState({ top: 0, tall: 800 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setSight({ top: element.scrollTop, tall: element.clientHeight }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [box]);
  const from = Math.max(0, Math.floor(sight.top / height) - BEYOND);
  return { from, to: Math.min(count, Math.ceil((sight.top + sight.tall) / height) + BEYOND) };
}
