import type { Kept } from '../api/report-shapes.js';

export const sumOf = (weeks: Kept[]): Kept =>
  weeks.reduce((sum, { kept, missed }) => ({ kept: sum.kept + kept, missed: sum.missed + missed }), {
    kept: 0,
    missed: 0,
  });

/** Percent kept; undefined where nothing was due. */
export const shareOf = ({ kept, missed }: Kept): number | undefined =>
  kept + missed === 0 ? undefined : (100 * kept) / (kept + missed);

/** For how many weeks running, up to the last one, the share has fallen. */
export function fallingWeeks(weeks: Kept[]): number {
  const shares = weeks.map(shareOf).filter((one) => one !== undefined);
  let count = 0;
  while (count < shares.length - 1 && shares.at(-1 - count)! < shares.at(-2 - count)!) count += 1;
  return count;
}
