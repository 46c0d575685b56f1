import * as OpenCC from 'opencc-js';
import { saidWord } from '../../src/domain/said-words.js';
import { ruleRaises } from '../../src/domain/severity.js';
import { loadPlaybooks } from '../../src/playbooks/load-folder.js';
import { errorLine } from '../../src/playbooks/playbook-error.js';
import { VERBS } from './verbs.js';

const LOADED = loadPlaybooks(['dialogs/playbooks'], VERBS);
const playbook = (id: string) => LOADED.good.find((one) => one.playbook.id === id)!.playbook;
const BOOKS = LOADED.good.map((one) => [one.playbook.id, one] as const);

test('all load without errors', () => {
  expect(LOADED.errors.map(errorLine)).toEqual([]);
  expect(BOOKS.map(([id]) => id)).toEqual(expect.arrayContaining(['hotel-frontdesk', 'travel']));
});

test.each(BOOKS)('the choices of %s fit on a button', (_, { playbook: { categories, fields, kinds } }) => {
  const choices = [categories, kinds, ...fields.map((field) => field.choices ?? [])].flat().map(({ label }) => label);
  const chinese = choices.flatMap((label) => [label['zh-CN'], label['zh-TW']]);
  expect(chinese.filter((label) => label.length > 8)).toEqual([]);
  expect(choices.map(({ en }) => en).filter((label) => label.length > 20)).toEqual([]);
});

const toTraditional = OpenCC.Converter({ from: 'cn', to: 'tw' });
const toSimplified = OpenCC.Converter({ from: 'tw', to: 'cn' });
/** Written the same in both: 核准. */
const BOTH = '准';
const isSimplified = (c: string) => !BOTH.includes(c) && toTraditional(c) !== c && toSimplified(c) === c;

/** Every text in Taiwan's writing, wherever it stands in a playbook. */
function taiwanese(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'zh-TW' && typeof inner === 'string' ? [inner] : taiwanese(inner),
  );
}

test.each(BOOKS)('no simplified character in the zh-TW of %s', (_, { playbook: book }) => {
  expect(isSimplified('们')).toBe(true);
  expect(taiwanese(book).length).toBeGreaterThan(30);
  expect(taiwanese(book).filter((text) => [...text].some(isSimplified))).toEqual([]);
});

test.each(BOOKS)('required fields of %s that people misread have an example', (_, { playbook: { fields } }) => {
  const without = fields.filter(({ pattern, type, example }) => (pattern || type === 'phone') && !example);
  expect(without.map(({ id }) => id)).toEqual([]);
});

test.each(BOOKS)('every pattern of %s takes its own example', (_, { playbook: { fields } }) => {
  for (const { pattern, example } of fields) {
    if (pattern) expect(example?.en).toMatch(new RegExp(`^(?:${pattern})$`));
  }
});

test('the course of travel', () => {
  const { stages } = playbook('travel');
  const course = stages.map(({ id, clock, needs, next }) => [
    id,
    clock?.map((one) => ('duration' in one ? Object.values(one.duration).reverse().join(' ') : '')).join(),
    needs.map(({ verb }) => verb).join(),
    next.map(({ to }) => to).join(),
  ]);
  expect(course).toEqual([
    ['classify', '1 working-hours', 'classify', 'explain,assign'],
    ['assign', '2 working-days', 'assign', 'investigation'],
    ['investigation', '5 working-days', 'record-finding,propose-remedy', 'approval'],
    ['approval', '3 working-days', 'approve', 'execution'],
    ['execution', '2 working-days', 'carry-out-remedy,add-action', 'inform'],
    ['inform', '1 working-days', 'inform-customer', 'acceptance'],
    ['explain', '2 working-days', 'inform-customer', 'acceptance'],
    ['acceptance', undefined, 'accept-outcome', 'closed'],
  ]);
});

test('the course of hotel-frontdesk', () => {
  const { stages, calendar } = playbook('hotel-frontdesk');
  expect(calendar.id).toBe('always');
  expect(stages.map(({ id, owner }) => [id, owner === 'customer' ? owner : owner[0]!.roles.join()])).toEqual([
    ['review', 'manager'],
    ['investigation', 'department-head'],
    ['resolution', 'department-head'],
    ['approval', 'manager'],
    ['acceptance', 'customer'],
    ['execution', 'department-head'],
    ['feedback', 'front-desk'],
  ]);
});

const raisedBy = (id: string, text: string) =>
  ruleRaises(playbook(id), { fields: { content: text } }, text).map(({ to }) => to)[0] ?? 'none';

test.each([
  ['travel', '我妈在台阶上滑倒了，送医院缝了三针'],
  ['travel', '吃完团餐一家人上吐下泻'],
  ['travel', '导游把我们扔在半路自己走了'],
  ['travel', '再不退钱我就找记者曝光你们'],
  ['travel', '我们三十个人要集体投诉'],
  ['travel', 'My father broke his hip on the boat'],
  ['travel', 'We were stranded at the border all night'],
  ['travel', "If I don't hear from you I'm going to the press"],
  ['travel', 'several of us had food poisoning after the dinner'],
  ['hotel-frontdesk', '我放在房间里的手表不见了'],
  ['hotel-frontdesk', '走廊里在冒烟，没人管'],
  ['hotel-frontdesk', '你们的员工对我动手动脚'],
  ['hotel-frontdesk', '孩子的手被门夹到，流血了'],
  ['hotel-frontdesk', 'Cash was missing from the safe'],
  ['hotel-frontdesk', 'The socket caught fire while we slept'],
  ['hotel-frontdesk', 'A porter kept touching me in the lift'],
])('%s: %s is major', (id, text) => {
  expect(raisedBy(id, text)).toBe('major');
});

test.each([
  ['travel', '空调坏了热死人了，真是气死我了'],
  ['travel', '司机一路刷短视频，问他也不理'],
  ['travel', '人工客服一直打不通，让人伤心'],
  ['travel', '赶着火车结果大巴晚了一个小时，幸好没有人受伤'],
  ['travel', '车上的多媒体设备坏了，其中暑假班的孩子什么也没看到'],
  ['travel', '导游把我们扔在购物店三个小时，态度还特别差'],
  ['travel', 'My phone died and I was bored to death on the coach'],
  ['travel', 'Nobody was hurt, but the bus was two hours late'],
  ['travel', 'my suitcase is missing since the transfer'],
  ['hotel-frontdesk', '空调滴水，我打了三次前台电话都被打断'],
  ['hotel-frontdesk', '赶着火车退房，前台却慢吞吞的'],
  ['hotel-frontdesk', '嗓子都喊得上火了也没人理'],
  ['hotel-frontdesk', '臭虫咬得我一身包，床单没换'],
  ['hotel-frontdesk', 'The breakfast was killing me, sick of cold eggs'],
  ['hotel-frontdesk', 'The fire alarm test woke us at nine'],
  ['hotel-frontdesk', 'My bag was not stolen but the door did not lock'],
])('%s: %s is ordinary', (id, text) => {
  expect(raisedBy(id, text)).toBe('none');
});

test.each(BOOKS)('no word of a severity rule of %s denies itself', (_, { playbook: { severityRules } }) => {
  const silent = severityRules.flatMap(({ words: { zh, en } }) => [
    ...zh.filter((word) => !saidWord(`昨天${word}。`, { zh: [word], en: [] })),
    ...en.filter((word) => !saidWord(`yesterday ${word}.`, { zh: [], en: [word] })),
  ]);
  expect(silent).toEqual([]);
});
