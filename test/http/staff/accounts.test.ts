import request from 'supertest';
import { HttpDesk, PASSWORD, type StaffClient } from '../support/http-desk.js';

let desk: HttpDesk;
let admin: StaffClient;
beforeEach(async () => {
  desk = await HttpDesk.open();
  admin = await desk.as('admin', 'admin');
});
afterEach(() => desk.close());

const ZHOU = { name: 'zhou', displayName: 'Zhou', roles: ['service'], department: 'tours', skills: ['english'] };

async function invite(person: object = ZHOU): Promise<string> {
  const { status, body } = await admin.post('/staff', person);
  expect(status).toBe(201);
  return new URL((body as { link: string }).link).pathname.split('/').at(-1)!;
}

const accept = (token: string, password: unknown) =>
  request(desk.app)
    .post(`/desk/api/v1/invitations/${token}`)
    .send({ password } as object);

describe('an invitation', () => {
  test('lets one person in with a password of their own', async () => {
    const token = await invite();
    const whose = await request(desk.app).get(`/desk/api/v1/invitations/${token}`);
    expect(whose.body).toEqual({ name: 'zhou', displayName: 'Zhou' });
    expect((await accept(token, 'my own password')).status).toBe(200);
    const answer = await desk.signIn('zhou', 'my own password');
    expect(answer.body.person).toEqual({ ...ZHOU, active: true });
  });

  test('is used once', async () => {
    const token = await invite();
    await accept(token, 'my own password');
    expect((await accept(token, 'another password')).status).toBe(404);
    expect((await desk.signIn('zhou', 'my own password')).status).toBe(200);
  });

  test('is used once by two at the same moment', async () => {
    const token = await invite();
    const answers = await Promise.all([accept(token, 'the first password'), accept(token, 'the other password')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  test('expires after a week', async () => {
    const token = await invite();
    desk.later(7 * 24 * 60);
    expect((await accept(token, 'my own password')).status).toBe(404);
  });

  test('a short password or none is refused and leaves it open', async () => {
    const token = await invite();
    for (const password of ['short', undefined, { $ne: '' }])
      expect((await accept(token, password)).body).toMatchObject({ code: 'INVALID', field: 'password' });
    expect((await accept(token, 'my own password')).status).toBe(200);
  });

  test('an unknown one, or its hash from the store, opens nothing', async () => {
    await invite();
    const { invitation } = (await desk.stores.staff.find('zhou'))!;
    for (const token of ['nothing', invitation!.tokenHash])
      expect((await accept(token, 'my own password')).status).toBe(404);
  });

  test('sent again it takes the old password and all sessions away', async () => {
    const li = await desk.as('li', 'service');
    const { status, body } = await admin.post('/staff/li/invitation');
    expect(status).toBe(201);
    expect((await li.get('/session')).status).toBe(401);
    expect((await desk.signIn('li', PASSWORD)).status).toBe(401);
    expect((await accept(String(body.link).split('/').at(-1)!, 'my own password')).status).toBe(200);
  });
});

describe('inviting', () => {
  test('is for admins', async () => {
    const li = await desk.as('li', 'service');
    const answers = [
      await li.post('/staff', { name: 'zhou', roles: ['admin'] }),
      await li.send('patch', '/staff/li', { roles: ['admin'] }),
      await li.send('patch', '/staff/li', { offDuty: true, roles: ['admin'] }),
      await li.post('/staff/admin/invitation'),
    ];
    for (const { status, body } of answers) expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
    expect((await desk.stores.staff.find('li'))?.roles).toEqual(['service']);
  });

  test.each([
    [{ ...ZHOU, roles: ['emperor'] }, 'roles'],
    [{ ...ZHOU, roles: [] }, 'roles'],
    [{ ...ZHOU, department: 'nowhere' }, 'department'],
    [{ ...ZHOU, name: 'Zhou Wei/../x' }, 'name'],
    [{ ...ZHOU, name: { $gt: '' } }, 'name'],
    [{ ...ZHOU, passwordHash: 'x' }, 'passwordHash'],
  ])('with %j names the field at fault', async (person, field) => {
    const { status, body } = await admin.post('/staff', person);
    expect([status, body.code, body.field]).toEqual([422, 'INVALID', field]);
  });

  test('a name that somebody has, or by which rules speak, is refused', async () => {
    await invite();
    for (const name of ['zhou', 'admin', 'service', 'customer', 'tours'])
      expect((await admin.post('/staff', { ...ZHOU, name })).status).toBe(409);
  });
});

describe('changing people', () => {
  test('new roles are in force at the next request', async () => {
    const li = await desk.as('li', 'service');
    expect((await admin.send('patch', '/staff/li', { roles: ['service', 'admin'] })).status).toBe(200);
    expect((await li.post('/staff', ZHOU)).status).toBe(201);
  });

  test('closing an account ends its sessions at once, and opening it again brings none back', async () => {
    const li = await desk.as('li', 'service');
    expect((await admin.send('patch', '/staff/li', { active: false })).body).toMatchObject({ active: false });
    expect((await li.get('/session')).status).toBe(401);
    expect((await desk.signIn('li', PASSWORD)).status).toBe(401);
    await admin.send('patch', '/staff/li', { active: true });
    expect((await li.get('/session')).status).toBe(401);
  });

  test('one’s own duty is one’s own to say', async () => {
    const li = await desk.as('li', 'service');
    expect((await li.send('patch', '/staff/li', { offDuty: true })).status).toBe(200);
    expect((await desk.stores.staff.find('li'))?.offDuty).toBe(true);
    expect((await li.send('patch', '/staff/admin', { offDuty: true })).status).toBe(403);
  });

  test('a department can be taken away; what is not named stays', async () => {
    await invite({ ...ZHOU, no: '0217' });
    await admin.send('patch', '/staff/zhou', { department: null });
    expect(await desk.stores.staff.find('zhou')).toMatchObject({ no: '0217', skills: ['english'] });
    expect((await desk.stores.staff.find('zhou'))?.department).toBeUndefined();
  });

  test('the last admin stays one', async () => {
    for (const change of [{ active: false }, { roles: ['service'] }])
      expect((await admin.send('patch', '/staff/admin', change)).status).toBe(422);
    await desk.as('second', 'admin');
    expect((await admin.send('patch', '/staff/admin', { roles: ['service'] })).status).toBe(200);
  });

  test('somebody unknown is not there', async () => {
    expect((await admin.send('patch', '/staff/nobody', { offDuty: true })).status).toBe(404);
  });
});

test('everybody sees who works here, and never a secret; closed accounts and invitations only admins', async () => {
  await invite();
  await desk.hire('gone', ['service'], { active: false });
  const li = await desk.as('li', 'service');
  const [own, all] = [await li.get('/staff'), await admin.get('/staff')];
  const names = ({ body }: { body: { staff: { name: string }[] } }) => body.staff.map(({ name }) => name);
  expect(names(own)).toEqual(['admin', 'li', 'zhou']);
  expect(names(all)).toEqual(['admin', 'gone', 'li', 'zhou']);
  expect(own.text + all.text).not.toMatch(/hash|scrypt/i);
  expect(own.text).not.toContain('invited');
  expect(all.text).toContain('invitedUntil');
});
