import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawSample } from '../../src/domain/sample.js';
import { SHOP } from '../playbooks/shop-yaml.js';
import { TestDesk } from '../support/test-desk.js';

/** A shop that only checks, with a sample of its closed complaints. */
const YAML = SHOP.replace(/next: answer\n[^]*(?=remedies:)/, 'next: closed\n').replace(
  'reopen: check\n',
  'reopen: check\nreports: [{every: month, owner: owner}]\nsample: {kinds: complaint, percent: 50, by: clerk, due: 2 WD}\n',
);

let desk: TestDesk;
afterEach(() => desk.close());

async function shop(): Promise<void> {
  const env: Record<string, string> = {};
  desk = new TestDesk('shop', {}, env);
  env.PLAYBOOK_DIR = join(desk.folder, 'playbooks');
  mkdirSync(env.PLAYBOOK_DIR);
  writeFileSync(join(env.PLAYBOOK_DIR, 'shop.yaml'), YAML);
  await desk.open();
  await desk.hire('ann', ['clerk']);
  await desk.hire('bob', ['owner']);
}

async function close(guest: string): Promise<string> {
  const { desk: handle } = desk.app;
  const before = await handle.caseNumbers();
  const args = { kind: 'complaint', text: `The chair of ${guest} is broken`, name: guest, phone: '13800138000' };
  await handle.operate({ by: 'ann', verb: 'open-case', args });
  const number = (await handle.caseNumbers()).find((one) => !before.includes(one))!;
  await handle.operate({ by: 'ann', verb: 'classify', number, args: { category: 'goods', severity: 'general' } });
  return number;
}

test('with the report of a month half of its closed cases get a callback; the seed in the report draws the same ones', async () => {
  await shop();
  const numbers: string[] = [];
  for (const guest of ['one', 'two', 'three', 'four']) numbers.push(await close(guest));
  await desk.pass(60 * 24 * 31);

  const [, seed] = /seed (\S+)\)|种子 (\S+)）/.exec(await reportToBob())?.filter(Boolean) ?? [];
  const drawn = drawSample(numbers, 50, seed!);
  expect(drawn).toHaveLength(2);
  expect(await calledBack()).toEqual([...drawn].sort());

  await desk.restart();
  await desk.pass(60);
  expect(await calledBack()).toHaveLength(2);
});

async function reportToBob(): Promise<string> {
  const all = await desk.app.desk.notifications();
  return all.map(({ to, text }) => (to === 'bob' ? JSON.stringify(text) : '')).join('\n');
}

async function calledBack(): Promise<string[]> {
  const owed = await desk.app.desk.obligations();
  return owed.flatMap(({ kind, caseNumber }) => (kind === 'callback' ? [caseNumber!] : [])).sort();
}
