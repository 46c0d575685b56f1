import { openApi } from '../../../src/http/staff/openapi.js';
import { STAFF_VERBS } from '../../../src/operations/verbs.js';
import { VERBS } from '../support/fake-operations.js';
import { HttpDesk, type StaffClient } from '../support/http-desk.js';

let desk: HttpDesk;
let admin: StaffClient;
beforeAll(async () => {
  desk = await HttpDesk.open();
  admin = await desk.as('admin', 'admin');
});
afterAll(() => desk.close());

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { requestBody?: unknown }>>;
}

async function document(): Promise<Document> {
  return (await admin.get('/desk/api/openapi.json')).body as Document;
}

test('is OpenAPI 3.1 with every operation and its arguments', async () => {
  const { openapi, paths } = await document();
  expect(openapi).toMatch(/^3\.1\./);
  expect(Object.keys(paths).filter((path) => path.includes('operations/'))).toHaveLength(VERBS.length);
  expect(paths['/cases/{number}/operations/add-note']?.post?.requestBody).toMatchObject({
    content: { 'application/json': { schema: { type: 'object', required: ['text'] } } },
  });
});

test('describes what staff can really do', () => {
  const { paths } = openApi(STAFF_VERBS) as Document;
  for (const path of [
    '/operations/open-case',
    '/cases/{number}/operations/assign',
    '/conversations/{id}/operations/transfer',
  ])
    expect(paths[path]?.post?.requestBody).toMatchObject({
      content: { 'application/json': { schema: { type: 'object', properties: expect.any(Object) } } },
    });
});

test('names no address that is not there', async () => {
  const { paths } = await document();
  expect(Object.keys(paths).length).toBeGreaterThan(15);
  for (const [path, methods] of Object.entries(paths)) {
    if (path === '/feed') continue; // never ends
    for (const method of Object.keys(methods)) {
      const address = path.replace(/\{\w+\}/g, 'none');
      const { body } = await (method === 'get' ? admin.get(address) : admin.send(method as 'post', address, {}));
      expect([method, path, (body as { message?: string }).message]).not.toContain('There is nothing here for you.');
      if (path === '/session' && method === 'delete') admin = await desk.as('admin');
    }
  }
});

test('operations tell clients what to ask for', async () => {
  const { operations } = (await admin.get('/operations')).body as { operations: object[] };
  expect(operations).toHaveLength(VERBS.length);
  expect(operations).toContainEqual({
    verb: 'say',
    on: 'conversation',
    describe: 'Says something to the customer.',
    arguments: expect.objectContaining({
      type: 'object',
      properties: { text: { type: 'string', minLength: 1 } },
      required: ['text'],
    }),
  });
});
