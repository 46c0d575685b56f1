import request from 'supertest';
import { HttpDesk } from '../support/http-desk.js';

let desk: HttpDesk;
beforeEach(async () => void (desk = await HttpDesk.open()));
afterEach(() => desk.close());

test('alive and ready, with what an operator should know', async () => {
  expect((await request(desk.app).get('/healthz')).body).toEqual({ alive: true });
  const answer = await request(desk.app).get('/readyz');
  expect([answer.status, answer.body]).toEqual([200, { ready: true, notes: ['a playbook does not check'] }]);
});

test('alive but not ready while stopping', async () => {
  desk.unready = 'The desk is stopping.';
  const answer = await request(desk.app).get('/readyz');
  expect([answer.status, answer.body]).toEqual([503, { code: 'UNAVAILABLE', message: 'The desk is stopping.' }]);
  expect((await request(desk.app).get('/healthz')).status).toBe(200);
});

test('metrics count what the desk does, and label no ids', async () => {
  desk.ports.metrics.messagesTaken.inc();
  await request(desk.app).get('/case/306-2817-5?key=k').set('Accept', 'application/json');
  await request(desk.app).get('/nowhere/in/particular');
  const { status, text, headers } = await request(desk.app).get('/metrics');
  expect(status).toBe(200);
  expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(text).toMatch(/^# TYPE redress_messages_taken_total counter\nredress_messages_taken_total 1$/m);
  expect(text).toMatch(/^redress_obligations_owed 3$/m);
  expect(text).toContain('redress_http_request_seconds_count{method="GET",door="case",status="404"} 1');
  expect(text).toContain('redress_http_request_seconds_count{method="GET",door="other",status="404"} 1');
  expect(text).not.toMatch(/306-2817-5|particular/);
});

test('two desks in one process count apart', async () => {
  const other = await HttpDesk.open();
  try {
    desk.ports.metrics.casesOpened.inc(7);
    const { text } = await request(other.app).get('/metrics');
    expect(text).toMatch(/^redress_cases_opened_total 0$/m);
  } finally {
    await other.close();
  }
});
