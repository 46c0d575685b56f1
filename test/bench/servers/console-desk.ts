import { createApp } from '../../../src/app.js';
import type { Case } from '../../../src/domain/case.js';
import type { Stores } from '../../../src/domain/ports.js';
import { serve } from '../lib/child.js';

/** A desk with many cases, each like one that was opened by its own course, and one conversation that waits. */
const CASES = Number(process.env.CASES);
const MINUTE_MS = 60_000;
const WHAT = ['房间空调滴水，整晚没人来看', '早餐少了一份', '前台态度冷淡', '押金三天没退', '隔壁装修太吵'];
const PEOPLE = ['王小明', 'Laura Bennett', '陈小姐', '李伟', '欧阳娜娜'];

let stores!: Stores;
const app = await createApp({
  env: { ...process.env, LOG_LEVEL: 'error' },
  between: (opened) => (stores = opened),
});
await stores.staff.update('admin', { roles: ['admin', process.env.ROLE!], mustChangePassword: undefined });
const opened = await app.desk.operate({ by: 'admin', verb: 'open-case', args: { text: WHAT[0], name: PEOPLE[0] } });
if (!opened.ok) throw new Error(opened.message);
const [first] = (await stores.cases.list({ limit: 1 })).cases;
for (let n = 0; n < CASES - 1; n += 1) await stores.cases.create(like(first!, n));
await app.start();

/** Another case of the same course, opened earlier. */
function like(one: Case, n: number): Case {
  const earlier = (at: Date) => new Date(at.getTime() - n * MINUTE_MS);
  return {
    ...one,
    number: `${one.number.split('-')[0]}-${String(n + 2).padStart(5, '0')}-0`,
    openedAt: earlier(one.openedAt),
    fields: { ...one.fields, name: PEOPLE[n % PEOPLE.length]!, content: `${WHAT[n % WHAT.length]}，第${n}次` },
    clocks: one.clocks.map((clock) => ({
      ...clock,
      events: clock.events.map((event) => ({ ...event, at: earlier(event.at) })),
    })),
  };
}

serve({}, () => app.stop());
