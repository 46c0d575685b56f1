import { PassThrough } from 'node:stream';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { botFramework } from '../../adapters/bot-framework.js';
import type { SwitchedOn } from '../../adapters/index.js';
import { telegram } from '../../adapters/telegram.js';
import { terminal } from '../../adapters/terminal.js';
import { WEB_CHAT, webChat } from '../../adapters/web-chat.js';
import type { OutboundMessage, SendResult } from '../../src/domain/channel.js';
import type { InboundFile, InboundMessage } from '../../src/domain/message.js';
import { chatRoutes } from '../../src/http/chat/chat-routes.js';
import { TypingShown } from '../../src/http/chat/typing-shown.js';
import type { ChatPorts } from '../../src/http/http-ports.js';
import { WhoIsThere } from '../../src/http/staff/presence.js';
import { openConversation } from '../../src/messaging/conversations.js';
import { openStorage } from '../../src/storage/open-storage.js';
import { FakeConnector } from '../support/vendors/fake-connector.js';
import { FakeTelegram } from '../support/vendors/fake-telegram.js';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1]);
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** A channel with its vendor's side, driven the same way whichever it is. */
interface Driven {
  on: SwitchedOn;
  says(text: string): Promise<unknown>;
  presses(id: string, label: string): Promise<unknown>;
  sendsPhoto(): Promise<unknown>;
  repeats?: () => Promise<unknown>;
  /** What the customer sees last: the text, and ids or labels of buttons. */
  seen(): Promise<{ text: string; buttons: string[] } | undefined>;
  /** The documents that the customer got: their names, and bytes or where they are. */
  documents?(): { name: string; bytes?: Buffer; link?: string }[];
  /** The bytes of a file that was handed over; absent: the channel fetches them. */
  bytes?(file: InboundFile): Promise<Buffer>;
  /** How a reply leaves; absent: the channel sends it. */
  reply?(message: OutboundMessage): Promise<SendResult>;
  /** The next send is refused: come again later, or never. */
  refuse?(how: 'later' | 'blocked'): void;
  stop(): Promise<void>;
}

async function served(mount: SwitchedOn['mount']): Promise<{ url: string; server: Server }> {
  const doors = express();
  mount?.(doors);
  const server = createServer(doors);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve())));
const needs = {
  address: 'http://localhost:3978',
  now: () => new Date('2026-03-02T01:00:00Z'),
  ids: { next: () => 'holder', inOrder: () => 'holder' },
  log: quiet,
  lease: async () => true,
};

async function telegramPolling(): Promise<Driven> {
  const fake = await FakeTelegram.start();
  const on = telegram({ token: fake.token, apiRoot: fake.root, pollSeconds: 1 }, needs);
  // what Telegram saw confirmed by a higher offset it never sends again
  return { ...telegramDriven(fake, on, async () => undefined), repeats: undefined };
}

async function telegramWebhook(): Promise<Driven> {
  const fake = await FakeTelegram.start();
  const holder: { on?: SwitchedOn } = {};
  const { server, url } = await served((app) => holder.on?.mount?.(app));
  await closed(server);
  const on = telegram(
    { token: fake.token, apiRoot: fake.root, webhook: { url: `${url}/webhooks/telegram`, secret: 'the-secret' } },
    needs,
  );
  const doors = express();
  on.mount!(doors);
  const again = createServer(doors);
  await new Promise<void>((resolve) => again.listen(Number(new URL(url).port), '127.0.0.1', resolve));
  return telegramDriven(fake, on, () => closed(again));
}

function telegramDriven(fake: FakeTelegram, on: SwitchedOn, after: () => Promise<void>): Driven {
  const CHAT = 77;
  return {
    on,
    says: (text) => fake.says(CHAT, text),
    presses: (id) => fake.presses(CHAT, id),
    sendsPhoto: () => fake.sendsPhoto(CHAT, JPEG),
    repeats: () => fake.repeats(),
    documents: () => fake.documents.map(({ name, bytes }) => ({ name, bytes })),
    seen: async () => {
      const last = fake.sent.at(-1);
      return last && { text: last.text, buttons: last.buttons.map(({ callback_data }) => callback_data) };
    },
    refuse: (how) =>
      fake.script(
        'sendMessage',
        how === 'later'
          ? { error_code: 429, description: 'Too Many Requests: retry after 7', parameters: { retry_after: 7 } }
          : { error_code: 403, description: 'Forbidden: bot was blocked by the user' },
      ),
    async stop() {
      await fake.stop();
      await after();
    },
  };
}

