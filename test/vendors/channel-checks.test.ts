import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { botFramework } from '../../adapters/bot-framework.js';
import { telegram } from '../../adapters/telegram.js';
import { webChat } from '../../adapters/web-chat.js';
import type { ChannelDesk } from '../../src/domain/channel.js';
import { FakeTelegram } from '../support/vendors/fake-telegram.js';

const NOW = new Date('2026-03-02T01:00:00Z');
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const needs = {
  now: () => NOW,
  address: 'http://localhost:1',
  ids: { next: () => 'holder', inOrder: () => 'holder' },
  log: quiet,
  lease: async () => true,
};

let servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.map((one) => new Promise((resolve) => (one.closeAllConnections(), one.close(resolve)))));
  servers = [];
});
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('Telegram', () => {
  let fake: FakeTelegram;
  beforeEach(async () => (fake = await FakeTelegram.start()));
  afterEach(() => fake.stop());
  const check = (token = fake.token, url?: string) =>
    telegram({ token, apiRoot: fake.root, ...(url && { webhook: { url, secret: 'the-secret' } }) }, needs).channel
      .check!();

  it('knows the bot by name', async () => {
    expect(await check()).toEqual({ ok: true, account: '@redress_bot' });
    expect(fake.calls.map(({ method }) => method)).toEqual(['getMe', 'getWebhookInfo']);
  });

  it('says that a token is not known, and never shows it', async () => {
    const wrong = await check('999999:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB');
    expect(wrong).toMatchObject({ ok: false, problem: 'telegram-token' });
    expect(JSON.stringify(wrong)).not.toContain('BBBB');
  });

  it('says that updates go elsewhere, or come to an address that fails', async () => {
    const mine = 'https://desk.example/webhooks/telegram';
    expect(await check(fake.token, mine)).toEqual({ ok: false, problem: 'telegram-webhook', said: undefined });
    fake.webhook = { url: 'https://other.example/hook' };
    const elsewhere = { ok: false, problem: 'telegram-webhook', said: 'https://other.example/hook' };
    expect(await check(fake.token, mine)).toEqual(elsewhere);
    expect(await check()).toEqual(elsewhere);
    fake.webhook = { url: mine };
    expect(await check(fake.token, mine)).toMatchObject({ ok: true });
    const failing = (minutesAgo: number) => ({
      last_error_date: NOW.getTime() / 1000 - minutesAgo * 60,
      last_error_message: 'Wrong response from the webhook: 502 Bad Gateway',
    });
    fake.lastError = failing(10);
    expect(await check(fake.token, mine)).toMatchObject({
      ok: false,
      problem: 'telegram-delivery',
      said: expect.stringContaining('502'),
    });
    fake.lastError = failing(300);
    expect(await check(fake.token, mine)).toMatchObject({ ok: true });
  });

  it('says that nobody answers', async () => {
    fake.script('getMe', 'no-answer');
    expect(await check()).toMatchObject({ ok: false, problem: 'unreachable' });
    fake.script('getMe', { error_code: 500, description: 'Internal Server Error' });
    expect(await check()).toMatchObject({ ok: false, problem: 'vendor' });
  });

  it('tells the desk while updates cannot be asked for', async () => {
    const { channel } = telegram({ token: '1:wrong', apiRoot: fake.root }, needs);
    const told = new Promise<string>((resolve) => {
      const desk: ChannelDesk = {
        take: async () => ({ duplicate: false }),
        reachable: async () => undefined,
        failed: resolve,
        log: quiet,
      };
      void channel.start(desk);
    });
    expect(await told).toMatch(/401/);
    await channel.stop();
  });
});

describe('the Bot Framework', () => {
  const app = { id: 'the-app', password: 'the-secret', tenantId: 'a-tenant' };
  const answering = (status: number, body: object, asked: string[] = []) =>
    serve((request, response) => {
      let form = '';
      request.on('data', (chunk: Buffer) => (form += chunk.toString()));
      request.on('end', () => {
        asked.push(`${request.method} ${request.url} ${form}`);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
  const check = (login: string) => botFramework({ app, login }).channel.check!();

  it('gets a token for the app', async () => {
    const asked: string[] = [];
    expect(await check(await answering(200, { access_token: 't' }, asked))).toEqual({ ok: true, account: 'the-app' });
    expect(asked[0]).toMatch(/^POST \/a-tenant\/oauth2\/v2\.0\/token grant_type=client_credentials&client_id=the-app/);
  });

  it.each([
    [700016, 'microsoft-app'],
    [7000215, 'microsoft-secret'],
    [7000222, 'microsoft-secret'],
    [90002, 'microsoft-tenant'],
    [1, 'vendor'],
  ])('says what Microsoft refuses with %i: %s', async (code, problem) => {
    const said = `AADSTS${code}: No.`;
    const login = await answering(401, { error_codes: [code], error_description: `${said}\r\nTrace ID: 1` });
    expect(await check(login)).toEqual({ ok: false, problem, said });
  });

  it('says that nobody answers, and that without an app only an emulator can write', async () => {
    expect(await check('http://127.0.0.1:1')).toMatchObject({ ok: false, problem: 'unreachable' });
    expect(await botFramework({}).channel.check!()).toEqual({ ok: true, note: 'emulator-only' });
  });
});

describe('the web chat', () => {
  it('asks the desk at the address that customers get', async () => {
    const here = await serve((_request, response) => response.end('{"alive":true}'));
    expect(await webChat(here).check!()).toEqual({ ok: true, account: here });
    const other = await serve((_request, response) => response.writeHead(502).end('Bad Gateway'));
    expect(await webChat(other).check!()).toEqual({ ok: false, problem: 'own-address', said: `${other}: HTTP 502` });
    expect(await webChat('http://127.0.0.1:1').check!()).toMatchObject({ ok: false, problem: 'own-address' });
  });
});
