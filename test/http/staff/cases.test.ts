import { fakeCase } from '../support/fake-case.js';
import { HttpDesk, type StaffClient } from '../support/http-desk.js';

let desk: HttpDesk;
let li: StaffClient;
const NUMBER = '306-2817-5';

beforeEach(async () => {
  desk = await HttpDesk.open();
  await desk.stores.cases.create(fakeCase());
  li = await desk.as('li', 'service');
});
afterEach(() => desk.close());

const operate = (who: StaffClient, verb: string, args: object, headers: Record<string, string> = {}) =>
  who.post(`/cases/${NUMBER}/operations/${verb}`, args, headers);
const note = (headers?: Record<string, string>) => operate(li, 'add-note', { text: 'seen' }, headers);

describe('a case', () => {
  test('comes with its version as ETag and what one may do', async () => {
    const answer = await li.get(`/cases/${NUMBER}`);
    expect(answer.status).toBe(200);
    expect(answer.get('etag')).toBe('"1"');
    expect(answer.body).toMatchObject({ number: NUMBER, stage: 'classify', version: 1, allowed: [], timeline: [] });
    expect(answer.get('cache-control')).toBe('no-store');
  });

  test('is not there for outsiders and the recused, also admins, as if it did not exist', async () => {
    await desk.stores.cases.create(fakeCase({ number: 'r', recused: [{ name: 'li', reason: 'x', by: 'sun' }] }));
    await desk.stores.cases.create(fakeCase({ number: 'a', accused: '工号0217' }));
    await desk.hire('boss', ['admin'], { no: '0217' });
    const [outsider, boss, other] = [
      await desk.as('zhao', 'leader'),
      await desk.as('boss'),
      await desk.as('x', 'admin'),
    ];
    const nowhere = await li.get('/cases/nowhere');
    expect(nowhere.status).toBe(404);
    for (const answer of [
      await outsider.get(`/cases/${NUMBER}`),
      await li.get('/cases/r'),
      await boss.get('/cases/a'),
    ]) {
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual(nowhere.body);
    }
    expect((await other.get('/cases/a')).status).toBe(200);
  });
});

describe('the list', () => {
  const numbers = async (who: StaffClient, query = '') =>
    ((await who.get(`/cases${query}`)).body as { cases: { number: string }[] }).cases.map(({ number }) => number);

  test('shows each person what they may see', async () => {
    await desk.stores.cases.create(fakeCase({ number: 'recused', recused: [{ name: 'li', reason: 'x', by: 'sun' }] }));
    await desk.stores.cases.create(fakeCase({ number: 'accused', accused: 'Li' }));
    await desk.stores.cases.create(fakeCase({ number: 'others', seenBy: ['role:leader'] }));
    expect(await numbers(li)).toEqual([NUMBER]);
    expect(await numbers(await desk.as('wang', 'service'))).toHaveLength(3);
    expect(await numbers(await desk.as('zhao', 'leader'))).toEqual(['others']);
    expect(await numbers(await desk.as('boss', 'admin'))).toHaveLength(4);
    expect(await numbers(await desk.as('new', 'department-head'), '?q=13800138000')).toHaveLength(3);
  });

  test('goes page by page', async () => {
    for (const minute of [1, 2]) {
      const openedAt = new Date(fakeCase().openedAt.getTime() + minute * 60_000);
      await desk.stores.cases.create(fakeCase({ number: `n${minute}`, openedAt }));
    }
    const first = (await li.get('/cases?limit=2')).body as { cases: { number: string }[]; cursor: string };
    expect(first.cases.map(({ number }) => number)).toEqual(['n2', 'n1']);
    const second = (await li.get(`/cases?limit=2&after=${first.cursor}`)).body as { cases: object[]; cursor: null };
    expect(second).toMatchObject({ cases: [{ number: NUMBER }], cursor: null });
  });

  test('gives those that are asked for by number, as far as one sees them', async () => {
    const { body } = await li.get(`/cases?numbers=${NUMBER},others,none`);
    expect((body.cases as { number: string }[]).map(({ number }) => number)).toEqual([NUMBER]);
  });

  test('gives rows, not whole cases', async () => {
    const { body } = await li.get('/cases');
    expect(body.cases[0]).toEqual({
      number: NUMBER,
      playbookHash: 'h1',
      stage: 'classify',
      status: 'open',
      fields: { name: '王小明', content: '导游态度差' },
    });
  });

  test.each([
    '?stage[$gt]=',
    '?q[]=1&q[]=2',
    '?after=x',
    '?limit=0',
    '?limit=1&limit=2',
    '?stage=a&stage=b',
    '?owner=',
    '?q=%00',
  ])('a strange query %s is no server error', async (query) =>
    expect((await li.get(`/cases${query}`)).status).toBeLessThan(500),
  );
});