async function botFrameworkLocal(): Promise<Driven> {
  const fake = await FakeConnector.start();
  const on = botFramework({});
  const { server, url } = await served(on.mount);
  return {
    on,
    says: (text) => fake.says(url, 'conv-1', text),
    presses: (id, label) => fake.presses(url, 'conv-1', { choice: id }, label),
    sendsPhoto: () => fake.sendsPhoto(url, 'conv-1', JPEG),
    repeats: () => fake.repeats(),
    documents: () =>
      fake
        .to('conv-1')
        .flatMap(({ attachments = [] }) => attachments)
        .map(({ name, contentUrl: link }) => ({ name, link })),
    seen: async () => {
      const last = fake.to('conv-1').at(-1);
      return (
        last && { text: last.text, buttons: last.choices.map(({ value }) => (value as { choice: string }).choice) }
      );
    },
    refuse: (how) => fake.refuse(...(how === 'later' ? Array<number>(8).fill(503) : [403])),
    async stop() {
      await fake.stop();
      await closed(server);
    },
  };
}

async function inTerminal(): Promise<Driven> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const photo = join(mkdtempSync(join(tmpdir(), 'redress-photo-')), 'photo.jpg');
  writeFileSync(photo, JPEG);
  let shown = '';
  output.on('data', (chunk: Buffer) => (shown += chunk.toString()));
  const line = async (text: string) => void input.write(`${text}\n`);
  return {
    on: { channel: terminal({ input, output, session: 'run' }) },
    says: line,
    presses: (id) => line(id),
    sendsPhoto: () => line(`/file ${photo}`),
    seen: async () =>
      shown ? { text: shown, buttons: [...shown.matchAll(/\[\d\] (\S+)/g)].map((match) => match[1]!) } : undefined,
    stop: async () => void input.end(),
  };
}

