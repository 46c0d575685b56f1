import { firstThat, holds } from '../../src/domain/condition.js';

const facts = (path: string) =>
  ({ severity: 'major', sum: 300, kinds: ['refund', 'apology'], none: [] as string[] })[path];

describe('conditions of a playbook', () => {
  it.each([
    [{ severity: 'major' }, true],
    [{ severity: 'general' }, false],
    [{ severity: ['general', 'major'] }, true],
    [{ severity: { not: 'major' } }, false],
    [{ missing: { not: 'major' } }, true],
    [{ severity: { not: ['general'] } }, true],
    [{ sum: { over: 299 } }, true],
    [{ sum: { over: 300 } }, false],
    [{ sum: { atMost: 300 } }, true],
    [{ missing: { atMost: 300 } }, false],
    [{ sum: 300 }, true],
    [{ kinds: 'apology' }, true],
    [{ kinds: { not: 'apology' } }, false],
    [{ kinds: true }, true],
    [{ none: true }, false],
    [{ missing: false }, true],
    [{ severity: 'major', sum: { over: 1000 } }, false],
  ])('%j: %s', (condition, expected) => expect(holds(condition, facts)).toBe(expected));

  it('takes the first that holds; one without a condition always does', () => {
    const list = [{ id: 1, when: { severity: 'general' } }, { id: 2, when: { severity: 'major' } }, { id: 3 }];
    expect(firstThat(list, facts)?.id).toBe(2);
    expect(firstThat([list[0]!], facts)).toBeUndefined();
    expect(holds(undefined, facts)).toBe(true);
  });
});
