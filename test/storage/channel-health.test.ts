import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChannelWatch } from '../../src/channel-watch.js';
import type { Channel, OutboundMessage, SendResult } from '../../src/domain/channel.js';
import type { Stores } from '../../src/domain/ports.js';
import { openStorage } from '../../src/storage/open-storage.js';
import { AT, minutes } from '../support/samples.js';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const message = {} as OutboundMessage;

let folder: string;
let stores: Stores;
let now: Date;
let result: SendResult;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redress-health-'));
  now = AT;
  result = { sent: true };
  stores = await openStorage({ dataDir: folder, now: () => now });
});
afterEach(async () => {
  await stores.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A process's watch over one channel, which sends as `result` says. */
function begun() {
  const watch = new ChannelWatch(stores.channelHealth, () => now, quiet);
  const channel = { name: 'x', capabilities: {}, send: async () => result } as unknown as Channel;
  const { send } = watch.watched(channel);
  return { watch, send: () => send(message), standing: async () => (await watch.standings())[0] };
}

test('what came, went and failed is known after a restart, with its time', async () => {
  const before = begun();
  before.watch.took('x');
  now = minutes(1);
  await before.send();
  now = minutes(2);
  result = { sent: false, retry: true, because: 'HTTP 502' };
  await before.send();
  await before.watch.keep();
  now = minutes(60);
  expect(await begun().standing()).toEqual({
    name: 'x',
    capabilities: {},
    testable: false,
    lastIn: AT,
    lastOut: minutes(1),
    lastError: { at: minutes(2), because: 'HTTP 502' },
    failing: true,
  });
});

test('it works again once something went through; the last error stays to be seen', async () => {
  result = { sent: false, retry: true, because: 'HTTP 502' };
  const before = begun();
  await before.send();
  await before.watch.keep();
  result = { sent: true };
  now = minutes(1);
  const again = begun();
  await again.send();
  expect(await again.standing()).toMatchObject({ failing: false, lastOut: minutes(1), lastError: { at: AT } });
});

test('a process that knows less never moves a time back', async () => {
  const [early, late] = [begun(), begun()];
  early.watch.took('x');
  early.watch.failed('x', 'early');
  now = minutes(5);
  late.watch.took('x');
  late.watch.failed('x', 'late');
  await late.watch.keep();
  await early.watch.keep();
  expect(await begun().standing()).toMatchObject({
    lastIn: minutes(5),
    lastError: { at: minutes(5), because: 'late' },
  });
});

test('a busy channel costs a write now and then, not one a message', async () => {
  const { note } = stores.channelHealth;
  let writes = 0;
  const counted = {
    ...stores.channelHealth,
    note: (health: Parameters<typeof note>[0]) => ((writes += 1), note(health)),
  };
  const watch = new ChannelWatch(counted, () => now, quiet);
  for (let n = 0; n < 600; n += 1) {
    now = new Date(AT.getTime() + n * 100);
    watch.took('x');
  }
  expect(writes).toBe(6);
});
