import { TestDesk } from '../support/test-desk.js';
import type { Stores } from '../../src/domain/ports.js';

const CHAT = { channel: 'scripted', user: 'guest' };
const PDF = Buffer.from('%PDF-1.4 a plan');

let stores: Stores;
let desk: TestDesk;
beforeEach(async () => {
  desk = new TestDesk('travel', { between: (opened) => (stores = opened) });
  await desk.open();
  await desk.hire('li', ['service']);
  await desk.channel.take('guest', { text: '你好，我要找人工客服' }, 'zh-CN');
  await desk.app.idle();
});
afterEach(() => desk.close());

async function upload(name: string): Promise<string> {
  const { sha256, size } = await stores.files.put(PDF);
  const [conversation] = (await stores.conversations.list({ limit: 1 })).conversations;
  const file = {
    fileId: `file-${name}`,
    conversationId: conversation!.id,
    name,
    type: 'application/pdf',
    size,
    sha256,
  };
  await stores.files.register({ ...file, at: desk.now, by: 'li' });
  return file.fileId;
}

test('a file of a person’s reaches a channel without documents as a link, and stands in the transcript', async () => {
  const act = (verb: string, args: object) =>
    desk.app.desk.operate({ by: 'li', verb, args: { ...args }, conversation: CHAT });
  expect(await act('take-over', {})).toMatchObject({ ok: true });
  const files = [await upload('plan.pdf')];
  expect(await act('say', { text: '这是新行程', files })).toMatchObject({ ok: true });
  await desk.app.idle();
  const last = desk.channel.to('guest').at(-1)!;
  expect(last.text).toMatch(
    /^这是新行程\nplan\.pdf: http:\/\/localhost:3978\/files\/file-plan\.pdf\?key=a\.\w+\.[\w-]+$/,
  );
  expect(last).not.toHaveProperty('files');
  const [conversation] = (await stores.conversations.list({ limit: 1 })).conversations;
  const rows = await stores.messages.page(conversation!.id, 0, 100);
  expect(rows.at(-1)).toMatchObject({
    text: '这是新行程',
    by: 'li',
    files: [{ fileId: 'file-plan.pdf', size: PDF.length }],
  });
});
