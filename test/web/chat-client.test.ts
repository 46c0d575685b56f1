import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../src/web/chat/client/answer.js';
import type { ChatParts } from '../../src/web/chat/client/chat-state.js';
import { Chat } from '../../src/web/chat/client/chat.js';
import type { ChatMessage, Credentials, Delivery, Page } from '../../src/web/chat/client/contract.js';
import type { Listener, Transport } from '../../src/web/chat/client/transport.js';
import { memoryKeep, type Keep } from '../../src/web/shared/keep.js';

/** What happens to one request: it goes well, it never arrives, its answer is lost, too many, or the desk forgot us. */
type Fate = 'well' | 'lost' | 'answer-lost' | 'wait' | 'gone';

/** A desk behind a bad network. Keeps what it took, once each. */
class BadNetwork {
  messages: ChatMessage[] = [];
  opened = 0;
  constructor(readonly fates: Fate[]) {}

  take({ id, text = '' }: Delivery): void {
    if (this.messages.some((message) => message.id === `web/${id}`)) return;
    this.messages.push({ id: `web/${id}`, from: 'customer', text, at: '2026-03-02T07:31:00Z' });
  }
}

const NEVER = new Promise<never>(() => {});

/** One page's way to the desk; once the page is closed nothing it does comes through or back. */
class Way implements Pick<Transport, 'open' | 'send' | 'page' | 'listen'> {
  closed = false;
  constructor(private readonly network: BadNetwork) {}

  async #fate(): Promise<Fate> {
    if (this.closed) await NEVER;
    const fate = this.network.fates.shift() ?? 'well';
    await Promise.resolve();
    return fate;
  }

  async open(): Promise<Answer<Credentials>> {
    const fate = await this.#fate();
    if (fate === 'lost' || fate === 'answer-lost') return { kind: 'unreachable' };
    if (fate === 'wait') return { kind: 'wait', seconds: 2 };
    this.network.opened += 1;
    return { kind: 'ok', value: { conversationId: `c${this.network.opened}`, token: 't' } };
  }

  async send(_to: Credentials, delivery: Delivery): Promise<Answer<{ accepted: boolean }>> {
    const fate = await this.#fate();
    if (fate === 'lost') return { kind: 'unreachable' };
    if (fate === 'wait') return { kind: 'wait', seconds: 2 };
    if (fate === 'gone') return { kind: 'gone' };
    this.network.take(delivery);
    await new Promise((resolve) => setTimeout(resolve, 2)); // the page may be closed before the answer comes
    if (this.closed) await NEVER;
    return fate === 'answer-lost' ? { kind: 'unreachable' } : { kind: 'ok', value: { accepted: true } };
  }

  async page(_of: Credentials, after = '0'): Promise<Answer<Page>> {
    const { messages } = this.network;
    return { kind: 'ok', value: { messages: messages.slice(Number(after)), cursor: `${messages.length}` } };
  }

  /** A stream that repeats the last message, brings nothing new and ends after a while. */
  async listen(_to: Credentials, _after: string | undefined, { onOpen, onMessage }: Listener, signal: AbortSignal) {
    onOpen();
    const last = this.network.messages.at(-1);
    if (last) onMessage(last, undefined);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 15_000);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
    return { kind: 'ok' as const, value: null };
  }
}

let ids = 0;
function chatOver(network: BadNetwork, keep: Keep, way = new Way(network)): Chat {
  const parts: ChatParts = {
    transport: way as unknown as Transport,
    upload: () => Promise.resolve({ kind: 'unreachable' }),
    thumbnail: () => Promise.resolve(undefined),
    keep,
    now: () => Date.now(),
    newId: () => `id-${(ids += 1)}-`,
    locale: () => 'zh-CN',
  };
  return new Chat(parts);
}

const drawn = ({ state }: Chat) => [
  ...state.messages.map(({ text }) => text),
  ...state.outgoing.map(({ text }) => text),
];

describe('a conversation over a bad network', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('arrives whole, once and in order, also when the page is loaded anew in between', async () => {
    const fate = fc.constantFrom<Fate>('well', 'lost', 'answer-lost', 'wait', 'gone');
    const act = fc.constantFrom('say', 'reload', 'another tab', 'time');
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 12 }), fc.array(act, { maxLength: 12 }), async (fates, acts) => {
        const network = new BadNetwork(fates);
        const keep = memoryKeep();
        let way = new Way(network);
        let chat = chatOver(network, keep, way);
        const said: string[] = [];
        for (const what of acts) {
          if (what === 'say') {
            said.push(`m${said.length}`);
            chat.say(`m${said.length - 1}`);
          } else if (what !== 'time') {
            way.closed = what === 'reload';
            way = new Way(network);
            chat = chatOver(network, keep, way);
            chat.start();
          }
          await jest.advanceTimersByTimeAsync(what === 'time' ? 3000 : 1);
        }
        await jest.advanceTimersByTimeAsync(400_000);
        // A tab that was closed may have left what another sent meanwhile; the next page clears it away.
        chat = chatOver(network, keep);
        chat.start();
        await jest.advanceTimersByTimeAsync(100_000);
        const stored = network.messages.map(({ text }) => text);
        expect([...stored].sort()).toEqual([...said].sort());
        if (!acts.includes('another tab')) expect(stored).toEqual(said);
        expect(drawn(chat).sort()).toEqual([...said].sort());
        expect(chat.state.outgoing).toEqual([]);
        expect(keep.keys('redress.chat..outgoing.')).toEqual([]);
        jest.clearAllTimers();
      }),
      { numRuns: 60 },
    );
  });

  it('forgets a message only when it was never posted', async () => {
    const chat = chatOver(new BadNetwork(['well', 'answer-lost', 'lost', 'lost']), memoryKeep());
    chat.say('first');
    chat.say('second');
    await jest.advanceTimersByTimeAsync(10);
    const [first, second] = chat.state.outgoing;
    chat.takeBack(first!.id);
    chat.takeBack(second!.id);
    expect(chat.state.outgoing.map(({ text }) => text)).toEqual(['first']);
    jest.clearAllTimers();
  });

  it('says how long sending rests, and goes on by itself', async () => {
    const network = new BadNetwork(['well', 'wait']);
    const chat = chatOver(network, memoryKeep());
    chat.say('again');
    await jest.advanceTimersByTimeAsync(10);
    expect(chat.state.restUntil).toBeGreaterThan(Date.now() + 1500);
    expect(network.messages).toEqual([]);
    await jest.advanceTimersByTimeAsync(2000);
    expect(network.messages).toHaveLength(1);
    expect(chat.state.restUntil).toBeUndefined();
    jest.clearAllTimers();
  });

  it('begins anew when the desk no longer knows the conversation, and keeps what was not sent', async () => {
    const network = new BadNetwork(['well', 'gone']);
    const chat = chatOver(network, memoryKeep());
    chat.say('still here');
    await jest.advanceTimersByTimeAsync(5000);
    expect(network.opened).toBe(2);
    expect(network.messages.map(({ text }) => text)).toEqual(['still here']);
    expect(chat.state.renewed).toBe(true);
    jest.clearAllTimers();
  });
});
