import { HttpDesk } from '../support/http-desk.js';

let desk: HttpDesk;
beforeEach(async () => {
  desk = await HttpDesk.open();
});
afterEach(() => desk.close());

type Listed = { id: string; name: string; current: boolean }[];

test('one’s own sessions are listed and ended; an admin sees and ends everybody’s', async () => {
  const [li, wang] = [await desk.as('li', 'service'), await desk.as('wang', 'service')];
  const mine = (await li.get('/sessions')).body.sessions as Listed;
  expect(mine).toEqual([expect.objectContaining({ name: 'li', current: true })]);
  expect((await li.get('/sessions?name=wang')).status).toBe(403);
  const theirs = (await wang.get('/sessions')).body.sessions as Listed;
  expect((await li.send('delete', `/sessions/${theirs[0]!.id}`)).status).toBe(404);

  const admin = await desk.as('boss', 'admin');
  const all = (await admin.get('/sessions')).body.sessions as Listed;
  expect(all.map(({ name }) => name).sort()).toEqual(['boss', 'li', 'wang']);
  expect((await admin.send('delete', `/sessions/${theirs[0]!.id}`)).status).toBe(204);
  expect((await wang.get('/cases')).status).toBe(401);
  expect((await li.send('delete', `/sessions/${mine[0]!.id}`)).status).toBe(204);
  expect((await li.get('/cases')).status).toBe(401);
});
