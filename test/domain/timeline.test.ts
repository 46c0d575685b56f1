import { appendEntry, erased, firstBroken } from '../../src/domain/timeline.js';
import type { TimelineEntry } from '../../src/domain/case.js';

const at = new Date('2026-03-02T01:00:00Z');

function chain(): TimelineEntry[] {
  let timeline: TimelineEntry[] = [];
  for (const [n, text] of ['first', 'second', 'third'].entries()) {
    timeline = appendEntry(
      timeline,
      { at, by: 'li', what: 'add-note', detail: { text, skip: undefined }, cause: `c${n}` },
      `s${n}`,
    );
  }
  return timeline;
}

describe('the record of a case', () => {
  it('stands as it was written, also after a store dropped what was undefined', () => {
    expect(firstBroken(chain())).toBeUndefined();
    const stored = JSON.parse(JSON.stringify(chain())) as TimelineEntry[];
    expect(firstBroken(stored.map((entry) => ({ ...entry, at: new Date(entry.at) })))).toBeUndefined();
  });

  it.each<[string, Partial<TimelineEntry>]>([
    ['its text', { detail: { text: 'forged' } }],
    ['its author', { by: 'wang' }],
    ['its time', { at: new Date('2026-03-02T02:00:00Z') }],
    ['what it says was done', { what: 'approve' }],
  ])('shows an entry of which somebody changed %s', (_what, change) => {
    const timeline = chain();
    timeline[1] = { ...timeline[1]!, ...change };
    expect(firstBroken(timeline)).toBe(1);
  });

  it('shows an entry taken out', () => {
    const timeline = chain();
    timeline.splice(1, 1);
    expect(firstBroken(timeline)).toBe(1);
  });

  it('still verifies when personal text was erased', () => {
    const timeline = chain();
    timeline[1] = erased(timeline[1]!);
    expect(timeline[1].detail).toEqual({});
    expect(firstBroken(timeline)).toBeUndefined();
  });
});
