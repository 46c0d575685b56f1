import request from 'supertest';
import { HttpDesk, PASSWORD } from '../support/http-desk.js';

let desk: HttpDesk;
beforeEach(async () => void (desk = await HttpDesk.open()));
afterEach(() => desk.close());

describe('signing in', () => {
  test('answers who one is, with a cookie that scripts and other sites cannot use', async () => {
    await desk.hire('li', ['service']);
    const answer = await desk.signIn('li', PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      person: { name: 'li', displayName: 'LI', roles: ['service'], skills: [], active: true },
      csrf: expect.any(String),
    });
    expect(answer.get('set-cookie')).toEqual([
      expect.stringMatching(/^redress=[\w-]+;.*Path=\/;.*HttpOnly; SameSite=Strict$/),
    ]);
    expect(answer.text).not.toContain('passwordHash');
  });

  test('the cookie is Secure and bound to the host where the desk is reached over TLS', async () => {
    await desk.close();
    desk = await HttpDesk.open({ publicUrl: 'https://desk.example' });
    await desk.hire('li', ['service']);
    const [cookie] = (await desk.signIn('li', PASSWORD)).get('set-cookie')!;
    expect(cookie).toMatch(/^__Host-redress=.*Secure/);
  });

  test('the store knows the hash of the cookie, never the cookie', async () => {
    const li = await desk.as('li', 'service');
    const secret = li.cookie.split('=')[1]!;
    expect(await desk.stores.sessions.find(secret, desk.now)).toBeUndefined();
  });

  test('a wrong password, an unknown name and a closed account are answered alike', async () => {
    await desk.hire('li', ['service']);
    await desk.hire('gone', ['service'], { active: false });
    const answers = [
      await desk.signIn('li', 'not this one'),
      await desk.signIn('nobody', 'not this one'),
      await desk.signIn('gone', PASSWORD),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(401);
      expect(body).toEqual({ code: 'UNAUTHENTICATED', message: 'The name or the password is wrong.' });
    }
  });

  test('somebody invited who has no password yet cannot sign in', async () => {
    await desk.hire('new', ['service'], { passwordHash: undefined });
    expect((await desk.signIn('new', '')).status).toBe(400);
    expect((await desk.signIn('new', 'undefined')).status).toBe(401);
  });

  test('an operator, a list or a field too many is refused', async () => {
    for (const body of [{ name: 'li', password: { $ne: '' } }, { name: ['li'], password: 'x' }, [], 'li']) {
      const { status } = await request(desk.app).post('/desk/api/v1/session').send(body);
      expect(status).toBe(400);
    }
  });

  test('a form of another site cannot sign anybody in', async () => {
    await desk.hire('li', ['service']);
    const { status } = await request(desk.app)
      .post('/desk/api/v1/session')
      .type('form')
      .send({ name: 'li', password: PASSWORD });
    expect(status).toBe(400);
  });
});

