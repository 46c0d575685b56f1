import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadPlaybooks } from '../../src/playbooks/load-folder.js';
import { SHOP } from './shop-yaml.js';
import { VERBS } from './verbs.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'playbooks-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const shop = (id: string, version = 1) =>
  SHOP.replace('id: shop', `id: ${id}`).replace('version: 1', `version: ${version}`);
const load = (...folders: string[]) =>
  loadPlaybooks(
    folders.map((folder) => join(root, folder)),
    VERBS,
  );
const idsOf = ({ good }: ReturnType<typeof load>) => good.map(({ playbook }) => playbook.id);

test('a playbook has a folder of its own, or a file', () => {
  write('own/kiosk/playbook.yaml', shop('kiosk'));
  write('own/stall.yml', shop('stall'));
  write('own/market.yaml', shop('market'));
  write('own/README.md', 'no playbook');
  const loaded = load('own');
  expect(loaded.errors).toEqual([]);
  expect(idsOf(loaded).sort()).toEqual(['kiosk', 'market', 'stall']);
});

test('examples are read from the files beside', () => {
  write('own/kiosk/playbook.yaml', shop('kiosk'));
  write('own/kiosk/examples.zh.txt', '# 注\n\ngoods\t杯子是裂的\r\nother\t没事\n');
  write('own/kiosk/examples.en.txt', 'goods\tThe cup is cracked\n');
  write('own/stall.yaml', shop('stall'));
  write('own/stall.examples.en.txt', 'other\tNothing much\n');
  const { good, errors } = load('own');
  expect(errors).toEqual([]);
  expect(good.find(({ playbook }) => playbook.id === 'kiosk')?.examples).toEqual([
    { category: 'goods', text: 'The cup is cracked' },
    { category: 'goods', text: '杯子是裂的' },
    { category: 'other', text: '没事' },
  ]);
  expect(good.find(({ playbook }) => playbook.id === 'stall')?.examples).toHaveLength(1);
});

test('wrong examples are told with their line and keep the playbook out', () => {
  write('own/kiosk/playbook.yaml', shop('kiosk'));
  const file = write('own/kiosk/examples.en.txt', '# head\nfood\tCold soup\ngoods no tab\ngoods\t \n');
  const { good, errors, broken } = load('own');
  expect(good).toEqual([]);
  expect(broken.map(({ id }) => id)).toEqual(['kiosk']);
  expect(errors).toEqual([
    { file, line: 2, field: 'examples', message: expect.stringMatching(/no category "food"/) },
    { file, line: 3, field: 'examples', message: expect.stringMatching(/tab/) },
    { file, line: 4, field: 'examples', message: expect.stringMatching(/sentence/) },
  ]);
});

test('a later folder stands before an earlier one', () => {
  write('built-in/shop/playbook.yaml', shop('shop', 1));
  write('built-in/stall/playbook.yaml', shop('stall', 1));
  write('own/shop.yaml', shop('shop', 2));
  const { good, errors } = load('built-in', 'own');
  expect(errors).toEqual([]);
  expect(good.map(({ playbook: { id, version } }) => `${id} ${version}`).sort()).toEqual(['shop 2', 'stall 1']);
});

test('a broken playbook of one’s own is never replaced by the built-in one', () => {
  write('built-in/shop/playbook.yaml', shop('shop'));
  const file = write('own/mine.yaml', shop('shop').replace('reopen: check', 'reopen: nowhere'));
  const { good, errors, broken } = load('built-in', 'own');
  expect(good).toEqual([]);
  expect(broken).toEqual([{ id: 'shop', file }]);
  expect(errors).toMatchObject([{ file, field: 'reopen.*' }]);
});

test('the same id twice in one folder is a fault', () => {
  write('own/a.yaml', shop('shop'));
  const file = write('own/b.yaml', shop('shop'));
  expect(load('own').errors).toMatchObject([{ file, field: 'id', message: expect.stringMatching(/same id "shop"/) }]);
});

test('one broken playbook leaves the others', () => {
  write('own/a.yaml', shop('stall'));
  write('own/b.yaml', 'title: [open');
  const loaded = load('own');
  expect(idsOf(loaded)).toEqual(['stall']);
  expect(loaded.broken.map(({ id }) => id)).toEqual(['b']);
});
