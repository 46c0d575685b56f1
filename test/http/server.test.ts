import { RedressError } from '../../src/errors.js';
import request from 'supertest';
import { HttpDesk } from './support/http-desk.js';

let desk: HttpDesk;
beforeAll(async () => void (desk = await HttpDesk.open()));
afterAll(() => desk.close());

const get = (path: string, accept = 'text/html') => request(desk.app).get(path).set('Accept', accept);
const directive = (policy: string, name: string) =>
  policy
    .split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name} `))
    ?.slice(name.length + 1);

describe('pages', () => {
  test.each([
    ['/', 'chat'],
    ['/desk', 'console'],
    ['/desk/', 'console'],
    ['/desk/cases/306-2817-5', 'console'],
    ['/desk/invitations/token', 'console'],
    ['/desk/apiary', 'console'],
  ])('%s is the page %s, asked for again each time', async (path, page) => {
    const answer = await get(path);
    expect([answer.status, answer.text]).toEqual([200, `<!doctype html><title>${page}</title>`]);
    expect(answer.get('content-type')).toMatch(/^text\/html/);
    expect(answer.get('cache-control')).toBe('no-cache');
  });

  test('what they load is kept for a year; the launcher may be loaded by other sites', async () => {
    expect((await get('/assets/a-1.js')).get('cache-control')).toBe('public, max-age=31536000, immutable');
    const launcher = await get('/embed.js');
    expect(launcher.headers).toMatchObject({
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300',
      'content-type': expect.stringMatching(/javascript/),
    });
    expect((await get('/assets/a-1.js')).get('cross-origin-resource-policy')).toBe('same-origin');
  });

  test('are packed for browsers that take them so, and come as they are for others', async () => {
    const packed = await get('/assets/a-1.js').set('Accept-Encoding', 'gzip');
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(packed.text).toBe('export {}');
    const plain = await get('/assets/a-1.js').set('Accept-Encoding', 'identity');
    expect(plain.get('content-encoding')).toBeUndefined();
    expect(plain.text).toBe('export {}');
    expect((await get('/assets/a-2.js').set('Accept-Encoding', 'gzip')).status).toBe(404);
  });

  test('that were never built are not found, and no path of the machine is told', async () => {
    const bare = await HttpDesk.open({ webRoot: '/srv/nowhere' });
    try {
      for (const path of ['/', '/desk', '/embed.js', '/assets/a-1.js']) {
        const { status, body, text } = await request(bare.app).get(path);
        expect([path, status, (body as { code: string }).code]).toEqual([path, 404, 'NOT_FOUND']);
        expect(text).not.toContain('/srv');
      }
    } finally {
      await bare.close();
    }
  });
});

describe('headers', () => {
  test.each([
    '/',
    '/desk',
    '/case/1',
    '/healthz',
    '/assets/a-1.js',
    '/nowhere',
    '/desk/api/v1/cases',
    '/chat/conversations',
  ])('%s allows scripts of its own only, and no guessing of types', async (path) => {
    const { headers } = await get(path);
    const policy = headers['content-security-policy'] as string;
    expect(directive(policy, 'script-src')).toBe("'self'");
    expect(directive(policy, 'style-src')).toBe("'self'");
    expect(policy).not.toMatch(/unsafe|https?:\/\/(?!hotel\.example)/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('only the chat page may stand in a frame, and in other people’s only as ?embed=1', async () => {
    const ancestors = async (path: string) =>
      directive((await get(path)).headers['content-security-policy'] as string, 'frame-ancestors');
    expect(await ancestors('/?embed=1')).toBe("'self' https://hotel.example");
    expect(await ancestors('/')).toBe("'self'");
    for (const path of ['/desk', '/desk?embed=1', '/case/1?embed=1', '/desk/api/v1/cases?embed=1'])
      expect(await ancestors(path)).toBe("'none'");
  });

  test('an allowed origin that would break the policy is left out of it', async () => {
    const odd = await HttpDesk.open({
      allowedOrigins: ['https://a.example; script-src *', 'https://b.example:8443', '*'],
    });
    try {
      const { headers } = await request(odd.app).get('/?embed=1');
      const policy = headers['content-security-policy'] as string;
      expect(directive(policy, 'frame-ancestors')).toBe("'self' https://b.example:8443");
      expect(policy).not.toContain('*');
    } finally {
      await odd.close();
    }
  });

  test('browsers are told to keep to TLS where there is TLS', async () => {
    expect((await get('/')).get('strict-transport-security')).toBeUndefined();
    const secure = await HttpDesk.open({ publicUrl: 'https://desk.example' });
    try {
      expect((await request(secure.app).get('/')).get('strict-transport-security')).toMatch(/^max-age=31536000/);
    } finally {
      await secure.close();
    }
  });
});

describe('what cannot be answered is a problem', () => {
  test.each([
    ['get', '/nowhere', 404],
    ['post', '/', 404],
    ['get', '/%E0%A4%A', 404],
    ['get', '/case/%E0%A4%A', 400],
    ['get', '/assets/%2e%2e/%2e%2e/desk.db', 404],
    ['get', '/assets/..%2fchat/index.html', 404],
    ['delete', '/chat/conversations/1', 404],
    ['get', '/chat/conversations/1/messages?after[$gt]=&after[]=1', 404],
    ['get', '/case/1?key[$ne]=', 404],
  ] as const)('%s %s answers %i', async (method, path, status) => {
    const answer = await request(desk.app)[method](path).set('Accept', 'application/json');
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ code: expect.any(String), message: expect.any(String) });
  });

  test.each([
    ['not JSON', '{"locale": ', undefined],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), undefined],
    ['a very deep list', '['.repeat(100_000), undefined],
    ['a deep list that closes', '['.repeat(50_000) + ']'.repeat(50_000), undefined],
    ['__proto__', '{"__proto__":{"admin":true}}', '__proto__'],
    ['a constructor far inside', '{"locale":{"a":[{"constructor":1}]}}', 'constructor'],
  ])('a body that is %s', async (_, body, field) => {
    const send = request(desk.app).post('/chat/conversations').set('Content-Type', 'application/json');
    const answer = await send.serialize((same) => same as never).send(body as never);
    expect([answer.status, answer.body.code, answer.body.field]).toEqual([400, 'BAD_REQUEST', field]);
  });

  test('a body of more than 256 kB', async () => {
    const answer = await request(desk.app)
      .post('/chat/conversations')
      .send({ locale: 'x'.repeat(256 * 1024) });
    expect([answer.status, answer.body.code]).toEqual([413, 'TOO_LARGE']);
  });

  test('a defect inside shows nothing of the inside, and is logged without the words of anybody', async () => {
    const broken = await HttpDesk.open({
      openConversation: () => Promise.reject(new TypeError('cannot read secrets of /srv/redress/src/app.ts')),
    });
    try {
      const answer = await request(broken.app).post('/chat/conversations').send({});
      expect([answer.status, answer.body]).toEqual([500, { code: 'INTERNAL', message: expect.any(String) }]);
      expect(answer.text).not.toContain('secrets');
      expect(broken.logged).toEqual([expect.stringContaining('a request failed')]);
    } finally {
      await broken.close();
    }
  });

  test('a storage that is away answers 503 with Retry-After', async () => {
    const away = new RedressError('UNAVAILABLE');
    const broken = await HttpDesk.open({ openConversation: () => Promise.reject(away) });
    try {
      const answer = await request(broken.app).post('/chat/conversations').send({});
      expect([answer.status, answer.body.code, answer.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '2']);
    } finally {
      await broken.close();
    }
  });
});

test('channels get raw bytes: their routes come before anything reads a body', async () => {
  const seen: string[] = [];
  const channel = await HttpDesk.open({
    mounts: [
      (app) =>
        app.post('/webhooks/some', (incoming, response) => {
          incoming.on('data', (chunk: Buffer) => seen.push(chunk.toString())).on('end', () => response.sendStatus(200));
        }),
    ],
  });
  try {
    const raw = '{"__proto__": 1,  "a": 2}';
    const answer = await request(channel.app).post('/webhooks/some').type('json').send(raw);
    expect([answer.status, seen.join('')]).toEqual([200, raw]);
    expect(answer.get('x-content-type-options')).toBe('nosniff');
  } finally {
    await channel.close();
  }
});
