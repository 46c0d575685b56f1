import fc from 'fast-check';
import type { Case, TimelineEntry } from '../../src/domain/case.js';
import type { CaseQuery, Stores } from '../../src/domain/ports.js';
import { describeOnEachEngine, type Opened } from '../support/engines.js';
import { aCase, AT, minutes } from '../support/samples.js';

const written = (what: string, detail: Record<string, unknown>) =>
  ({ at: AT, by: 'li', what, detail, cause: what, salt: '', digest: '', hash: '' }) as TimelineEntry;

const CASES: [number: string, changes: Partial<Case>][] = [
  ['306-2817-5', { fields: { name: '王小明', content: '导游态度很差，还强制购物', phone: '+86 138-0013-8000' } }],
  [
    '411-0925-3',
    { fields: { name: 'Anna Müller', content: 'Room 1208: the 空调 did not work', order_no: 'TR20260301-88' } },
  ],
  [
    '522-7741-9',
    {
      fields: { name: '陳大文', content: '導遊遲到三個小時' },
      timeline: [written('add-note', { text: '司机说路上爆胎' })],
    },
  ],
  ['633-1180-2', { fields: { content: 'Refund "late" (AND) NOT paid: 100% * OR NEAR/2' }, openedAt: minutes(5) }],
];

describeOnEachEngine('case search', (open) => {
  let opened: Opened;
  let stores: Stores;
  beforeEach(async () => {
    opened = await open(() => AT);
    stores = opened.stores;
    for (const [number, changes] of CASES) await stores.cases.create(aCase({ number, ...changes }));
  });
  afterEach(() => opened.dispose());

  const find = async (q: string, query: Partial<CaseQuery> = {}) =>
    (await stores.cases.list({ limit: 10, ...query, q })).cases.map(({ number }) => number);

  test.each<[q: string, why: string, found: string[]]>([
    ['态度差', 'words need not stand side by side', ['306-2817-5']],
    ['度', 'one character, inside a word', ['306-2817-5']],
    ['差', 'one character', ['306-2817-5']],
    ['导游', 'simplified finds traditional', ['522-7741-9', '306-2817-5']],
    ['導遊遲到', 'traditional finds it as well', ['522-7741-9']],
    ['强制购物', 'four characters at the very end', ['306-2817-5']],
    ['购', 'one character near the end', ['306-2817-5']],
    ['物', 'the last character', ['306-2817-5']],
    ['空调 room', 'Chinese and English in any order', ['411-0925-3']],
    ['空调work', 'Chinese and English without a blank', ['411-0925-3']],
    ['ROOM 1208', 'letters in any case', ['411-0925-3']],
    ['müller', 'a name with its accent', ['411-0925-3']],
    ['王小明', "the customer's name", ['306-2817-5']],
    ['小明', 'a given name', ['306-2817-5']],
    ['王', 'a family name', ['306-2817-5']],
    ['306-2817-5', 'a case number', ['306-2817-5']],
    ['30628175', 'a case number without dashes', ['306-2817-5']],
    ['2817', 'a part of it', ['306-2817-5']],
    ['13800138000', 'a telephone number', ['306-2817-5']],
    ['138 0013 8000', 'the same with blanks', ['306-2817-5']],
    ['8000', 'its last digits', ['306-2817-5']],
    ['TR2026030188', 'an order number without its dash', ['411-0925-3']],
    ['爆胎', 'what staff wrote', ['522-7741-9']],
    ['司机，路上？', 'punctuation is no word', ['522-7741-9']],
    ['"late"', 'quotes are no syntax', ['633-1180-2']],
    ['late AND refund', 'nor are operators', ['633-1180-2']],
    ['paid NOT', 'nor is another one', ['633-1180-2']],
    ['refun*', 'nor a star', ['633-1180-2']],
    ['NEAR/2', 'nor a function', ['633-1180-2']],
    ['%', 'a sign alone is looked for as it is', ['633-1180-2']],
    ['(', 'also one that a pattern would open with', ['633-1180-2']],
    ['^', 'or begin with', []],
    ['text:late', 'nor a column', []],
    ['态度 room', 'every word must stand in the same case', []],
    ['蟑螂', 'nothing is nothing', []],
    ['.*', 'not a pattern', []],
  ])('%s (%s)', async (q, _why, found) => {
    expect(await find(q)).toEqual(found.toSorted((a, b) => order(a) - order(b)));
  });

  test('nothing to look for leaves the other filters as they are', async () => {
    expect(await find('   ')).toHaveLength(4);
  });

  test('it is one of the filters, and the list keeps its order and its pages', async () => {
    for (let n = 0; n < 7; n += 1)
      await stores.cases.create(
        aCase({
          number: `n${n}`,
          openedAt: minutes(10 + n),
          stage: n % 2 ? 'investigate' : 'classify',
          fields: { content: '退款没到账' },
        }),
      );
    expect(await find('退款', { stage: 'investigate' })).toEqual(['n5', 'n3', 'n1']);
    const first = await stores.cases.list({ q: '退款', limit: 4 });
    const second = await stores.cases.list({ q: '退款', limit: 4, after: first.cursor });
    expect([...first.cases, ...second.cases].map(({ number }) => number)).toEqual([
      'n6',
      'n5',
      'n4',
      'n3',
      'n2',
      'n1',
      'n0',
    ]);
    expect(await find('退款', { numbers: ['n2', '306-2817-5'], owner: 'service' })).toEqual(['n2']);
  });

  test('nobody finds a case from which they are recused, or that is not theirs', async () => {
    await stores.cases.create(
      aCase({
        number: 'mine',
        fields: { content: '蟑螂' },
        recused: [{ name: 'li', reason: 'accused', by: 'customer' }],
      }),
    );
    await stores.cases.create(aCase({ number: 'theirs', fields: { content: '蟑螂' }, seenBy: ['role:leader'] }));
    const found = (name: string, role: string) => find('蟑螂', { viewer: { name, roles: [role] } });
    expect([await found('li', 'service'), await found('wu', 'service'), await found('li', 'leader')]).toEqual([
      [],
      ['mine'],
      ['theirs'],
    ]);
  });

  test('a changed case is found by its new words at once, and no longer by those that went', async () => {
    const of = (await stores.cases.find('306-2817-5'))!;
    const changed = { ...of, version: 2, fields: { ...of.fields, content: '酒店有蟑螂' } };
    expect(await stores.cases.replace(changed, 7)).toBe(false);
    expect([await find('蟑螂'), await find('购物')]).toEqual([[], ['306-2817-5']]);
    expect(await stores.cases.replace(changed, 1)).toBe(true);
    expect([await find('蟑螂'), await find('购物')]).toEqual([['306-2817-5'], []]);
    expect(await stores.cases.find('306-2817-5')).toEqual(changed);
  });

  test('whatever piece of a text is looked for finds it', async () => {
    const character = fc.constantFrom('态', '度', '酒', '店', 'a', 'b', '7', '0', ' ', '-', '，', "'", '"');
    const texts = fc.array(character, { minLength: 1, maxLength: 20 }).map((all) => all.join(''));
    let n = 0;
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(20), fc.nat(8), async (content, from, length) => {
        const number = `p-${(n += 1)}`;
        await stores.cases.create(aCase({ number, fields: { content } }));
        const piece = content.slice(from % content.length, (from % content.length) + length + 1);
        expect(await find(piece, { numbers: [number] })).toEqual([number]);
      }),
      { numRuns: 60 },
    );
  });
});

const order = (number: string) => (number === '633-1180-2' ? 0 : 9 - Number(number[0]));
