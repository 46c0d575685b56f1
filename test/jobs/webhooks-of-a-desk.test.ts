import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Stores } from '../../src/domain/ports.js';
import { WEBHOOK_EVENTS } from '../../src/domain/webhook.js';
import { TestDesk } from '../support/test-desk.js';

test('a whole desk tells what was opened, what was entered and what is late', async () => {
  const told: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      told.push((JSON.parse(body) as { event: string }).event);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  let stores: Stores | undefined;
  const between = (opened: Stores) => (stores = opened);
  const desk = await new TestDesk('travel', { between }, { WEBHOOK_ALLOW_PRIVATE: '1' }).open();
  await desk.hire('li', ['service']);
  await desk.hire('zhao', ['leader']);
  const hook = { id: 'crm', url, events: [...WEBHOOK_EVENTS], secret: 'key', createdBy: 'admin', createdAt: desk.now };
  await stores!.webhooks.create(hook);
  const args = { source: 'phone', category: 'logistics', text: '接机晚点', name: '高飞', phone: '13700137061' };
  const { desk: act } = desk.app;
  const facts = { 'fields.occurred_at': '2026-03-01 23:00', 'fields.outcome': '说明原因' };
  expect(await act.operate({ by: 'li', verb: 'open-case', args: { ...args, ...facts } })).toMatchObject({ ok: true });
  await desk.pass(1);
  expect(told.sort()).toEqual(['case.opened', 'case.stage']);
  await desk.pass(24 * 60);
  expect(told).toContain('promise.late');
  await desk.close();
  await new Promise((resolve) => server.close(resolve));
});
