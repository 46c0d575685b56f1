import request from 'supertest';
import { caseLink } from '../../../src/http/case/case-link.js';
import { SignedLinks } from '../../../src/http/token.js';
import { fakeCase } from '../support/fake-case.js';
import { HttpDesk } from '../support/http-desk.js';

let desk: HttpDesk;
const NUMBER = '306-2817-5';
beforeEach(async () => {
  desk = await HttpDesk.open();
  await desk.stores.cases.create(fakeCase());
  await desk.stores.cases.create(fakeCase({ number: '812-6339-0' }));
});
afterEach(() => desk.close());

const linkOf = (number: string, links = desk.ports.links) => {
  const { pathname, search } = new URL(caseLink('http://localhost:3978', links, number, desk.now));
  return pathname + search;
};
const keyOf = (number: string) => linkOf(number).split('key=')[1]!;
const json = (path: string) => request(desk.app).get(path).set('Accept', 'application/json');
const page = (path: string) => request(desk.app).get(path).set('Accept', 'text/html');

test('the signed link shows the case: JSON when asked for, else the page', async () => {
  const answer = await json(linkOf(NUMBER));
  expect([answer.status, answer.body]).toEqual([200, { number: NUMBER, stage: 'classify', status: 'open' }]);
  const html = await page(linkOf(NUMBER));
  expect([html.status, html.text]).toEqual([200, '<!doctype html><title>case</title>']);
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', vary: 'Accept' });
  expect(html.headers).toMatchObject({ 'referrer-policy': 'no-referrer', vary: 'Accept' });
});

test('reading records nothing', async () => {
  await json(linkOf(NUMBER));
  await page(linkOf(NUMBER));
  expect((await desk.stores.cases.find(NUMBER))?.version).toBe(1);
  expect(desk.answers).toEqual([]);
});

test('without the right key nothing is told, not even whether there is such a case', async () => {
  const changed = keyOf(NUMBER).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  const foreign = new SignedLinks('another secret of another desk');
  const paths = [
    `/case/${NUMBER}`,
    `/case/${NUMBER}?key=`,
    `/case/${NUMBER}?key=${changed}`,
    `/case/${NUMBER}?key=${keyOf('812-6339-0')}`,
    `/case/${NUMBER}?key=${keyOf(NUMBER)}&key=${keyOf(NUMBER)}`,
    linkOf(NUMBER, foreign),
    linkOf('000-0000-0'),
  ];
  for (const path of paths) {
    const answer = await json(path);
    expect([answer.status, answer.body]).toEqual([404, { code: 'NOT_FOUND', message: 'This link opens nothing.' }]);
    const html = await page(path);
    expect([html.status, html.text]).toEqual([404, '<!doctype html><title>case</title>']);
  }
});

test('a link ends after two years', async () => {
  const path = linkOf(NUMBER);
  desk.later(730 * 24 * 60);
  expect((await json(path)).status).toBe(200);
  desk.later(2 * 24 * 60);
  expect((await json(path)).status).toBe(404);
});

describe('an answer of the customer', () => {
  const answer = (body: object, headers: Record<string, string> = {}, path = linkOf(NUMBER)) =>
    request(desk.app).post(path.replace('?', '/answers?')).set(headers).send(body);

  test('is performed, and the case is shown as it then is', async () => {
    const done = await answer({ id: 'ask-1', choice: 'accept' });
    expect([done.status, done.body.number]).toEqual([200, NUMBER]);
    expect(desk.answers).toMatchObject([{ number: NUMBER, answer: { id: 'ask-1', choice: 'accept' } }]);
  });

  test('repeated under one key has one cause', async () => {
    for (const key of ['k1', 'k1', 'k2']) await answer({ id: 'ask-1', text: '好' }, { 'Idempotency-Key': key });
    const [one, again, other] = (desk.answers as { cause: string }[]).map(({ cause }) => cause);
    expect(one).toBe(again);
    expect(other).not.toBe(one);
  });

  test('that comes too late is refused with the reason', async () => {
    const late = await answer({ id: 'gone', choice: 'accept' });
    expect([late.status, late.body]).toEqual([409, { code: 'NOT_NOW', message: 'This question is closed.' }]);
  });

  test.each([
    [{}],
    [{ id: 'ask-1' }],
    [{ id: 1, choice: 'x' }],
    [{ id: 'ask-1', choice: { $ne: '' } }],
    [{ id: 'a', choice: 'x', by: 'me' }],
  ])('of the form %j is refused', async (body) => {
    expect((await answer(body)).body).toMatchObject({ code: 'BAD_REQUEST', field: expect.any(String) });
    expect(desk.answers).toEqual([]);
  });

  test('without the key is refused before its body is looked at', async () => {
    const refused = await answer({}, {}, `/case/${NUMBER}?key=x`);
    expect([refused.status, refused.body.code]).toEqual([404, 'NOT_FOUND']);
  });

  test('too many at once are slowed down', async () => {
    for (let n = 0; n < 20; n += 1) expect((await answer({ id: 'ask-1', text: `${n}` })).status).toBe(200);
    const refused = await answer({ id: 'ask-1', text: 'more' });
    expect([refused.status, refused.body.code, refused.get('retry-after')]).toEqual([429, 'TOO_MANY', '10']);
    expect(desk.answers).toHaveLength(20);
  });
});
