import type { Stores } from '../../src/domain/ports.js';
import { RedressError } from '../../src/errors.js';
import { books, COURSE, SETTLE_MS } from '../support/fault-course.js';
import { TestDesk } from '../support/test-desk.js';

/** The calls of a desk to its stores, every n-th of which finds the storage away. */
class Failing {
  every = Infinity;
  calls = 0;
  failed = 0;

  between = (stores: Stores): Stores =>
    Object.fromEntries(
      Object.entries(stores).map(([room, store]) => [
        room,
        typeof store === 'function' ? store : Object.fromEntries(Object.entries(store as object).map(this.#failing)),
      ]),
    ) as unknown as Stores;

  #failing = ([name, method]: [string, unknown]): [string, unknown] => {
    if (typeof method !== 'function') return [name, method];
    const call = async (...args: unknown[]): Promise<unknown> => {
      this.calls += 1;
      if (this.calls % this.every !== 0 || this.failed >= MOST)
        return (method as (...args: unknown[]) => unknown)(...args);
      this.failed += 1;
      throw new RedressError('UNAVAILABLE');
    };
    return [name, call];
  };
}

const TRIES = 4;
/** The storage is away for minutes, not for the hours after which a promise would move to the next day. */
const MOST = 25;
const EVERY = process.env.SOAK ? Array.from({ length: 39 }, (_, n) => n + 2) : [2, 3, 7, 12];

/** As a vendor or a client does: the same again until it is acknowledged. */
async function insist(act: () => Promise<void>): Promise<boolean> {
  for (let n = 0; n < TRIES; n += 1) {
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof RedressError) && !/UNAVAILABLE|cannot store/.test(String(error))) throw error;
    }
  }
  return false;
}

/** What was delayed happened a minute later: that is all that may differ. */
function untimed(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, one: unknown) => (/^(startedAt|dueAt|at|stoppedAt)$/.test(key) ? 'then' : one)),
  );
}

test('a storage that fails every nth call, at every n in turn, delays but loses and doubles nothing', async () => {
  let [failed, courses] = [0, 0];
  let before = await new TestDesk('travel').open();
  await before.hire('li', ['service']);
  await before.hire('sun', ['department-head']);
  await before.app.stop();
  for (const [name, act] of COURSE) {
    const undisturbed = await before.copy({}).open();
    await act(undisturbed);
    const settled = new Date(undisturbed.now.getTime() + SETTLE_MS);
    await undisturbed.app.runUntil(settled);
    const expected = await books(undisturbed);
    await undisturbed.app.stop();
    for (const every of EVERY) {
      const failing = new Failing();
      const desk = await before.copy({ between: failing.between }).open();
      failing.every = every;
      const done = await insist(() => act(desk));
      await desk.app.idle();
      failing.every = Infinity;
      if (!done) await act(desk);
      await desk.app.idle();
      await desk.app.runUntil(settled);
      const at = `${name}, every call number ${every} fails`;
      expect({ at, books: untimed(await books(desk)) }).toEqual({ at, books: untimed(expected) });
      failed += failing.failed;
      courses += 1;
      await desk.close();
    }
    await before.close();
    before = undisturbed;
  }
  await before.close();
  expect(failed).toBeGreaterThan(courses);
  console.log(`${courses} turns and operations, ${failed} failed calls: lost 0, doubled 0`);
}, 600_000);
