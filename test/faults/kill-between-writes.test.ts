import { books, COURSE, SETTLE_MS, type Act } from '../support/fault-course.js';
import { TestDesk } from '../support/test-desk.js';
import { Killer } from '../support/killed-stores.js';

/** All of them when soaking; else a sample that still meets every kind of turn. */
const EVERY = process.env.SOAK ? 1 : 4;

/** The process dies; another one starts on what is stored, and what was not acknowledged comes again. */
async function startAgain(desk: TestDesk, act: Act): Promise<void> {
  await desk.app.stop().catch(() => undefined);
  await desk.open();
  await desk.app.idle();
  await act(desk);
}

test('a process killed between any two writes of any kind of turn loses nothing and does nothing twice', async () => {
  const lines: string[] = [];
  let [kills, turn] = [0, 0];
  let before = await new TestDesk('travel').open();
  await before.hire('li', ['service']);
  await before.hire('sun', ['department-head']);
  await before.app.stop();

  for (const [name, act] of COURSE) {
    const counter = new Killer();
    const undisturbed = await before.copy({ between: counter.between }).open();
    counter.arm();
    await act(undisturbed);
    const writes = [...counter.writes];
    const settled = new Date(undisturbed.now.getTime() + SETTLE_MS);
    await undisturbed.app.runUntil(settled);
    const expected = await books(undisturbed);
    await undisturbed.app.stop();

    for (const [n, write] of writes.entries()) {
      if ((turn += 1) % EVERY !== 0) continue;
      const killer = new Killer();
      const desk = await before.copy({ between: killer.between }).open();
      killer.arm(n + 1);
      await act(desk).catch((error: unknown) => {
        if (!killer.dead) throw error;
      });
      expect(`${name}, before ${write}: ${killer.dead ? 'killed' : 'not killed'}`).toBe(
        `${name}, before ${write}: killed`,
      );
      kills += 1;
      killer.arm();
      await startAgain(desk, act);
      await desk.app.runUntil(settled);
      const at = `${name}, killed before write ${n + 1} of ${writes.length}, ${write}`;
      expect({ at, books: await books(desk) }).toEqual({ at, books: expected });
      await desk.close();
    }
    lines.push(`${name}: ${writes.length} writes (${writes.join(', ')})`);
    await before.close();
    before = undisturbed;
  }
  await before.close();
  console.log(`${kills} kills, one before each ${EVERY === 1 ? 'write' : 'fourth write'}\n${lines.join('\n')}`);
}, 600_000);
