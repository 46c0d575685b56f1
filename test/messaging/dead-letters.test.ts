import type { Conversation } from '../../src/domain/conversation.js';
import type { Message } from '../../src/domain/message.js';
import type { Stores } from '../../src/domain/ports.js';
import { createDeadLetters } from '../../src/messaging/dead-letters.js';
import { TestDesk } from '../support/test-desk.js';

const CHAT = { channel: 'scripted', user: 'guest' };

/** A desk in which whatever is decided on messages whose delivery id begins with `bad` fails, until it is mended. */
class FailingDesk {
  broken = true;
  stores!: Stores;
  tries = 0;
  readonly desk = new TestDesk('travel', {
    between: (stores) => {
      this.stores = stores;
      const replace = async (next: Conversation, version: number) => {
        const root = next.turn?.root ?? '';
        if (this.broken && /"bad[^"]*"\]$/.test(root)) {
          this.tries += 1;
          throw new Error('this cannot be decided');
        }
        return stores.conversations.replace(next, version);
      };
      return { ...stores, conversations: { ...stores.conversations, replace } };
    },
  });

  async says(id: string, text: string): Promise<void> {
    await this.desk.channel.take('guest', { text }, 'zh-CN', id);
    await this.desk.app.idle();
  }

  heard = () => this.desk.channel.to('guest').map(({ text }) => text);
}

let failing: FailingDesk;
beforeEach(async () => {
  failing = new FailingDesk();
  await failing.desk.open();
  await failing.desk.hire('li', ['service']);
});
afterEach(() => failing.desk.close());

const deadLetters = () => {
  const handled: string[] = [];
  const { messages } = failing.stores;
  const handle = async (id: string, messageId: string) => void handled.push(`${id} ${messageId}`);
  return { ...createDeadLetters({ messages, now: () => failing.desk.now, handle }), handled };
};

async function parkOne(): Promise<Message> {
  await failing.says('bad-1', '我要投诉');
  await failing.says('good-1', '你好');
  await failing.desk.pass(10);
  const [parked] = await failing.stores.messages.parked(10);
  return parked!;
}

test('a message that fails five times is parked, its customer and the staff are told, and the lane goes on', async () => {
  const parked = await parkOne();
  expect(failing.tries).toBe(5);
  expect(parked).toMatchObject({ text: '我要投诉', state: 'parked', error: 'Error: this cannot be decided' });
  const said = await failing.desk.app.desk.said(CHAT);
  expect(said.filter((line) => line.includes('我要投诉'))).toEqual(['customer: 我要投诉 (parked)']);
  expect(said.some((line) => line.startsWith('customer: 你好 (handled)'))).toBe(true);
  expect(failing.heard().filter((text) => text.includes('同事'))).toHaveLength(1);
  const told = await failing.desk.app.desk.notifications();
  expect(told.filter(({ to, urgent }) => to === 'li' && urgent)).toHaveLength(1);
});

test('a parked message is replayed once the fault is mended, in the place it had, and answered', async () => {
  const parked = await parkOne();
  failing.broken = false;
  const before = failing.heard().length;
  expect(await deadLetters().replay(parked.id)).toBe(true);
  await failing.desk.pass(1);
  const replayed = await failing.stores.messages.find(parked.id);
  expect(replayed).toMatchObject({ state: 'handled', seq: parked.seq });
  expect(replayed).not.toHaveProperty('error');
  expect(failing.heard().length).toBeGreaterThan(before);
});

test('what fails again is parked again', async () => {
  const parked = await parkOne();
  await deadLetters().replay(parked.id);
  await failing.desk.pass(10);
  expect(failing.tries).toBe(10);
  expect((await failing.stores.messages.find(parked.id))?.state).toBe('parked');
});

test('only parked messages are replayed, and all of them at once', async () => {
  const parked = await parkOne();
  await failing.says('bad-2', '再说一次');
  await failing.desk.pass(10);
  const { replay, replayAll, list, handled } = deadLetters();
  expect(await replay('no such message')).toBe(false);
  expect((await list(10)).map(({ text }) => text).sort()).toEqual(['再说一次', '我要投诉']);
  expect(await replayAll()).toBe(2);
  expect(handled).toHaveLength(2);
  expect(await replay(parked.id)).toBe(false);
});
