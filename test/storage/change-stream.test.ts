import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { connect } from '../../src/storage/connect.js';
import { openStorage } from '../../src/storage/open-storage.js';
import { databaseUri } from '../support/engines.js';

const NAME = 'what one process writes on a MongoDB with change streams, another hears of';
const there = Boolean(process.env.MONGODB_URI);
if (!there) console.log(`skipped: ${NAME}: MONGODB_URI is not set`);

(there ? test : test.skip)(`${NAME}, without looking`, async () => {
  const options = { mongodbUri: databaseUri(`streams_${process.pid}`), dataDir: tmpdir(), now: () => new Date() };
  if (!(await hasChangeStreams(options))) return console.log(`skipped: ${NAME}: the server is a standalone`);
  const [one, other] = [await openStorage(options), await openStorage(options)];
  let nudges = 0;
  const stop = one.watch!(() => (nudges += 1));
  for (let n = 0; nudges === 0; n += 1) {
    await other.notifications.add([{ id: `n${n}`, to: 'li', text: 'new', urgent: false, at: options.now() }]);
    await setTimeout(20); // a stream begins at the present: what was written before it opened is not told
  }
  expect(await one.notifications.list({ to: 'li', limit: 1 })).toHaveLength(1);

  // Stopped, it tells nothing more, and closes without a word.
  stop();
  const told = nudges;
  await other.notifications.add([{ id: 'after', to: 'li', text: 'new', urgent: false, at: options.now() }]);
  await Promise.all([one.close(), other.close()]);
  expect(nudges - told).toBeLessThanOrEqual(1);
});

async function hasChangeStreams(options: { mongodbUri: string; dataDir: string }): Promise<boolean> {
  const { models, close } = await connect(options);
  const { setName } = (await models.settings.db.db!.command({ hello: 1 })) as { setName?: string };
  await close();
  return setName !== undefined;
}
