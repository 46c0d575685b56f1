import { readPlaybook } from '../../src/playbooks/load-playbook.js';
import { errorLine } from '../../src/playbooks/playbook-error.js';
import { SHOP, shopWith } from './shop-yaml.js';
import { VERBS } from './verbs.js';

function shop(yaml: string) {
  const result = readPlaybook(yaml, 'shop.yaml', VERBS);
  if ('errors' in result) throw new Error(result.errors.map(errorLine).join('\n'));
  return result.playbook;
}

/** The stage `answer` with its needs, owner, clock or ways written in another form. */
const answer = (piece: string, other: string) => shop(shopWith(piece, other)).stages[1]!;

const NEEDS: [string, object][] = [
  ['approve', { verb: 'approve' }],
  ['{assign: [to]}', { verb: 'assign', with: ['to'] }],
  ['{assign: to}', { verb: 'assign', with: ['to'] }],
  ['{add-action: {where: {kind: preventive}}}', { verb: 'add-action', where: { kind: ['preventive'] } }],
  ['{record-contact: {where-not: {with: merchant}}}', { verb: 'record-contact', whereNot: { with: ['merchant'] } }],
  [
    '{record-finding: {all: {argument: checks, of: [staff, site], or: note}}}',
    { verb: 'record-finding', all: { argument: 'checks', of: ['staff', 'site'], or: 'note' } },
  ],
  [
    '{record-contact: {distinct: {argument: with, count: 2, among: [site, lab], including: [{when: {severity: major}, value: site}]}}}',
    {
      verb: 'record-contact',
      distinct: {
        argument: 'with',
        count: 2,
        among: ['site', 'lab'],
        including: [{ when: { severity: 'major' }, value: 'site' }],
      },
    },
  ],
  [
    '{assign: {by: owner, by-where: [{where: {to: partner}, by: [clerk, assigned]}]}}',
    { verb: 'assign', by: ['owner'], byWhere: [{ where: { to: ['partner'] }, by: ['clerk', 'assigned'] }] },
  ],
  [
    '{approve: {each: [clerk, {role: owner, when: {remedies.sum: {over: 20000}}}]}}',
    {
      verb: 'approve',
      each: { roles: [{ role: 'clerk' }, { role: 'owner', when: { 'remedies.sum': { over: 20000 } } }] },
    },
  ],
  ['{complete-action: {all-done: [corrective]}}', { verb: 'complete-action', allDone: ['corrective'] }],
  [
    '{record-callback: {uninvolved: true, with: score}}',
    { verb: 'record-callback', uninvolved: true, with: ['score'] },
  ],
  ['{record-contact: {or-clock: check}}', { verb: 'record-contact', orClock: 'check' }],
  ['{dispose-goods: {when: {fields.size: large}}}', { verb: 'dispose-goods', when: { 'fields.size': 'large' } }],
];

test.each(NEEDS)('a stage may need %s', (written, need) => {
  expect(answer('[propose-remedy, inform-customer]', `[${written}]`).needs).toEqual([need]);
});

const OWNERS: [string, unknown][] = [
  ['clerk', [{ roles: ['clerk'] }]],
  ['[clerk, owner]', [{ roles: ['clerk', 'owner'] }]],
  ['{roles: clerk, assigned: true}', [{ roles: ['clerk'], assigned: true }]],
  ['{roles: clerk, or-assigned: true}', [{ roles: ['clerk'], orAssigned: true }]],
  ['{roles: clerk, who-acted: check}', [{ roles: ['clerk'], whoActed: 'check' }]],
  [
    '[{when: {severity: major}, roles: owner}, clerk]',
    [{ when: { severity: 'major' }, roles: ['owner'] }, { roles: ['clerk'] }],
  ],
];

test.each(OWNERS)('an owner may be %s', (written, owner) => {
  expect(answer('owner: clerk\n    done: [propose', `owner: ${written}\n    done: [propose`).owner).toEqual(owner);
});