/** The web chat: deliveries come by its routes, replies are rows that its page fetches. */
async function onTheWeb(): Promise<Driven> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-web-'));
  const now = () => new Date('2026-03-02T01:00:00Z');
  const stores = await openStorage({ dataDir: folder, now });
  const { channel } = { channel: webChat() };
  let take: (inbound: InboundMessage) => Promise<{ duplicate: boolean }> = async () => ({ duplicate: false });
  const start = channel.start.bind(channel);
  channel.start = async (desk) => {
    take = desk.take.bind(desk);
    await start(desk);
  };
  let id = 0;
  const { server, url } = await served((app) => {
    const ports = {
      stores,
      ids: { next: () => `id-${++id}`, inOrder: () => `id-${++id}` },
      log: quiet,
      now,
      allowedOrigins: [],
      shared: false,
      playbook: () => undefined,
      defaultPlaybook: () => ({ id: 'any', languages: ['zh-CN'] }) as never,
      openConversation: (contact: Parameters<ChatPorts['openConversation']>[0]) =>
        openConversation(stores, { channel: WEB_CHAT, account: 'default', user: contact.id, ...contact }, now()),
      take: (inbound: InboundMessage) => take(inbound),
      fileLinkOf: (fileId: string) => `/files/${fileId}`,
      settled: async () => undefined,
      watch: () => () => undefined,
    };
    const routes = chatRoutes(ports, new TypingShown(ports, new WhoIsThere(ports)));
    (app as Express).use('/chat', express.json(), routes);
  });
  const opened = (await (await fetch(`${url}/chat/conversations`, { method: 'POST' })).json()) as {
    conversationId: string;
    token: string;
  };
  const base = `${url}/chat/conversations/${opened.conversationId}`;
  const authorization = `Bearer ${opened.token}`;
  let last = {};
  const post = (body: object) =>
    fetch(`${base}/messages`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify((last = body)),
    });
  let said = 0;
  return {
    on: { channel },
    says: (text) => post({ id: `m${++said}`, text }),
    presses: (choice) => post({ id: `m${++said}`, choice }),
    repeats: () => post(last),
    async sendsPhoto() {
      const form = new FormData();
      form.append('file', new Blob([JPEG], { type: 'image/jpeg' }), 'photo.jpg');
      const { fileId } = (await (
        await fetch(`${base}/files`, { method: 'POST', headers: { authorization }, body: form })
      ).json()) as { fileId: string };
      await post({ id: `m${++said}`, files: [fileId] });
    },
    bytes: async ({ sha256 }) => (await stores.files.get(sha256!))!,
    async reply({ id: key, text, choices }) {
      await stores.messages.record([
        {
          id: key,
          conversationId: opened.conversationId,
          seq: 1,
          from: 'bot',
          text,
          choices,
          files: [],
          at: now(),
          state: 'sent',
          attempts: 0,
        },
      ]);
      return { sent: true };
    },
    async seen() {
      const { messages } = (await (await fetch(`${base}/messages`, { headers: { authorization } })).json()) as {
        messages: { text: string; choices?: { id: string }[] }[];
      };
      const shown = messages.at(-1);
      return shown && { text: shown.text, buttons: (shown.choices ?? []).map((choice) => choice.id) };
    },
    async stop() {
      await closed(server);
      await stores.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const CHANNELS: [string, () => Promise<Driven>][] = [
  ['Telegram by long polling', telegramPolling],
  ['Telegram by webhook', telegramWebhook],
  ['Bot Framework', botFrameworkLocal],
  ['terminal', inTerminal],
  ['web chat', onTheWeb],
];

describe.each(CHANNELS)('%s', (_name, drive) => {
  let driven: Driven;
  let taken: InboundMessage[];
  let arrived: (() => void)[];

  /** Settles when that many deliveries have been handed over. */
  const deliveries = async (count: number) => {
    while (taken.length < count) await new Promise<void>((resolve) => arrived.push(resolve));
    return taken;
  };
  const reply = (changes: Partial<OutboundMessage> = {}): OutboundMessage => {
    const { channel, account, user, address = {} } = taken[0]!;
    return {
      id: 'r1#0',
      conversationId: 'c',
      channel,
      account,
      user,
      address,
      text: '很抱歉',
      choices: [],
      from: 'bot',
      language: 'zh-CN',
      ...changes,
    };
  };

  beforeEach(async () => {
    driven = await drive();
    taken = [];
    arrived = [];
    await driven.on.channel.start({
      log: quiet,
      reachable: async () => undefined,
      async take(inbound) {
        const duplicate = taken.some(({ deliveryId }) => deliveryId === inbound.deliveryId);
        taken.push(inbound);
        arrived.splice(0).forEach((wake) => wake());
        return { duplicate };
      },
    });
  });
  afterEach(async () => {
    await driven.on.channel.stop();
    await driven.stop();
  });

  test('a person’s file leaves as a document, where the channel says that it takes them', async () => {
    if (!driven.on.channel.capabilities.documents) return expect(driven.documents).toBeUndefined();
    await driven.says('空调坏了');
    await deliveries(1);
    const link = 'https://desk.example/files/1?key=k';
    const file = { name: '路线.jpg', type: 'image/jpeg', link, read: async () => JPEG };
    expect(await driven.on.channel.send(reply({ from: 'agent', text: '请看', files: [file] }))).toMatchObject({
      sent: true,
    });
    expect(await driven.on.channel.send(reply({ id: 'r2#0', from: 'agent', text: '', files: [file] }))).toMatchObject({
      sent: true,
    });
    expect(driven.documents!()).toHaveLength(2);
    for (const { name, ...rest } of driven.documents!()) {
      expect(name).toBe('路线.jpg');
      expect([JPEG, link]).toContainEqual(Object.values(rest)[0]);
    }
  });

  test('what a customer writes is handed over with who they are and a delivery id of its own', async () => {
    await driven.says('空调坏了');
    await driven.says('一整晚没睡');
    const [first, second] = await deliveries(2);
    expect([first!.text, second!.text]).toEqual(['空调坏了', '一整晚没睡']);
    expect(first!.channel).toBe(driven.on.channel.name);
    expect(first!.user).toBe(second!.user);
    expect(first!.deliveryId).not.toBe(second!.deliveryId);
  });

  test('a repeated delivery has the same delivery id', async () => {
    if (!driven.repeats) return; // nothing delivers twice to a terminal
    await driven.says('空调坏了');
    await deliveries(1);
    await driven.repeats();
    const [first, again] = await deliveries(2);
    expect(again!.deliveryId).toBe(first!.deliveryId);
  });

  test('a reply reaches the customer with its choices, and a choice comes back by its id', async () => {
    await driven.says('空调坏了');
    await deliveries(1);
    expect(
      await (driven.reply ?? driven.on.channel.send)(
        reply({
          choices: [
            { id: 'submit', label: '提交' },
            { id: 'edit', label: '修改' },
          ],
        }),
      ),
    ).toMatchObject({ sent: true });
    const seen = await driven.seen();
    expect(seen!.text).toContain('很抱歉');
    expect(seen!.buttons).toHaveLength(2);
    await driven.presses('submit', '提交');
    expect((await deliveries(2))[1]!.choice).toBe('submit');
  });

  test('a photo is handed over by its media id, and its bytes can be fetched', async () => {
    await driven.sendsPhoto();
    const [{ files, address }] = (await deliveries(1)) as [InboundMessage];
    expect(files).toHaveLength(1);
    const bytes = driven.bytes
      ? await driven.bytes(files![0]!)
      : (await driven.on.channel.fetchFile!(files![0]!.mediaId!, address ?? {})).bytes;
    expect(bytes.equals(JPEG)).toBe(true);
  });

  test('a refused send says whether to try again or that the customer cannot be reached', async () => {
    if (!driven.refuse) return; // a terminal refuses nothing
    await driven.says('空调坏了');
    await deliveries(1);
    driven.refuse('blocked');
    expect(await driven.on.channel.send(reply())).toMatchObject({ sent: false, retry: false, blocked: true });
    driven.refuse('later');
    expect(await driven.on.channel.send(reply())).toMatchObject({ sent: false, retry: true });
  }, 60_000);
});

describe('Telegram', () => {
  test('a post without the secret is refused before it is read, one that is no JSON after', async () => {
    const on = telegram(
      { token: '1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', webhook: { url: 'http://127.0.0.1:9/x', secret: 'right' } },
      needs,
    );
    const { server, url } = await served(on.mount);
    const post = (secret: string | undefined, body: string) =>
      fetch(`${url}/webhooks/telegram`, {
        method: 'POST',
        body,
        headers: secret ? { 'x-telegram-bot-api-secret-token': secret } : {},
      }).then(({ status }) => status);
    expect([
      await post(undefined, '{}'),
      await post('wrong', '{}'),
      await post('right', '{'),
      await post('right', '{"update_id":1,"poll":{}}'),
    ]).toEqual([401, 401, 400, 500].map((status, n) => (n === 3 ? expect.any(Number) : status)));
    await closed(server);
  });
});

describe('Bot Framework without an app id', () => {
  test('takes nothing that was forwarded, and answers to no address but this machine', async () => {
    const on = botFramework({});
    const { server, url } = await served(on.mount);
    const fake = await FakeConnector.start();
    expect(await fake.says(url, 'c', 'hi', {}, { 'x-forwarded-for': '203.0.113.9' })).toBe(403);
    expect(await fake.says(url, 'c', 'hi', { serviceUrl: 'https://attacker.example' })).toBe(403);
    expect(await fake.says(url, 'c', 'hi', { serviceUrl: 7 })).toBe(403);
    await fake.stop();
    await closed(server);
  });

  test('with an app id a post without a token is refused', async () => {
    const on = botFramework({ app: { id: '00000000-0000-0000-0000-000000000001', password: 'not-a-real-one' } });
    await on.channel.start({ log: quiet, take: async () => ({ duplicate: false }), reachable: async () => undefined });
    const { server, url } = await served(on.mount);
    const fake = await FakeConnector.start();
    expect(await fake.says(url, 'c', 'hi')).toBe(401);
    expect([401, 403, 503]).toContain(
      await fake.says(
        url,
        'c',
        'hi',
        {},
        { authorization: 'Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ.eyJpc3MiOiJ4In0.c2ln' },
      ),
    );
    await fake.stop();
    await closed(server);
  }, 60_000);
});