describe('an operation', () => {
  test('answers the case as it then is', async () => {
    const answer = await note();
    expect([answer.status, answer.get('etag'), answer.body.version]).toEqual([200, '"2"', 2]);
    expect(desk.operations.performed).toMatchObject([
      { verb: 'add-note', number: NUMBER, args: { text: 'seen' }, person: { name: 'li', roles: ['service'] } },
    ]);
  });

  test('hands on nothing of the account but the person', async () => {
    await note();
    expect(JSON.stringify(desk.operations.performed)).not.toMatch(/scrypt|passwordHash|failures/);
  });

  test('on a version that is past is refused', async () => {
    await note({ 'If-Match': '"1"' });
    const late = await note({ 'If-Match': '"1"' });
    expect([late.status, late.body.code]).toEqual([409, 'STALE']);
    expect((await note({ 'If-Match': 'W/"2"' })).status).toBe(200);
    expect((await note({ 'If-Match': '*' })).status).toBe(200);
  });

  test('under the same key is done once, before its version is looked at', async () => {
    const same = { 'Idempotency-Key': 'k1', 'If-Match': '"1"' };
    expect((await note(same)).status).toBe(200);
    const again = await note(same);
    expect([again.status, again.get('etag')]).toEqual([200, '"2"']);
    expect(desk.operations.performed).toHaveLength(1);
    await note();
    await note();
    expect(desk.operations.performed).toHaveLength(3);
  });

  test('keys of different people and verbs are different keys', async () => {
    const key = { 'Idempotency-Key': 'k1' };
    const sun = await desk.as('sun', 'service');
    await note(key);
    await operate(sun, 'add-note', { text: 'seen' }, key);
    await operate(sun, 'recuse', { person: 'nobody' }, key);
    expect(new Set(desk.operations.performed.map(({ cause }) => cause)).size).toBe(3);
  });

  test.each([{ 'If-Match': 'latest' }, { 'Idempotency-Key': 'k'.repeat(201) }])(
    'with the header %j is refused',
    async (headers) => {
      const answer = await note(headers as unknown as Record<string, string>);
      expect([answer.status, answer.body.field]).toEqual([400, Object.keys(headers)[0]]);
    },
  );

  test('that nobody knows, or that is on something else, is refused', async () => {
    for (const verb of ['explode', 'say', 'open-case', 'constructor', '__proto__']) {
      const { status, body } = await operate(li, verb, {});
      expect([verb, status, body.code]).toEqual([verb, 404, 'UNKNOWN_VERB']);
    }
  });

  test('with arguments that are no arguments is refused', async () => {
    const wrong = await operate(li, 'add-note', { text: { $gt: '' } });
    expect([wrong.status, wrong.body.code, wrong.body.field]).toEqual([422, 'INVALID', 'text']);
    expect((await operate(li, 'add-note', [])).body.code).toBe('INVALID');
    const broken = await operate(li, 'add-note', '{"text": ' as never, { 'Content-Type': 'application/json' });
    expect([broken.status, broken.body.code]).toEqual([400, 'BAD_REQUEST']);
    const form = await operate(li, 'add-note', 'text=x' as never, {
      'Content-Type': 'application/x-www-form-urlencoded',
    });
    expect(form.status).toBe(400);
    expect(desk.operations.performed).toHaveLength(0);
  });

  test.each([
    ['CLOSED', 409],
    ['RECUSED', 403],
    ['WRONG_KIND', 409],
    ['NOT_NOW', 409],
    ['NOT_YOUR_ROLE', 403],
    ['SELF_APPROVAL', 403],
    ['OVER_YOUR_LIMIT', 403],
    ['STAGE_NEEDS', 422],
    ['OVER_QUOTE', 422],
    ['ALREADY_TAKEN', 409],
  ])('refused with %s answers %i', async (code, status) => {
    desk.operations.refuseWith = code;
    const answer = await note();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.message).toEqual(expect.any(String));
  });

  test('refused with a code outside the catalogue tells nothing of it', async () => {
    desk.operations.refuseWith = 'SEGFAULT';
    const answer = await note();
    expect([answer.status, answer.body.code]).toEqual([500, 'INTERNAL']);
  });

  test('on a case that one may not see is 404, whatever the verb', async () => {
    const outsider = await desk.as('zhao', 'leader');
    for (const verb of ['add-note', 'explode'])
      expect((await operate(outsider, verb, { text: 'x' })).body.code).toBe('NOT_FOUND');
    expect(desk.operations.performed).toHaveLength(0);
  });

  test('without the session’s token changes nothing', async () => {
    expect((await note({ 'X-CSRF-Token': 'x'.repeat(32) })).status).toBe(403);
    expect(desk.operations.performed).toHaveLength(0);
  });

  test('that recuses oneself says that it went, and nothing of the case', async () => {
    const answer = await operate(li, 'recuse', { person: 'li' });
    expect([answer.status, answer.body]).toEqual([200, { number: NUMBER, version: 2 }]);
    expect((await li.get(`/cases/${NUMBER}`)).status).toBe(404);
  });
});

