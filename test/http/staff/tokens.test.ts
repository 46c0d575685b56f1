import request from 'supertest';
import { fakeCase } from '../support/fake-case.js';
import { HttpDesk } from '../support/http-desk.js';

let desk: HttpDesk;
beforeEach(async () => void (desk = await HttpDesk.open()));
afterEach(() => desk.close());

const by = (token: string) => ({
  get: (path: string) => request(desk.app).get(`/desk/api/v1${path}`).set('Authorization', `Bearer ${token}`),
  post: (path: string, body: object = {}) =>
    request(desk.app).post(`/desk/api/v1${path}`).set('Authorization', `Bearer ${token}`).send(body),
});

async function made(body: object) {
  const admin = await desk.as('admin', 'admin');
  const { status, body: answer } = await admin.post('/tokens', body);
  expect(status).toBe(201);
  return answer as { id: string; token: string; roles: string[] };
}

test('a token acts as its person, without a CSRF token', async () => {
  await desk.hire('li', ['service', 'leader']);
  await desk.stores.cases.create(fakeCase({ number: 'C1', seenBy: ['role:service'] }));
  const { token } = await made({ label: 'reports', name: 'li', roles: ['service'] });
  expect((await by(token).get('/cases/C1')).status).toBe(200);
  expect((await by(token).post('/cases/C1/operations/add-note', { text: 'x' })).status).toBe(200);
  expect(desk.operations.performed).toMatchObject([{ person: { name: 'li', roles: ['service'] } }]);
  expect((await by(token).get('/channels')).status).toBe(403);
});

test('it is shown once and stored as its hash', async () => {
  const { id, token } = await made({ label: 'reports' });
  const admin = await desk.as('admin');
  const { body, text } = await admin.get('/tokens');
  expect(body).toMatchObject({
    tokens: [{ id, name: 'admin', label: 'reports', roles: ['admin'], createdBy: 'admin' }],
  });
  expect(text).not.toContain(token.split('.')[1]);
  expect(text).not.toContain('hash');
  expect(JSON.stringify(await desk.stores.tokens.all())).not.toContain(token.split('.')[1]);
});

test('a wrong, a revoked and an expired one are refused, whatever cookie comes along', async () => {
  const admin = await desk.as('admin', 'admin');
  const { id, token } = await made({ label: 'a' });
  const { token: shortLived } = await made({ label: 'b', days: 1 });
  for (const wrong of [`${token}x`, `${id}.x`, id, 'nothing.here'])
    expect((await by(wrong).get('/staff').set('Cookie', admin.cookie)).status).toBe(401);
  expect((await by(token).get('/staff')).status).toBe(200);
  expect((await admin.send('delete', `/tokens/${id}`)).status).toBe(204);
  expect((await admin.send('delete', `/tokens/${id}`)).status).toBe(404);
  expect((await by(token).get('/staff')).status).toBe(401);
  expect((await by(shortLived).get('/staff')).status).toBe(200);
  desk.later(24 * 60);
  expect((await by(shortLived).get('/staff')).status).toBe(401);
});

test('roles lost and accounts closed count at the next request', async () => {
  await desk.hire('boss', ['admin', 'service']);
  const { token } = await made({ label: 'a', name: 'boss' });
  expect((await by(token).get('/channels')).status).toBe(200);
  await desk.stores.staff.update('boss', { roles: ['service'] });
  expect((await by(token).get('/channels')).status).toBe(403);
  const admin = await desk.as('admin');
  await admin.send('patch', '/staff/boss', { active: false });
  await admin.send('patch', '/staff/boss', { active: true });
  expect((await by(token).get('/staff')).status).toBe(401);
});

test('passwords, sessions and tokens are not for tokens, nor tokens for others than admins', async () => {
  const { token } = await made({ label: 'a' });
  expect((await by(token).get('/tokens')).status).toBe(403);
  expect((await by(token).post('/tokens', { label: 'b' })).status).toBe(403);
  expect((await by(token).get('/session')).status).toBe(403);
  expect((await by(token).post('/password', { current: 'x', password: 'a long one indeed' })).status).toBe(403);
  const li = await desk.as('li', 'service');
  expect((await li.get('/tokens')).status).toBe(403);
  expect((await li.post('/tokens', { label: 'a' })).status).toBe(403);
  const admin = await desk.as('admin');
  expect((await admin.post('/tokens', { label: 'a', name: 'nobody' })).body).toMatchObject({ field: 'name' });
  expect((await admin.post('/tokens', { label: 'a', name: 'li', roles: ['admin'] })).body).toMatchObject({
    field: 'roles',
  });
});
