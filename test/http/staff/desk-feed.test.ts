import { jest } from '@jest/globals';
import type { Stores } from '../../../src/domain/ports.js';
import type { Message } from '../../../src/domain/message.js';
import { DeskFeed, type Told } from '../../../src/http/staff/desk-feed.js';
import { WhoIsThere } from '../../../src/http/staff/presence.js';
import { fakeCase } from '../support/fake-case.js';
import { fakeConversation, HttpDesk } from '../support/http-desk.js';

let desk: HttpDesk;
beforeEach(async () => {
  desk = await HttpDesk.open();
  await desk.stores.cases.create(fakeCase());
  await desk.stores.conversations.create(fakeConversation());
  desk.later(1);
});
afterEach(() => desk.close());

/** The stores, and whether anything is being asked of them. */
function counted(stores: Stores): { stores: Stores; quiet(): Promise<void> } {
  let open = 0;
  const watched = <T extends object>(room: T): T =>
    Object.fromEntries(
      Object.entries(room).map(([name, method]) => [
        name,
        (...args: unknown[]) => {
          open += 1;
          return (method as (...args: unknown[]) => Promise<unknown>)(...args).finally(() => (open -= 1));
        },
      ]),
    ) as T;
  const { cases, conversations, messages, notifications, presence } = stores;
  const quiet = async () => {
    for (let still = 0; still < 5; still = open === 0 ? still + 1 : 0) await new Promise(setImmediate);
  };
  const rooms = { cases, conversations, messages, notifications, presence };
  const all = Object.fromEntries(Object.entries(rooms).map(([name, room]) => [name, watched(room)]));
  return { stores: { ...stores, ...all }, quiet };
}

/** The feed of another process over the same storage; `look` is its next look there. */
function another() {
  const { stores, quiet } = counted(desk.stores);
  const ports = { ...desk.ports, stores, shared: true, watchDesk: () => () => undefined };
  const who = new WhoIsThere(ports);
  const feed = new DeskFeed(ports, who);
  const timers = jest.spyOn(globalThis, 'setInterval');
  const told: Told[] = [];
  const stop = feed.watch({ tell: async (batch) => void told.push(...batch), end: () => undefined });
  const poll = timers.mock.calls.find(([, ms]) => ms === 1000)![0] as () => void;
  timers.mockRestore();
  const look = async () => {
    poll();
    await quiet();
    return told.splice(0);
  };
  return { who, feed, look, stop };
}

async function raise(seq: number): Promise<void> {
  const talk = (await desk.stores.conversations.find('conversation-1'))!;
  await desk.stores.conversations.replace({ ...talk, version: talk.version + 1, seq }, talk.version);
}
const row = (seq: number): Message => ({
  id: `m${seq}`,
  conversationId: 'conversation-1',
  seq,
  from: 'bot',
  text: '您好',
  files: [],
  at: desk.now,
  state: 'sent',
  attempts: 0,
});

test('what another process did is told once', async () => {
  const { look, stop } = another();
  expect(await look()).toEqual([]);
  await raise(0);
  await desk.stores.notifications.add([{ id: 'n', to: 'li', text: 'x', urgent: false, at: desk.now }]);
  const of = (await desk.stores.cases.find('306-2817-5'))!;
  await desk.stores.cases.replace({ ...of, version: 2 }, 1);
  expect(await look()).toMatchObject([
    { case: { version: 2 } },
    { conversation: { version: 2 }, cases: [{ number: '306-2817-5' }] },
    { person: 'li' },
  ]);
  desk.now = new Date(desk.now.getTime() + 1000);
  expect(await look()).toEqual([]);
  await desk.stores.conversations.touch('conversation-1');
  expect(await look()).toMatchObject([{ conversation: { id: 'conversation-1' } }]);
  stop();
});

test('a change is told when its messages are written, however long that takes', async () => {
  const { look, stop } = another();
  await raise(2);
  await desk.stores.messages.record([row(1)]);
  expect(await look()).toEqual([]);
  desk.later(3);
  expect(await look()).toEqual([]);
  await desk.stores.messages.record([row(2)]);
  expect(await look()).toMatchObject([{ conversation: { seq: 2 } }]);
  stop();
});

test('clocks that differ by seconds lose nothing', async () => {
  const { look, stop } = another();
  await look();
  const here = desk.now;
  desk.now = new Date(here.getTime() - 8000);
  await raise(0); // by a process whose clock is behind
  desk.now = new Date(here.getTime() + 1000);
  expect(await look()).toMatchObject([{ conversation: { version: 2 } }]);
  stop();
});

test('who looks at a conversation in one process is known in the other', async () => {
  const [one, two] = [another(), another()];
  await one.who.tell('conversation-1', 'li', { here: true, typing: true });
  expect(two.who.of('conversation-1')).toEqual([]);
  await two.look();
  expect(two.who.of('conversation-1')).toEqual([{ name: 'li', typing: true }]);
  desk.now = new Date(desk.now.getTime() + 1000);
  await one.who.tell('conversation-1', 'li', { here: false, typing: false });
  await two.look();
  expect(two.who.of('conversation-1')).toEqual([]);
  one.stop();
  two.stop();
});

test('a clock that is ahead tells nothing again and again', async () => {
  const { look, stop } = another();
  await look();
  const here = desk.now;
  desk.now = new Date(here.getTime() + 8000);
  await raise(0);
  desk.now = here;
  expect(await look()).toMatchObject([{ conversation: { version: 2 } }]);
  expect(await look()).toEqual([]);
  stop();
});

test('who looks begins again where they were when something cannot be read', async () => {
  const { look, feed, stop } = another();
  let ended = 0;
  const stopOther = feed.watch({ tell: async () => Promise.reject(new Error('gone')), end: () => (ended += 1) });
  await raise(0);
  expect(await look()).toHaveLength(1);
  expect(ended).toBe(1);
  stopOther();
  stop();
});

test('a change that cannot be read ends every stream, and the next is told again', async () => {
  const told: Told[] = [];
  const who = new WhoIsThere(desk.ports);
  const feed = new DeskFeed(desk.ports, who);
  const ended = new Promise<void>((resolve) => {
    feed.watch({ tell: async (batch) => void told.push(...batch), end: resolve });
  });
  const find = jest.spyOn(desk.stores.conversations, 'find').mockRejectedValueOnce(new Error('away'));
  desk.watchers.forEach((hear) => hear({ conversationId: 'conversation-1' }));
  await ended;
  expect(told).toEqual([]);
  find.mockRestore();
  desk.watchers.forEach((hear) => hear({ conversationId: 'conversation-1' }));
  while (told.length === 0) await new Promise(setImmediate);
  expect(told).toMatchObject([{ conversation: { id: 'conversation-1' } }]);
});