test('a case is opened by an operation on the desk, once for one key', async () => {
  const open = () => li.post('/operations/open-case', { text: 'by telephone' }, { 'Idempotency-Key': 'call-7' });
  const [one, again] = [await open(), await open()];
  expect(one.status).toBe(200);
  expect(one.get('location')).toBe(`/desk/api/v1/cases/${one.body.number}`);
  expect(again.body.number).toBe(one.body.number);
  expect((await li.post('/operations/add-note', { text: 'x' })).body.code).toBe('UNKNOWN_VERB');
});

describe('evidence', () => {
  test.each(['text/html', 'image/svg+xml', 'application/xhtml+xml'])(
    'of the type %s, which browsers run, is a download and nothing else',
    async (type) => {
      const { sha256 } = await desk.stores.files.put(Buffer.from('<svg onload="alert(1)"/>'));
      const file = { fileId: 'f', name: 'a.svg', type, size: 5, sha256, at: desk.now };
      await desk.stores.cases.create(fakeCase({ number: 'e', evidence: [file] }));
      expect((await li.get(`/files/${sha256}?case=e`)).headers).toMatchObject({
        'content-disposition': expect.stringMatching(/^attachment/),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
    },
  );

  test('is an attachment for those who see its case', async () => {
    const { sha256 } = await desk.stores.files.put(Buffer.from('<script>bytes'));
    const file = { fileId: 'f', name: '收据 "1".html', type: 'image/png', size: 5, sha256, at: desk.now };
    await desk.stores.cases.create(fakeCase({ number: 'e', evidence: [file] }));
    const answer = await li.get(`/files/${sha256}?case=e`);
    expect(answer.status).toBe(200);
    expect(answer.body.toString()).toBe('<script>bytes');
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringMatching(/^attachment; filename=.*UTF-8''/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    for (const path of [
      `/files/${sha256}?case=${NUMBER}`,
      `/files/${'0'.repeat(64)}?case=e`,
      `/files/..%2F..%2Fdesk.db?case=e`,
    ])
      expect((await li.get(path)).status).toBe(404);
    expect((await li.get(`/files/${sha256}`)).status).toBe(400);
    expect((await (await desk.as('zhao', 'leader')).get(`/files/${sha256}?case=e`)).status).toBe(404);
  });
});
