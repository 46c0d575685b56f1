import { errorLine } from '../../src/playbooks/playbook-error.js';
import { readPlaybook } from '../../src/playbooks/load-playbook.js';
import { SHOP, lineOf, shopWith } from './shop-yaml.js';
import { VERBS } from './verbs.js';

const read = (yaml: string) => readPlaybook(yaml, 'shop.yaml', VERBS);

function errorsOf(yaml: string) {
  const result = read(yaml);
  return 'errors' in result ? result.errors : [];
}

function playbookOf(yaml: string) {
  const result = read(yaml);
  if ('errors' in result) throw new Error(result.errors.map(errorLine).join('\n'));
  return result.playbook;
}

test('a whole playbook is read', () => {
  const shop = playbookOf(SHOP);
  expect(shop).toMatchObject({ id: 'shop', version: 1, languages: ['zh-CN', 'en'], neverSilent: false });
  expect(shop.stages.map(({ id }) => id)).toEqual(['check', 'answer', 'acceptance']);
  expect(shop.calendar.id).toBe('office-cn');
  expect(shop.survey).toEqual({ questions: [] });
  expect(shop.reopen).toEqual({ '*': 'check' });
  expect(shop.kinds).toMatchObject([{ id: 'complaint', start: [{ to: 'check' }], receipt: 'complaint' }]);
});

test('a language that the playbook does not list reads as its first', () => {
  expect(playbookOf(SHOP).title).toEqual({ 'zh-CN': '商店投诉', 'zh-TW': '商店投诉', en: 'Shop complaints' });
  const english = playbookOf(shopWith('[zh-CN, en]', '[en, zh-CN]'));
  expect(english.title['zh-TW']).toBe('Shop complaints');
});

/** What is changed, and the field, the line's text and the words of the error that must be told. */
const FAULTS: [string, string, string, string, string, RegExp][] = [
  ['a key that is missing', 'region: other\n', '', 'region', 'id: shop', /missing/],
  ['a key that is not known', 'remedies:', 'remedy:', 'remedy', 'remedy:', /no such key/],
  ['a key twice', 'version: 1', 'version: 1\nid: other', 'id', 'id: other', /unique/],
  ['an id twice', '  owner: {zh-CN: 店主', '  clerk: {zh-CN: 店主', 'roles.clerk', '店主', /unique/],
  ['a wrong sort of value', 'version: 1', 'version: one', 'version', 'version: one', /expected/],
  ['nothing for a value', 'calendar: office-cn', 'calendar:', 'calendar', 'calendar:', /expected/],
  ['a language', ', en: Clerk', '', 'roles.clerk.en', '店员', /missing/],
  ['a language in a stage', '核对, en: Check', '核对', 'stages.check.label.en', '核对', /missing/],
  ['a language nobody speaks', '[zh-CN, en]', '[zh-CN, fr]', 'languages[1]', 'languages', /none of/],
  ['a region', 'region: other', 'region: moon', 'region', 'region', /none of cn, tw, other/],
  ['a calendar', 'office-cn', 'office-moon', 'calendar', 'office-moon', /no calendar "office-moon"/],
  ['a duration', '1 WD', '1 fortnight', 'stages.answer.clock[0].within', 'fortnight', /no duration/],
  [
    'a role',
    'owner: clerk\n    done: [{',
    'owner: clark\n    done: [{',
    'stages.check.owner[0]',
    'clark',
    /no role "clark"/,
  ],
  ['a role above', '{clerk: owner}', '{clerk: boss}', 'superiors.clerk', 'boss', /no role "boss"/],
  ['a circle of superiors', '{clerk: owner}', '{clerk: owner, owner: clerk}', 'superiors.clerk', 'superiors', /circle/],
  ['a role to tell', 'tell: owner', 'tell: police', 'alerts[0].tell', 'police', /no role "police"/],
  ['a stage', 'next: answer', 'next: anwser', 'stages.check.next[0].to', 'anwser', /no stage "anwser"/],
  ['a stage nobody enters', 'next: answer', 'next: acceptance', 'stages.answer', '  answer:', /no way leads to this/],
  ['a stage without a way on', 'next: closed', 'next: answer', 'stages.check.next', 'next: answer', /closed/],
  ['a stage to re-open', 'reopen: check', 'reopen: nowhere', 'reopen.*', 'nowhere', /no stage "nowhere"/],
  [
    'only ways with conditions',
    'next: closed',
    'next: {when: {kind: complaint}, to: closed}',
    'stages.acceptance.next',
    'next: {',
    /condition/,
  ],
  ['a category', 'feel: goods}', 'feel: goodness}', 'categories.goods.feel', 'goodness', /none of/],
  [
    'a category in a condition',
    'next: answer',
    'next: [{when: {category: food}, to: closed}, answer]',
    'stages.check.next[0].when.category',
    'food',
    /no category "food"/,
  ],
  ['a severity', 'to: major', 'to: grave', 'severity-rules.hurt.to', 'grave', /no severity "grave"/],
  ['a severity in an alert', 'on: major', 'on: grave', 'alerts[0].on', 'grave', /no severity "grave"/],
  ['a verb', 'propose-remedy,', 'propose-marriage,', 'stages.answer.done[0]', 'marriage', /no verb "propose-marriage"/],
  [
    'a verb of a refusal',
    'on: {refuse-outcome',
    'on: {refuse-income',
    'stages.acceptance.on.refuse-income',
    'refuse-income',
    /no verb/,
  ],
  [
    'a fact',
    'next: answer',
    'next: [{when: {weather: rain}, to: closed}, answer]',
    'stages.check.next[0].when.weather',
    'weather',
    /no fact/,
  ],
  ['a field of the repeat rule', '[receipt_no]', '[order_no]', 'repeat.same-any', 'order_no', /no field "order_no"/],
  ['the content', 'content: {', 'story: {', 'fields', 'fields:', /no field "content"/],
  ['a type', 'type: choice', 'type: list', 'fields.size.type', 'type: list', /none of/],
  ['choices without the type', 'type: choice', 'type: text', 'fields.size.choices', 'choices:', /choice/],
  ['a pattern', "'R\\d+'", "'R(\\d+'", 'fields.receipt_no.pattern', 'receipt_no', /compile/],
  ['a name that cannot be one', '  goods: {', '  9goods: {', 'categories.9goods', '9goods', /begins with a letter/],
  ['a name that objects have', '  goods: {', '  constructor: {', 'categories.constructor', 'constructor', /taken/],
  ['a customer stage of staff', 'customer: you', 'customer: him', 'stages.acceptance.customer', 'him', /none of/],
  [
    'what the customer decides',
    '    acceptance: outcome\n',
    '',
    'stages.acceptance.acceptance',
    '  acceptance:',
    /decide/,
  ],
  ['a list without anything', 'done: accept-outcome', 'done: []', 'stages.acceptance.done', 'done: []', /at least one/],
  ['an unclosed bracket', '[receipt_no]}', '[receipt_no', 'repeat', 'same-any', /sufficiently indented/],
  ['a bad indent', '  clerk: {zh-CN: 店员', '   clerk: {zh-CN: 店员', 'owner', '  owner: {', /same column/],
];

