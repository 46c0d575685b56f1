import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { playbookNamed } from '../operations/support/desk.js';
import { routesOf } from '../support/registered-routes.js';
import { fakeCase } from './support/fake-case.js';
import { fakeConversation, HttpDesk } from './support/http-desk.js';

/** Who asks: nobody, a role of no procedure, the case's own role, an admin, one recused from the case, a program of the role's. */
const ROLES = ['out', 'other', 'own', 'admin', 'recused', 'token'] as const;
type Role = (typeof ROLES)[number];

// Beside each route: what these get, in this order. 404 stands for "there is no such thing for you".
const MATRIX: Record<string, string> = {
  'DELETE /desk/api/v1/canned-replies/:id': '401 403 403 204 403 403',
  'DELETE /desk/api/v1/session': '401 204 204 204 204 403',
  'DELETE /desk/api/v1/tokens/:id': '401 403 403 404 403 403',
  'GET /': '200',
  'GET /^\\/desk(?!\\/api(\\/|$))(\\/.*)?$/': '200',
  'GET /case/:number': '404',
  'GET /chat/conversations/:id/events': '404',
  'GET /chat/conversations/:id/messages': '404',
  'GET /desk/api/openapi.json': '401 200 200 200 200 200',
  'GET /desk/api/v1/approvals': '401 200 200 200 200 200',
  'GET /desk/api/v1/canned-replies': '401 200 200 200 200 200',
  'GET /desk/api/v1/cases': '401 200 200 200 200 200',
  'GET /desk/api/v1/cases/:number': '401 404 200 200 404 200',
  'GET /desk/api/v1/cases/:number/course': '401 404 200 200 404 200',
  'GET /desk/api/v1/audit': '401 403 403 200 403 403',
  'GET /desk/api/v1/calendars': '401 200 200 200 200 200',
  'GET /desk/api/v1/channels': '401 403 403 200 403 403',
  'GET /desk/api/v1/conversations': '401 200 200 200 200 200',
  'GET /desk/api/v1/conversations/:id': '401 404 200 200 404 200',
  'GET /desk/api/v1/dead-letters': '401 403 403 200 403 403',
  'GET /desk/api/v1/feed': '401 200 200 200 200 200',
  'GET /desk/api/v1/files/:sha256': '401 404 200 200 404 200',
  'GET /desk/api/v1/hours': '401 200 200 200 200 200',
  'GET /desk/api/v1/invitations/:token': '404',
  'GET /desk/api/v1/notifications': '401 200 200 200 200 200',
  'GET /desk/api/v1/obligations': '401 200 200 200 200 200',
  'GET /desk/api/v1/operations': '401 200 200 200 200 200',
  'GET /desk/api/v1/playbooks': '401 200 200 200 200 200',
  'GET /desk/api/v1/playbooks/versions': '401 403 403 200 403 403',
  'GET /desk/api/v1/reports': '401 404 200 200 200 200',
  'GET /desk/api/v1/sessions': '401 200 200 200 200 403',
  'DELETE /desk/api/v1/sessions/:id': '401 404 404 404 404 403',
  'POST /desk/api/v1/notifications/read': '401 200 200 200 200 200',
  'POST /desk/api/v1/obligations/replay': '401 403 403 404 403 403',
  'POST /desk/api/v1/webhook-deliveries/replay': '401 403 403 404 403 403',
  'GET /desk/api/v1/session': '401 200 200 200 200 403',
  'GET /desk/api/v1/staff': '401 200 200 200 200 200',
  'GET /desk/api/v1/webhooks': '401 403 403 200 403 403',
  'GET /desk/api/v1/webhooks/:id/deliveries': '401 403 403 200 403 403',
  'DELETE /desk/api/v1/webhooks/:id': '401 403 403 404 403 403',
  'POST /desk/api/v1/webhooks': '401 403 403 201 403 403',
  'GET /desk/api/v1/tokens': '401 403 403 200 403 403',
  'GET /embed.js': '200',
  'GET /files/:fileId': '404',
  'GET /healthz': '200',
  'GET /metrics': '200',
  'GET /readyz': '200',
  'PATCH /desk/api/v1/canned-replies/:id': '401 403 403 200 403 403',
  'PATCH /desk/api/v1/staff/:name': '401 403 403 200 403 403',
  'POST /case/:number/answers': '404',
  'POST /chat/conversations': '201',
  'POST /chat/conversations/:id/files': '404',
  'POST /chat/conversations/:id/messages': '404',
  'POST /desk/api/v1/canned-replies': '401 201 201 201 201 201',
  'POST /desk/api/v1/cases/:number/reminders': '401 404 201 201 404 201',
  'POST /desk/api/v1/cases/:number/operations/:verb': '401 404 200 200 404 200',
  'POST /desk/api/v1/conversations/:id/files': '401 404 201 201 404 201',
  'POST /desk/api/v1/conversations/:id/operations/:verb': '401 404 200 200 404 200',
  'POST /desk/api/v1/conversations/:id/presence': '401 404 204 204 404 204',
  'POST /desk/api/v1/channels/:name/test': '401 403 403 404 403 403',
  'POST /desk/api/v1/dead-letters/replay': '401 403 403 404 403 403',
  'POST /desk/api/v1/invitations/:token': '404',
  'POST /desk/api/v1/operations/:verb': '401 200 200 200 200 200',
  'POST /desk/api/v1/password': '401 422 422 422 422 403',
  'POST /desk/api/v1/session': '401',
  'POST /desk/api/v1/staff': '401 403 403 201 403 403',
  'POST /desk/api/v1/staff/:name/invitation': '401 403 403 201 403 403',
  'POST /desk/api/v1/tokens': '401 403 403 201 403 403',
};