describe('guessing', () => {
  test('stops after ten attempts with Retry-After, also with the right password', async () => {
    await desk.hire('li', ['service']);
    for (let n = 0; n < 10; n += 1) expect((await desk.signIn('li', `guess ${n}`)).status).toBe(401);
    const answer = await desk.signIn('li', PASSWORD);
    expect(answer.status).toBe(429);
    expect(answer.body).toMatchObject({ code: 'TOO_MANY' });
    expect(Number(answer.get('retry-after'))).toBe(15 * 60);
    expect((await desk.signIn('li', PASSWORD, '198.51.100.7')).status).toBe(200);
    desk.later(10); // trying on meanwhile does not make the wait longer
    for (let n = 0; n < 10; n += 1) expect((await desk.signIn('li', PASSWORD)).status).toBe(429);
    desk.later(5.1);
    expect((await desk.signIn('li', PASSWORD)).status).toBe(200);
  });

  test('stops for names that do not exist as for others', async () => {
    for (let n = 0; n < 10; n += 1) expect((await desk.signIn('nobody', `guess ${n}`)).status).toBe(401);
    expect((await desk.signIn('nobody', 'x')).status).toBe(429);
  });

  test('many at once do not slip through', async () => {
    await desk.hire('li', ['service']);
    const answers = await Promise.all(Array.from({ length: 14 }, (_, n) => desk.signIn('li', `guess ${n}`)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
  });

  test('signing in forgets the failures before it', async () => {
    await desk.hire('li', ['service']);
    for (let n = 0; n < 9; n += 1) await desk.signIn('li', `guess ${n}`);
    expect((await desk.signIn('li', PASSWORD)).status).toBe(200);
    expect((await desk.signIn('li', 'wrong again')).status).toBe(401);
    expect((await desk.stores.staff.find('li'))?.failures).toBe(1);
  });

  test('a lock kept with the account holds, whoever asks', async () => {
    await desk.hire('li', ['service'], { lockedUntil: new Date(desk.now.getTime() + 90_000) });
    const answer = await desk.signIn('li', PASSWORD);
    expect(answer.status).toBe(429);
    expect(answer.get('retry-after')).toBe('90');
  });
});

describe('a session', () => {
  test('is found again with its token, and ends by signing out', async () => {
    const li = await desk.as('li', 'service');
    expect((await li.get('/session')).body).toMatchObject({ person: { name: 'li' }, csrf: li.csrf });
    expect((await li.send('delete', '/session')).status).toBe(204);
    expect((await li.get('/session')).status).toBe(401);
  });

  test('ends after twelve hours', async () => {
    const li = await desk.as('li', 'service');
    desk.later(12 * 60 - 1);
    expect((await li.get('/session')).status).toBe(200);
    desk.later(1);
    expect((await li.get('/session')).status).toBe(401);
  });

  test('begins anew at every sign-in of the same browser', async () => {
    const li = await desk.as('li', 'service');
    const again = await desk.signIn('li', PASSWORD).set('Cookie', li.cookie);
    expect(again.get('set-cookie')![0]).not.toContain(li.cookie);
    expect((await li.get('/session')).status).toBe(401);
  });

  test('a post needs its own token: none, a wrong one and another person’s are refused', async () => {
    const [li, wang] = [await desk.as('li', 'service'), await desk.as('wang', 'service')];
    for (const token of ['', 'x'.repeat(32), wang.csrf]) {
      const answer = await li.send('delete', '/session', undefined, { 'X-CSRF-Token': token });
      expect(answer.status).toBe(403);
      expect(answer.body).toMatchObject({ code: 'CSRF' });
    }
    expect((await li.get('/session')).status).toBe(200);
  });

  test('every address of the staff API but signing in and invitations answers 401 without one', async () => {
    const paths = [
      '/cases',
      '/cases/1',
      '/conversations?control=bot',
      '/obligations',
      '/notifications',
      '/staff',
      '/feed',
      '/operations',
      '/files/a?case=1',
      '/nowhere',
    ];
    for (const path of paths) {
      const answer = await request(desk.app).get(`/desk/api/v1${path}`).set('Authorization', 'Bearer token');
      expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'UNAUTHENTICATED']);
    }
    expect((await request(desk.app).get('/desk/api/openapi.json')).status).toBe(401);
    for (const path of ['/staff', '/cases/1/operations/add-note', '/operations/open-case', '/password'])
      expect((await request(desk.app).post(`/desk/api/v1${path}`).send({})).status).toBe(401);
  });
});

describe('changing one’s password', () => {
  test('needs the present one, ends all other sessions and goes on with a new one', async () => {
    const [li, elsewhere] = [await desk.as('li', 'service'), await desk.as('li', 'service')];
    const wrong = await li.post('/password', { current: 'not this one', password: 'another password' });
    expect([wrong.status, wrong.body.field]).toEqual([422, 'current']);
    const changed = await li.post('/password', { current: PASSWORD, password: 'another password' });
    expect(changed.status).toBe(200);
    expect((await elsewhere.get('/session')).status).toBe(401);
    expect((await li.get('/session')).status).toBe(401);
    expect((await desk.signIn('li', 'another password')).status).toBe(200);
    expect((await desk.signIn('li', PASSWORD)).status).toBe(401);
  });

  test('a short one is refused', async () => {
    const li = await desk.as('li', 'service');
    const answer = await li.post('/password', { current: PASSWORD, password: 'short' });
    expect([answer.status, answer.body.field]).toEqual([422, 'password']);
  });
});

describe('a password that was printed', () => {
  test('opens nothing but its own change', async () => {
    await desk.hire('admin', ['admin'], { mustChangePassword: true });
    const admin = await desk.as('admin');
    for (const path of ['/cases', '/staff', '/feed', '/desk/api/openapi.json'])
      expect((await admin.get(path)).body).toMatchObject({ code: 'FORBIDDEN', field: 'password' });
    expect((await admin.post('/staff', {})).status).toBe(403);
    expect((await admin.get('/session')).body).toMatchObject({ person: { mustChangePassword: true } });
    const changed = await admin.post('/password', { current: PASSWORD, password: 'another long one' });
    expect(changed.status).toBe(200);
    expect((await desk.signIn('admin', 'another long one')).body.person).not.toHaveProperty('mustChangePassword');
    const cookie = changed.get('set-cookie')![0]!.split(';')[0]!;
    expect((await request(desk.app).get('/desk/api/v1/staff').set('Cookie', cookie)).status).toBe(200);
  });
});
