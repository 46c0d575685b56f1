import { drawSample } from '../../src/domain/sample.js';

const ids = Array.from({ length: 95 }, (_, n) => `case-${n}`);

describe('a sample drawn by chance', () => {
  it('is that part of them, at least one, and the same for the same seed', () => {
    expect(drawSample(ids, 10, '2026-03')).toHaveLength(10);
    expect(drawSample(ids.slice(0, 3), 10, '2026-03')).toHaveLength(1);
    expect(drawSample([], 10, '2026-03')).toEqual([]);
    expect(drawSample(ids, 10, '2026-03')).toEqual(drawSample([...ids].reverse(), 10, '2026-03'));
    expect(drawSample(ids, 10, '2026-03')).not.toEqual(drawSample(ids, 10, '2026-04'));
  });

  it('favours none: every case is drawn about as often as another', () => {
    const times = new Map(ids.map((id) => [id, 0]));
    for (let month = 0; month < 400; month++) {
      for (const id of drawSample(ids, 10, `seed ${month}`)) times.set(id, times.get(id)! + 1);
    }
    const counts = [...times.values()];
    expect(Math.min(...counts)).toBeGreaterThan(15);
    expect(Math.max(...counts)).toBeLessThan(75);
  });
});