/** Bodies that are right, so that only permission decides. */
const BODIES: Record<string, object> = {
  'POST /desk/api/v1/session': { name: 'nobody', password: 'x' },
  'POST /desk/api/v1/password': { current: 'wrong', password: 'another long one' },
  'POST /desk/api/v1/invitations/:token': { password: 'another long one' },
  'POST /desk/api/v1/staff': { name: 'newcomer', roles: ['service'] },
  'POST /desk/api/v1/canned-replies': { title: 'x', text: 'x' },
  'PATCH /desk/api/v1/staff/:name': { displayName: 'Somebody' },
  'POST /desk/api/v1/webhooks': { url: 'https://crm.example/hook', events: ['case.opened'] },
  'POST /desk/api/v1/tokens': { label: 'x' },
  'POST /desk/api/v1/dead-letters/replay': { id: 'none' },
  'POST /desk/api/v1/obligations/replay': { id: 'none' },
  'POST /desk/api/v1/webhook-deliveries/replay': { id: 'none' },
  'POST /desk/api/v1/notifications/read': { ids: ['none'] },
  'POST /desk/api/v1/cases/:number/operations/:verb': { text: 'x' },
  'POST /desk/api/v1/operations/:verb': { text: 'x' },
  'POST /desk/api/v1/conversations/:id/operations/:verb': {},
};

const PHOTO = Buffer.from('a photo');
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de', 'hex');
const SHA256 = createHash('sha256').update(PHOTO).digest('hex');
const VALUES: Record<string, string> = {
  number: 'C1',
  id: 'conversation-1',
  fileId: 'none',
  name: 'somebody',
  token: 'none',
  sha256: SHA256,
};
const travel = playbookNamed('travel');
const verbFor = (path: string) =>
  path.includes('/conversations/') ? 'take-over' : path.includes('/cases/') ? 'add-note' : 'open-case';

let desk: HttpDesk;
let server: Server;
beforeAll(async () => {
  desk = await HttpDesk.open({ playbooks: () => [travel], playbook: () => travel });
  await desk.stores.files.put(PHOTO);
  server = desk.app.listen(0);
  await desk.hire('somebody', ['service']);
  await desk.hire('own', ['service']);
  await desk.hire('recused', ['service']);
  await desk.hire('admin', ['admin']);
  await desk.hire('other', ['gardener']);
  await desk.stores.cases.create(
    fakeCase({
      number: 'C1',
      playbook: { id: travel.id, hash: travel.hash },
      conversationId: 'conversation-1',
      evidence: [{ name: 'photo.jpg', type: 'image/jpeg', size: PHOTO.length, sha256: SHA256 }] as never,
      seenBy: ['role:service'],
      recused: [{ name: 'recused', reason: 'named', by: 'customer' }],
    }),
  );
  await desk.stores.conversations.create(fakeConversation());
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await desk.close();
});

async function headersOf(role: Role): Promise<Record<string, string>> {
  if (role === 'out') return {};
  if (role !== 'token') {
    const { cookie, csrf } = await desk.as(role);
    return { Cookie: cookie, 'X-CSRF-Token': csrf };
  }
  const admin = await desk.as('admin');
  const { body } = await admin.post('/tokens', { label: 'x', name: 'own' });
  return { Authorization: `Bearer ${(body as { token: string }).token}` };
}

function photoForm(): FormData {
  const form = new FormData();
  form.append('file', new Blob([PNG]), 'photo.png');
  return form;
}

async function outcome(route: string, role: Role): Promise<number> {
  const [method, path] = route.split(' ') as [string, string];
  const free = { ...(await desk.stores.conversations.find('conversation-1'))!, control: { by: 'bot' } as const };
  await desk.stores.conversations.replace({ ...free, version: free.version + 1 }, free.version);
  const reply = { id: 'conversation-1', title: 'x', text: 'x', by: 'admin', at: desk.now };
  await desk.stores.cannedReplies.create(reply);
  const query = path.includes('/files/:') ? '?case=C1' : '';
  const address = path.startsWith('/^')
    ? '/desk/inbox'
    : path.replace(/:(\w+)/g, (_, name: string) => (name === 'verb' ? verbFor(path) : VALUES[name]!));
  if (path.endsWith('/reminders')) desk.later(11); // each person may once in ten minutes
  const isUpload = path.startsWith('/desk/') && path.endsWith('/files');
  const body = method === 'GET' ? undefined : isUpload ? photoForm() : JSON.stringify(BODIES[route] ?? {});
  const ending = new AbortController();
  const { status } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${address}${query}`, {
    method,
    headers: { ...(await headersOf(role)), ...(typeof body === 'string' && { 'Content-Type': 'application/json' }) },
    body,
    signal: ending.signal,
  });
  ending.abort(); // the feed never ends by itself
  return status;
}

test('every route has a stated outcome, and no other is stated', () => {
  expect(routesOf(desk.app)).toEqual(Object.keys(MATRIX).sort());
});

test.each(Object.entries(MATRIX))('%s answers %s', async (route, stated) => {
  const found: number[] = [];
  for (const role of ROLES) found.push(await outcome(route, role));
  const expected = stated.split(' ').map(Number);
  expect(found).toEqual(expected.length === 1 ? ROLES.map(() => expected[0]) : expected);
});