const CLOCKS: [string, object[]][] = [
  ['24 h', [{ duration: { unit: 'hours', count: 24 } }]],
  ['month end', [{ duration: { unit: 'month-end' } }]],
  ['{id: arrival, after-visit: 10}', [{ id: 'arrival', afterVisit: 10 }]],
  [
    '[{when: {severity: major}, within: 15 min, unpaused: true}, 2 h]',
    [
      { when: { severity: 'major' }, unpaused: true, duration: { unit: 'minutes', count: 15 } },
      { duration: { unit: 'hours', count: 2 } },
    ],
  ],
];

test.each(CLOCKS)('a clock may be %s', (written, clock) => {
  expect(answer('clock: 1 WD', `clock: ${written}`).clock).toEqual(clock);
});

test.each([
  ['true', true],
  ['5', 5],
  ['[a, b]', ['a', 'b']],
  ['{over: 200}', { over: 200 }],
  ['{at-most: 200}', { atMost: 200 }],
  ['{not: a}', { not: 'a' }],
  ['no', 'no'],
])('a condition may test for %s', (written, tested) => {
  const way = answer('next: acceptance', `next: [{when: {fields.size: ${written}}, to: closed}, acceptance]`);
  expect(way.next[0]).toEqual({ when: { 'fields.size': tested }, to: 'closed' });
});

test('a stage may pass from staff to the customer', () => {
  const owner = 'owner: [{when: {record.quote: true}, roles: customer}, clerk]\n    acceptance: quote';
  expect(answer('owner: clerk\n    done: [propose', `${owner}\n    done: [propose`)).toMatchObject({
    owner: [{ when: { 'record.quote': true }, roles: ['customer'] }, { roles: ['clerk'] }],
    acceptance: 'quote',
  });
});

test('ways, permissions and approvals are read in full', () => {
  const more = `next: [{when: {from: check}, to: closed, tell: quote.refused, no-survey: true}, acceptance]
    also: [add-note, {schedule-visit: [clerk, assigned]}, {quote: {when: {kind: complaint}, by: owner}}]
    remedies: [refund]
    approval: {what: remedies, limits: {clerk: 200}, by: [clerk, owner]}
    on:
      refuse: [{when: {args.effective: no}, to: check, again: true, another: true}, check]`;
  expect(answer('next: acceptance', more)).toMatchObject({
    next: [{ when: { from: 'check' }, to: 'closed', tell: 'quote.refused', noSurvey: true }, { to: 'acceptance' }],
    also: [
      { verb: 'add-note' },
      { verb: 'schedule-visit', by: ['clerk', 'assigned'] },
      { verb: 'quote', when: { kind: 'complaint' }, by: ['owner'] },
    ],
    remedies: ['refund'],
    approval: { what: 'remedies', limits: { clerk: 200 }, by: ['clerk', 'owner'] },
    on: [
      { verb: 'refuse', when: { 'args.effective': 'no' }, to: 'check', again: true, another: true },
      { verb: 'refuse', to: 'check' },
    ],
  });
});

