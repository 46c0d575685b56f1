import { startClock } from '../../../src/domain/clock.js';
import type { Message } from '../../../src/domain/message.js';
import { playbookNamed } from '../../operations/support/desk.js';
import { fakeCase } from '../support/fake-case.js';
import { HttpDesk } from '../support/http-desk.js';

const travel = playbookNamed('travel');
const started = new Date('2026-03-02T01:00:00Z'); // a Monday, 09:00 in Shanghai
const clock = {
  ...startClock({ id: 'classify', at: started, duration: { unit: 'working-hours', count: 1 } }),
  of: 'stage' as const,
  entry: 1,
  since: 0,
};
const onTravel = { playbook: { id: travel.id, hash: travel.hash } };

describe('what the console reads beside cases and conversations', () => {
  let desk: HttpDesk;
  beforeEach(async () => {
    desk = await HttpDesk.open({
      playbooks: () => [travel],
      viewCase: async ({ number }) => ({
        number,
        allowed: [
          {
            verb: 'approve',
            allowed: false,
            because: 'SELF_APPROVAL',
            offers: [
              { given: {}, allowed: false, because: 'SELF_APPROVAL' },
              { given: { what: 'extension' }, allowed: true },
            ],
          },
        ],
      }),
      suggest: async () => ({
        ranked: [{ label: 'service_attitude', probability: 0.8 }],
        sure: true,
        words: ['态度'],
      }),
      channels: async () => [{ name: 'web-chat', capabilities: {} as never, testable: true, failing: false }],
      checkChannel: async (name) =>
        name === 'web-chat' ? { ok: false, problem: 'own-address', said: 'HTTP 502' } : undefined,
    });
  });
  afterEach(() => desk.close());

  it('gives the procedures of one’s roles, with their stages in words', async () => {
    const { body } = await (await desk.as('li', 'service')).get('/playbooks');
    expect(body.playbooks).toHaveLength(1);
    expect(body.playbooks[0].stages[0]).toMatchObject({
      id: 'classify',
      label: { en: 'Classify' },
      owner: ['service'],
    });
    expect((await (await desk.as('ann', 'cook')).get('/playbooks')).body.playbooks).toEqual([]);
  });

  it('counts the cases under way on each version of a procedure, for an admin', async () => {
    const earlier = { ...travel, hash: 'earlier', version: travel.version - 1 };
    await desk.stores.playbooks.put(earlier);
    await desk.stores.playbooks.put(travel);
    for (const [number, hash, status] of [
      ['1', travel.hash, 'open'],
      ['2', 'earlier', 'open'],
      ['3', 'earlier', 'waiting-for-customer'],
      ['4', 'earlier', 'closed'],
    ] as const)
      await desk.stores.cases.create(fakeCase({ number, status, playbook: { id: travel.id, hash } }));
    const { body } = await (await desk.as('boss', 'admin')).get('/playbooks/versions');
    const versions = body.versions as { hash: string; version: number; serving: boolean; running: number }[];
    expect(new Map(versions.map(({ hash, version, serving, running }) => [hash, [version, serving, running]]))).toEqual(
      new Map([
        [travel.hash, [travel.version, true, 1]],
        ['earlier', [travel.version - 1, false, 2]],
      ]),
    );
    const { cases } = (await (await desk.as('li', 'service')).get('/cases?numbers=2')).body;
    expect(cases[0].playbookHash).toBe('earlier');
  });

  it('tells whether working time runs, and when it opens again', async () => {
    const li = await desk.as('li', 'service');
    expect((await li.get('/hours')).body.hours[0]).toMatchObject({ playbook: 'travel', open: true });
    desk.later(3 * 60 + 30);
    expect((await li.get('/hours')).body.hours[0]).toMatchObject({ open: false, opensAt: '2026-03-02T05:00:00.000Z' });
  });

  it('says what a stage still needs, how its clock stands and what the words suggest', async () => {
    await desk.stores.cases.create(
      fakeCase({
        ...onTravel,
        clocks: [clock],
        course: [{ stage: 'classify', at: started, lap: 1, owners: ['service'], roles: ['service'] }],
      }),
    );
    desk.later(45);
    const { body } = await (await desk.as('li', 'service')).get('/cases/306-2817-5/course');
    expect(body.needs).toEqual([{ verb: 'classify', with: ['nature', 'category', 'severity'] }]);
    expect(body.clocks[0]).toMatchObject({ id: 'classify', leftMs: 15 * 60_000, usedPercent: 75, working: true });
    expect(body.clocks[0].dayMs).toBe(8 * 3_600_000);
    expect(body.clocks[0].lines[0]).toMatchObject({ text: 'start' });
    expect(body).toMatchObject({ unaltered: true, suggested: { words: ['态度'] } });
    desk.later(30);
    const late = await (await desk.as('li')).get('/cases');
    expect(late.body.cases[0].clock).toMatchObject({ leftMs: -15 * 60_000, usedPercent: 125 });
  });

  it('shows no course to the recused, nor to those whom the case is not for', async () => {
    await desk.stores.cases.create(fakeCase({ ...onTravel, recused: [{ name: 'wang', reason: 'named', by: 'li' }] }));
    expect((await (await desk.as('wang', 'service')).get('/cases/306-2817-5/course')).status).toBe(404);
    expect((await (await desk.as('ann', 'cook')).get('/cases/306-2817-5/course')).status).toBe(404);
  });

  it('lists what waits for approval, with the reason why it is not one’s own to give', async () => {
    const remedy = { kind: 'refund', amount: 480, by: 'wang', state: 'proposed' as const, lap: 1 };
    await desk.stores.cases.create(fakeCase({ ...onTravel, stage: 'approval', remedies: [remedy] }));
    const { body } = await (await desk.as('sun', 'department-head')).get('/approvals');
    expect(body.approvals).toEqual([
      expect.objectContaining({ number: '306-2817-5', total: 480, allowed: false, because: 'SELF_APPROVAL' }),
    ]);
    expect((await (await desk.as('ann', 'cook')).get('/approvals')).body.approvals).toEqual([]);
  });

  it('lists who asks for more time, until when and why, apart from what else waits in the same case', async () => {
    const remedy = { kind: 'refund', amount: 480, by: 'wang', state: 'proposed' as const, lap: 1 };
    const asked = { clock: 'classify', by: 'wang', dueAt: new Date('2026-03-02T09:00:00Z'), because: '等导游回复' };
    const extension = { ...asked, approver: 'department-head', state: 'proposed' as const };
    const earlier = { ...extension, because: 'earlier', state: 'refused' as const };
    for (const [number, over] of [
      ['both', { stage: 'approval', remedies: [remedy], extensions: [earlier, extension] }],
      ['time', { extensions: [extension], status: 'waiting-for-customer' as const }],
      ['answered', { extensions: [earlier] }],
      ['closed', { extensions: [extension], status: 'closed' as const }],
      ['recused', { extensions: [extension], recused: [{ name: 'sun', reason: 'named', by: 'li' }] }],
    ] as const)
      await desk.stores.cases.create(fakeCase({ ...onTravel, number, clocks: [clock], ...(over as object) }));
    const { body } = await (await desk.as('sun', 'department-head')).get('/approvals');
    const rows = body.approvals as { number: string; approval: { what: string; by: string[] }; extension?: object }[];
    expect(rows.map(({ number, approval: { what } }) => `${number} ${what}`).sort()).toEqual([
      'both extension',
      'both remedies',
      'time extension',
    ]);
    expect(rows.find(({ number }) => number === 'time')).toMatchObject({
      approval: { what: 'extension', by: ['department-head'] },
      extension: { ...asked, dueAt: '2026-03-02T09:00:00.000Z' },
      clock: { id: 'classify', dueAt: '2026-03-02T02:00:00.000Z' },
      allowed: true,
      refusable: false,
    });
    expect(rows.find(({ number, extension: time }) => number === 'both' && !time)).toMatchObject({
      allowed: false,
      because: 'SELF_APPROVAL',
      total: 480,
    });
  });

  it('lets an admin, and nobody else, look after channels and what was set aside', async () => {
    const parked: Message = {
      id: 'm/1',
      conversationId: 'c',
      from: 'customer',
      text: 'hello',
      files: [],
      at: desk.now,
      state: 'parked',
      attempts: 5,
      error: 'no such question',
    };
    await desk.stores.messages.take(parked);
    const [admin, li] = [await desk.as('boss', 'admin'), await desk.as('li', 'service')];
    expect((await admin.get('/channels')).body.channels).toMatchObject([{ name: 'web-chat', capabilities: {} }]);
    expect((await admin.get('/dead-letters')).body.letters).toEqual([
      expect.objectContaining({ id: 'm/1', attempts: 5, error: 'no such question' }),
    ]);
    expect((await admin.post('/channels/web-chat/test', {})).body).toMatchObject({ ok: false, said: 'HTTP 502' });
    expect((await admin.post('/channels/none/test', {})).status).toBe(404);
    expect((await li.post('/channels/web-chat/test', {})).status).toBe(403);
    for (const path of ['/channels', '/dead-letters']) expect((await li.get(path)).status).toBe(403);
    expect((await li.post('/dead-letters/replay', { id: 'm/1' })).status).toBe(403);
    expect((await admin.post('/dead-letters/replay', { id: 'm/1' })).status).toBe(200);
    expect((await desk.stores.messages.find('m/1'))?.state).toBe('received');
    expect((await admin.post('/dead-letters/replay', { id: 'm/1' })).status).toBe(404);
  });
});
