import { get, type IncomingMessage } from 'node:http';
import { createApp, type App, type Overrides } from '../../src/app.js';
import { freePort } from '../support/desk-process.js';
import { databaseUri } from '../support/engines.js';

const there = Boolean(process.env.MONGODB_URI);
if (!there) console.log('skipped: the feed of several processes: MONGODB_URI is not set');
const MODELS: NonNullable<Overrides['models']> = new Map();
const PASSWORD = 'a-long-password';

/** One of the processes of a desk over one MongoDB, as far as one machine can have several. */
async function open(uri: string, port: number): Promise<App> {
  const env = { PORT: String(port), MONGODB_URI: uri, PLAYBOOK: 'travel', DEMO: '0', ADMIN_PASSWORD: PASSWORD };
  const app = await createApp({ env: { ...env, LOG_LEVEL: 'silent' }, models: MODELS });
  await app.start();
  return app;
}

interface Event {
  id: string;
  type: string;
  people?: { name: string }[];
}

async function signIn(base: string) {
  const body = JSON.stringify({ name: 'admin', password: PASSWORD });
  const answer = await fetch(`${base}/desk/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { csrf } = (await answer.json()) as { csrf: string };
  return { cookie: answer.headers.get('set-cookie')!.split(';')[0]!, 'x-csrf-token': csrf };
}

async function feed(base: string, headers: Record<string, string>, last?: string) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${base}/desk/api/v1/feed`, { headers: { ...headers, ...(last && { 'last-event-id': last }) } }, resolve).on(
      'error',
      reject,
    );
  });
  const events: (Event & { place: string })[] = [];
  let wake = () => {};
  response.setEncoding('utf8').on('data', (text: string) => {
    for (const [, place, data] of text.matchAll(/id: (\d+)\ndata: (.*)\n\n/g))
      events.push({ ...(JSON.parse(data!) as Event), place: place! });
    wake();
  });
  response.on('error', () => undefined);
  const told = async (fits: (event: Event) => boolean) => {
    for (;;) {
      const found = events.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return { told, stop: () => response.destroy() };
}

(there ? test : test.skip)(
  'a person at one process sees what customers and colleagues do at another, also after theirs restarts',
  async () => {
    const uri = databaseUri(`feed_${process.pid}`);
    const [here, elsewhere] = [await freePort(), await freePort()];
    let mine = await open(uri, here);
    const other = await open(uri, elsewhere);
    const [base, away] = [`http://127.0.0.1:${here}`, `http://127.0.0.1:${elsewhere}`];
    const headers = await signIn(base);
    const json = { 'content-type': 'application/json' };
    const chat = (await (await fetch(`${away}/chat/conversations`, { method: 'POST' })).json()) as {
      conversationId: string;
      token: string;
    };
    const id = chat.conversationId;
    const says = (text: string) =>
      fetch(`${away}/chat/conversations/${id}/messages`, {
        method: 'POST',
        headers: { ...json, authorization: `Bearer ${chat.token}` },
        body: JSON.stringify({ id: text, text }),
      });
    const talk = async (from: string) => {
      const answer = await fetch(`${from}/desk/api/v1/conversations/${id}`, { headers });
      return (await answer.json()) as { messages: { text: string }[] };
    };

    const watching = await feed(base, headers);
    await says('导游把我们扔在店里');
    const first = await watching.told((event) => event.id === id);
    expect((await talk(base)).messages[0]!.text).toBe('导游把我们扔在店里');

    const colleague = await signIn(away);
    await fetch(`${away}/desk/api/v1/staff`, {
      method: 'POST',
      headers: { ...colleague, ...json },
      body: JSON.stringify({ name: 'li', displayName: 'Li', roles: ['service'] }),
    });
    await fetch(`${away}/desk/api/v1/conversations/${id}/presence`, { method: 'POST', headers: colleague });
    await watching.told(({ type }) => type === 'presence');

    watching.stop();
    await mine.stop();
    await says('我要找人工客服');
    await other.idle();
    mine = await open(uri, here);
    const again = await feed(base, headers, first.place);
    await again.told((event) => event.id === id && event.type === 'conversation');
    expect((await talk(base)).messages.map(({ text }) => text)).toContain('我要找人工客服');
    again.stop();
    await Promise.all([mine.stop(), other.stop()]);
  },
  60_000,
);