test.each(FAULTS)('%s is told with its line and field', (_, piece, other, field, at, message) => {
  const yaml = shopWith(piece, other);
  const errors = errorsOf(yaml);
  expect(errors).toContainEqual({
    file: 'shop.yaml',
    line: lineOf(at, yaml),
    field,
    message: expect.stringMatching(message),
  });
});

test('all faults are told at once, in the order of the file', () => {
  const errors = errorsOf(shopWith('next: answer', 'next: nowhere').replace('tell: owner', 'tell: police'));
  expect(errors.map(({ field }) => field)).toEqual(
    expect.arrayContaining(['alerts[0].tell', 'stages.check.next[0].to', 'stages.answer']),
  );
  expect(errors.map(({ line }) => line)).toEqual(errors.map(({ line }) => line).sort((a, b) => a - b));
});

test('an error is one line', () => {
  const [error] = errorsOf('id: [broken\ntitle: }');
  expect(errorLine(error!)).toMatch(/^shop\.yaml:1 id: [^\n]+$/);
});

test.each(['', '42', '[]', 'null', '- a\n- b', '"text"'])(
  'a file that holds no map (%j) is told, not thrown',
  (yaml) => {
    expect(errorsOf(yaml).length).toBeGreaterThan(0);
  },
);

test('the hash is of the content, not of the spelling', () => {
  const { hash } = playbookOf(SHOP);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(playbookOf(`# a comment\n${SHOP}`).hash).toBe(hash);
  expect(playbookOf(shopWith('clock: 1 WD', 'clock: {within: 1 WD}')).hash).toBe(hash);
  expect(playbookOf(shopWith('clock: 1 WD', 'clock: 2 WD')).hash).not.toBe(hash);
  expect(playbookOf(shopWith('小店', '大店')).hash).not.toBe(hash);
});
