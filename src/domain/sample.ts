import { createHash } from 'node:crypto';

/** A part of the ids in percent, at least one, drawn by chance from a stated seed: the same seed draws the same ones. */
export function drawSample(ids: string[], percent: number, seed: string): string[] {
  if (ids.length === 0 || percent <= 0) return [];
  const count = Math.max(1, Math.round((ids.length * percent) / 100));
  const lot = (id: string) => createHash('sha256').update(`${seed}\n${id}`).digest('hex');
  return [...new Set(ids)].sort((a, b) => (lot(a) < lot(b) ? -1 : 1)).slice(0, count);
}
