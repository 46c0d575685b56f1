import fc from 'fast-check';
import { TestDesk } from '../support/test-desk.js';

const USERS = ['ann', 'bob', 'cai'];
const TEXTS = ['你好', '我要投诉', '昨天导游态度很差', '跳过', '查进度'];

let desk: TestDesk;
beforeEach(async () => {
  desk = await new TestDesk('travel').open();
});
afterEach(() => desk.close());

const saidBy = async (user: string) =>
  (await desk.app.desk.said({ channel: 'scripted', user })).filter((line) => line.startsWith('customer: '));

test('deliveries that come twice, at once and in any order are each taken once', async () => {
  let [run, fed, duplicates] = [0, 0, 0];
  const delivery = fc.record({
    user: fc.constantFrom(...USERS),
    id: fc.nat(6),
    copies: fc.integer({ min: 1, max: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(delivery, { minLength: 5, maxLength: 25 }), async (deliveries) => {
      run += 1;
      const all = deliveries.flatMap(({ user, id, copies }) => Array.from({ length: copies }, () => ({ user, id })));
      const distinct = new Set(all.map(({ user, id }) => `${user} ${id}`));
      fed += all.length;
      duplicates += all.length - distinct.size;
      await Promise.all(
        all.map(({ user, id }) =>
          desk.channel.take(`${user}-${run}`, { text: TEXTS[id % TEXTS.length]! }, 'zh-CN', `d${id}`),
        ),
      );
      await desk.app.idle();
      for (const user of USERS) {
        const said = await saidBy(`${user}-${run}`);
        expect(said).toHaveLength([...distinct].filter((key) => key.startsWith(`${user} `)).length);
        expect(said.filter((line) => !line.endsWith('(handled)'))).toEqual([]);
        const heard = desk.channel.to(`${user}-${run}`).map(({ id }) => id);
        expect(new Set(heard).size).toBe(heard.length);
      }
    }),
    { numRuns: process.env.SOAK ? 300 : 12 },
  );
  console.log(`${fed} deliveries, ${duplicates} duplicates: lost 0, doubled 0`);
});

test('the same delivery id with other words: the first stands', async () => {
  await desk.channel.take('ann', { text: '你好' }, 'zh-CN', 'd1');
  await desk.channel.take('ann', { text: '我要投诉' }, 'zh-CN', 'd1');
  await desk.app.idle();
  expect(await saidBy('ann')).toEqual(['customer: 你好 (handled)']);
});

test.each([
  ['forward by a year', 365 * 24 * 60],
  ['back by a day', -24 * 60],
])('a clock that jumps %s loses nothing that is said meanwhile, and keeps its order', async (_, minutes) => {
  const said: string[] = [];
  for (const [n, text] of TEXTS.entries()) {
    if (n === 2) desk.jump(minutes);
    await desk.channel.take('ann', { text }, 'zh-CN', `d${n}`);
    await desk.app.idle();
    said.push(`customer: ${text} (handled)`);
  }
  expect(await saidBy('ann')).toEqual(said);
  desk.jump(-minutes);
  await desk.channel.take('ann', { text: '你好' }, 'zh-CN', 'after');
  await desk.pass(5);
  expect(await saidBy('ann')).toEqual([...said, 'customer: 你好 (handled)']);
  const heard = desk.channel.to('ann').map(({ id }) => id);
  expect(new Set(heard).size).toBe(heard.length);
});