test('kinds, clocks of the case and what follows closing are read', () => {
  const more = `
kinds:
  complaint: {label: {zh-CN: 投诉, en: Complaint}, start: check}
  praise:
    label: {zh-CN: 表扬, en: Praise}
    start: [{when: {source: phone}, to: answer}, check]
    severity: general
    no-repeat: true
    words: [谢谢]
    receipt: suggestion
sources: [chat, phone]
case-clocks:
  - {id: early, start: {severity: major}, within: 24 h, unpaused: true, charged: owner, tell: owner,
     met-by: [{record-contact: {where: {with: legal}}}]}
  - {id: board, start: {stopped: early}, within: 24 h, met-by: say, from-opening: true, no-escalation: true}
  - {id: merchant, start: {recorded: ask-party}, within: 48 h, third-party: merchant, met-by: say, when: {kind: complaint}}
  - {id: back, start: {leaving: answer}, within: 1 d, met-by: say}
tiers: {vip: {zh-CN: 贵宾, en: VIP}}
survey: false
callback: {by: owner, after: answer, when: {source: phone}, replaces-survey: true}
closing: [{dispose-goods: {by: clerk}}]
contacts: [{with: [media, authority], by: owner}]
promises: {P1: {text: {zh-CN: 三十分钟上菜, en: Food within 30 minutes}, pays: 100}}
budget: {remedy: refund, monthly: 20000, at: [80, 100], tell: owner}
guest-note: true
sample: {kinds: praise, percent: 10, by: clerk, due: 5 WD}
rules: {silence: 2 WD, low-score: 3, final-round: 5}
never-silent: true
signed: true
reports: [{every: week, owner: owner}]
keep: 365 d
open-course: true
wording: {feel.goods: {zh-CN: 确实闹心。, en: That is upsetting.}}
`;
  const read = shop(SHOP + more);
  expect(read.survey).toBeUndefined();
  expect(read).toMatchObject({
    kinds: [
      { id: 'complaint', start: [{ to: 'check' }], receipt: 'complaint' },
      { id: 'praise', noRepeat: true, severity: 'general', words: ['谢谢'], receipt: 'suggestion' },
    ],
    caseClocks: [
      { id: 'early', start: { severity: 'major' }, unpaused: true, charged: 'owner', tell: ['owner'] },
      { id: 'board', start: { stopped: 'early' }, fromOpening: true, noEscalation: true, metBy: [{ verb: 'say' }] },
      { id: 'merchant', start: { recorded: { verb: 'ask-party' } }, thirdParty: 'merchant' },
      { id: 'back', start: { leaving: 'answer' }, duration: { unit: 'days', count: 1 } },
    ],
    tiers: [{ id: 'vip' }],
    callback: { by: ['owner'], after: 'answer', replacesSurvey: true },
    closing: [{ verb: 'dispose-goods', by: ['clerk'] }],
    contacts: [{ with: ['media', 'authority'], by: ['owner'] }],
    promises: [{ id: 'P1', pays: 100 }],
    budget: { remedy: 'refund', at: [80, 100], tell: ['owner'] },
    guestNote: true,
    sample: { kinds: ['praise'], percent: 10, by: 'clerk', due: { unit: 'working-days', count: 5 } },
    rules: { silence: { unit: 'working-days', count: 2 }, lowScore: 3, finalRound: 5 },
    neverSilent: true,
    signed: true,
    reports: [{ every: 'week', owner: 'owner' }],
    keep: { unit: 'days', count: 365 },
    openCourse: true,
    wording: { 'feel.goods': { 'zh-CN': '确实闹心。' } },
  });
});

test('a calendar of one’s own', () => {
  const own = `calendar:
  id: taipei
  zone: Asia/Taipei
  week: {monday: 09:00-12:00 13:00-18:00, saturday: 10:00-14:00}
  off: ['2026-01-01']
  work: ['2026-02-08']`;
  expect(shop(shopWith('calendar: office-cn', own)).calendar).toEqual({
    id: 'taipei',
    zone: 'Asia/Taipei',
    week: {
      1: [
        { from: '09:00', to: '12:00' },
        { from: '13:00', to: '18:00' },
      ],
      6: [{ from: '10:00', to: '14:00' }],
    },
    days: { '2026-01-01': 'off', '2026-02-08': 'work' },
    years: [2026],
  });
  const wrong = readPlaybook(shopWith('calendar: office-cn', own.replace('Asia/Taipei', 'Taipei')), 'a.yaml', VERBS);
  expect(wrong).toMatchObject({
    errors: [{ line: 7, field: 'calendar', message: expect.stringMatching(/zone "Taipei"/) }],
  });
});
