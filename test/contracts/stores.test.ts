import type { Case } from '../../src/domain/case.js';
import { DEEDS, type Deed } from '../../src/domain/desk-event.js';
import type { Playbook } from '../../src/domain/playbook.js';
import type { Stores } from '../../src/domain/ports.js';
import { describeOnEachEngine, type Opened } from '../support/engines.js';
import { aCase, aConversation, aMessage, anObligation, AT, minutes } from '../support/samples.js';

describeOnEachEngine('stores', (open) => {
  let opened: Opened;
  let time: Date;
  let stores: Stores;
  beforeEach(async () => {
    time = AT;
    opened = await open(() => time);
    stores = opened.stores;
  });
  afterEach(() => opened.dispose());

  describe('messages', () => {
    test('a delivery is taken once, however often and however much at once it comes', async () => {
      const results = await Promise.all(Array.from({ length: 8 }, () => stores.messages.take(aMessage())));
      expect(results.filter(({ taken }) => taken)).toHaveLength(1);
      const again = await stores.messages.take(aMessage({ text: 'something else' }));
      expect(again).toMatchObject({ taken: false, existing: { text: '空调坏了', id: 'message-1' } });
    });

    test('what is unhandled is found oldest first, by the vendor sequence where there is one', async () => {
      const inbound = (sequence: number) => ({
        channel: 'x',
        account: 'a',
        user: 'u',
        deliveryId: String(sequence),
        sequence,
      });
      await stores.messages.take(aMessage({ id: 'b', inbound: inbound(2) }));
      await stores.messages.take(aMessage({ id: 'a', inbound: inbound(1) }));
      expect((await stores.messages.oldestUnhandled('conversation-1'))?.id).toBe('a');
      await stores.messages.record([], { id: 'a', seq: 1, conversationId: 'conversation-1' });
      expect((await stores.messages.oldestUnhandled('conversation-1'))?.id).toBe('b');
      expect(await stores.messages.oldestUnhandled('another')).toBeUndefined();
    });

    test('what is unhandled is true again after each step of a message: taken, failed, given up, tried again, handled', async () => {
      const oldest = async () => {
        const found = await stores.messages.oldestUnhandled('conversation-1');
        return found && [found.id, found.attempts];
      };
      expect(await oldest()).toBeUndefined();
      await stores.messages.take(aMessage());
      expect(await oldest()).toEqual(['message-1', 0]);
      await stores.messages.update('message-1', { state: 'received', attempts: 0 }, { attempts: 1, error: 'x' });
      expect(await oldest()).toEqual(['message-1', 1]);
      await stores.messages.record([], { id: 'message-1', seq: 1, parked: true, conversationId: 'conversation-1' });
      expect(await oldest()).toBeUndefined();
      await stores.messages.update('message-1', { state: 'parked' }, { state: 'received', attempts: 0 });
      expect(await oldest()).toEqual(['message-1', 0]);
      await stores.messages.record([], { id: 'message-1', seq: 1, conversationId: 'conversation-1' });
      expect(await oldest()).toBeUndefined();
    });

    test('replies are recorded once under their key, and the message they answer is handled in the same write', async () => {
      await stores.messages.take(aMessage());
      const reply = aMessage({ id: 'message-1/0', from: 'bot', text: '很抱歉', seq: 2, state: 'sent', due: undefined });
      await stores.messages.record([reply], { id: 'message-1', seq: 1, conversationId: 'conversation-1' });
      await stores.messages.record([{ ...reply, text: 'again' }], {
        id: 'message-1',
        seq: 9,
        conversationId: 'conversation-1',
      });
      const page = await stores.messages.page('conversation-1', 0, 10);
      expect(page.map(({ id, seq, text, state }) => [id, seq, text, state])).toEqual([
        ['message-1', 1, '空调坏了', 'handled'],
        ['message-1/0', 2, '很抱歉', 'sent'],
      ]);
      expect(await stores.messages.page('conversation-1', 1, 10)).toHaveLength(1);
      expect(await stores.messages.due(minutes(5), ['received'], 10)).toEqual([]);
    });

    test('words that are not kept as they came are replaced when the message is handled', async () => {
      await stores.messages.take(aMessage({ text: '卡号 6222' }));
      const handled = { id: 'message-1', seq: 1, conversationId: 'conversation-1', text: '卡号 ****' };
      await stores.messages.record([], handled);
      const found = await stores.messages.find('message-1');
      expect([found?.text, found?.inbound?.text]).toEqual(['卡号 ****', '卡号 ****']);
    });

    test('a row changes only from the state it is expected in', async () => {
      await stores.messages.take(aMessage({ state: 'queued', due: minutes(1), seq: 1 }));
      expect(await stores.messages.update('message-1', { state: 'queued', attempts: 0 }, { attempts: 1 })).toBe(true);
      expect(await stores.messages.update('message-1', { state: 'queued', attempts: 0 }, { attempts: 1 })).toBe(false);
      expect(await stores.messages.nextDue()).toEqual(minutes(1));
      expect(await stores.messages.update('message-1', { state: 'queued' }, { state: 'sent', due: undefined })).toBe(
        true,
      );
      expect(await stores.messages.nextDue()).toBeUndefined();
      expect(await stores.messages.queued('conversation-1')).toEqual([]);
    });
  });

  describe('conversations', () => {
    test('of many who change the same version one wins', async () => {
      expect(await stores.conversations.create(aConversation())).toBe(true);
      expect(await stores.conversations.create(aConversation())).toBe(false);
      const tries = Array.from({ length: 20 }, (_, n) =>
        stores.conversations.replace(aConversation({ version: 2, displayName: `${n}` }), 1),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect((await stores.conversations.find('conversation-1'))?.version).toBe(2);
    });

    test('a conversation comes back as it was stored', async () => {
      const conversation = aConversation({
        control: { by: 'waiting', since: AT, urgent: true, because: 'asked', asked: 1 },
        asks: [{ id: 'a', kind: 'acceptance', caseNumber: '1', choices: ['accept'], askedAt: AT }],
      });
      await stores.conversations.create(conversation);
      expect(await stores.conversations.find('conversation-1')).toEqual(conversation);
    });

    test('waiting ones are listed with the urgent first, then by how long they wait', async () => {
      const waiting = (since: Date, urgent: boolean) => ({
        control: { by: 'waiting' as const, since, urgent, because: 'asked', asked: 1 },
      });
      await stores.conversations.create(aConversation({ id: 'later', ...waiting(minutes(5), false) }));
      await stores.conversations.create(aConversation({ id: 'urgent', ...waiting(minutes(9), true) }));
      await stores.conversations.create(aConversation({ id: 'first', ...waiting(minutes(1), false) }));
      await stores.conversations.create(aConversation({ id: 'bot' }));
      const { conversations } = await stores.conversations.list({ control: 'waiting', limit: 10 });
      expect(conversations.map(({ id }) => id)).toEqual(['urgent', 'first', 'later']);
    });

    test('an open turn is found until it is carried out', async () => {
      const turn = { root: 'r', causes: ['r'], effects: [], open: true };
      await stores.conversations.create(aConversation({ turn }));
      expect(await stores.conversations.withOpenTurn(10)).toEqual(['conversation-1']);
      await stores.conversations.turnDone('conversation-1', 7);
      expect(await stores.conversations.withOpenTurn(10)).toEqual(['conversation-1']);
      await stores.conversations.turnDone('conversation-1', 1);
      expect(await stores.conversations.withOpenTurn(10)).toEqual([]);
    });
  });

  describe('cases', () => {
    test('who had none has one as soon as it is filed, or has become theirs', async () => {
      const theirs = async (id: string) => (await stores.cases.ofCustomer(id)).map(({ number }) => number);
      expect([await theirs('customer-1'), await theirs('customer-2')]).toEqual([[], []]);
      await stores.cases.create(aCase());
      expect(await theirs('customer-1')).toEqual(['306-2817-5']);
      await stores.cases.replace(aCase({ version: 2, customerId: 'customer-2' }), 1);
      expect([await theirs('customer-1'), await theirs('customer-2')]).toEqual([[], ['306-2817-5']]);
    });

    test('a number is given once', async () => {
      expect(await stores.cases.create(aCase())).toBe(true);
      expect(await stores.cases.create(aCase({ customerId: 'another' }))).toBe(false);
      expect((await stores.cases.find('306-2817-5'))?.customerId).toBe('customer-1');
    });

    test('effects stay due until their own version is carried out', async () => {
      await stores.cases.create(aCase({ effectsDue: AT }));
      expect(await stores.cases.withEffectsDue(10)).toEqual(['306-2817-5']);
      await stores.cases.carriedOut('306-2817-5', 2);
      expect(await stores.cases.withEffectsDue(10)).toEqual(['306-2817-5']);
      await stores.cases.carriedOut('306-2817-5', 1);
      expect(await stores.cases.withEffectsDue(10)).toEqual([]);
    });

    test('a viewer gets what they may see, page by page, and never what they are recused from', async () => {
      for (let n = 0; n < 5; n += 1)
        await stores.cases.create(
          aCase({ number: `n${n}`, openedAt: minutes(n), seenBy: n < 4 ? ['role:service'] : ['role:leader'] }),
        );
      await stores.cases.create(
        aCase({
          number: 'recused',
          openedAt: minutes(9),
          recused: [{ name: 'li', reason: 'accused', by: 'customer' }],
        }),
      );
      const viewer = { name: 'li', roles: ['service'] };
      const first = await stores.cases.list({ viewer, limit: 3 });
      const second = await stores.cases.list({ viewer, limit: 3, after: first.cursor });
      expect([...first.cases, ...second.cases].map(({ number }) => number)).toEqual(['n3', 'n2', 'n1', 'n0']);
      expect(second.cursor).toBeUndefined();
      expect((await stores.cases.list({ limit: 10 })).cases).toHaveLength(6);
    });

    test('words of the complaint find the case, Chinese too, and cannot break the search', async () => {
      await stores.cases.create(aCase());
      const find = async (q: string) => (await stores.cases.list({ q, limit: 5 })).cases.length;
      expect([
        await find('态度'),
        await find('tr20260301'),
        await find('30628175'),
        await find('空调'),
        await find('('),
      ]).toEqual([1, 1, 1, 0, 0]);
    });

    test('cases under way are counted by the version they began with', async () => {
      const add = (number: string, hash: string, status: Case['status']) =>
        stores.cases.create(aCase({ number, status, playbook: { id: 'travel', hash } }));
      await add('1', 'h1', 'open');
      await add('2', 'h1', 'waiting-for-customer');
      await add('3', 'h1', 'closed');
      await add('4', 'h2', 'open');
      await add('5', 'h3', 'withdrawn');
      expect(await stores.cases.runningByPlaybook()).toEqual({ h1: 2, h2: 1 });
    });

    test('every version of a procedure that was loaded is listed, the latest loaded first', async () => {
      const version = (hash: string, n: number) => ({ id: 'travel', hash, version: n, title: { en: 'T' } }) as Playbook;
      await stores.playbooks.put(version('h1', 1));
      time = minutes(1);
      await stores.playbooks.put(version('h2', 2));
      expect(await stores.playbooks.versions()).toEqual([
        { id: 'travel', hash: 'h2', version: 2, title: { en: 'T' }, storedAt: minutes(1) },
        { id: 'travel', hash: 'h1', version: 1, title: { en: 'T' }, storedAt: AT },
      ]);
    });

    test('similar cases are those of the same customer, or phone, about the same thing in time', async () => {
      await stores.cases.create(aCase({ number: 'same' }));
      await stores.cases.create(aCase({ number: 'old', openedAt: new Date('2026-01-01') }));
      await stores.cases.create(
        aCase({
          number: 'stranger',
          customerId: 'customer-2',
          fields: { phone: '13900000000', order_no: 'TR20260301-88' },
        }),
      );
      await stores.cases.create(
        aCase({
          number: 'phone',
          customerId: 'customer-3',
          fields: { phone: '+86 13800138000', order_no: 'TR20260301-88' },
        }),
      );
      const found = await stores.cases.similar({
        playbookId: 'travel',
        since: new Date('2026-02-01'),
        anyField: [{ field: 'order_no', value: 'TR20260301-88' }],
        customerId: 'customer-1',
        phone: '13800138000',
      });
      expect(found.map(({ number }) => number).sort()).toEqual(['phone', 'same']);
    });
  });

  describe('obligations', () => {
    test('the same promise is one row, whatever became of it', async () => {
      await stores.obligations.owe(anObligation());
      await stores.obligations.settle('case-1/status-update', 'kept');
      await stores.obligations.owe(anObligation({ dueAt: minutes(5) }));
      expect(await stores.obligations.list({ limit: 5 })).toMatchObject([{ state: 'kept', dueAt: minutes(60) }]);
    });

    test('what is due is claimed by one, earliest first, and again when the lease has run out', async () => {
      await stores.obligations.owe(anObligation({ id: 'later', dueAt: minutes(20) }));
      await stores.obligations.owe(anObligation({ id: 'first', dueAt: minutes(10) }));
      await stores.obligations.owe(anObligation({ id: 'person', dueAt: minutes(1), byPerson: true }));
      expect(await stores.obligations.nextDue()).toEqual(minutes(10));
      const claims = await Promise.all([1, 2, 3].map(() => stores.obligations.claimDue(minutes(30), minutes(31), 10)));
      expect(
        claims
          .flat()
          .map(({ id }) => id)
          .sort(),
      ).toEqual(['first', 'later']);
      expect(await stores.obligations.claimDue(minutes(30), minutes(31), 10)).toEqual([]);
      expect((await stores.obligations.claimDue(minutes(32), minutes(33), 10)).map(({ id }) => id)).toEqual([
        'first',
        'later',
      ]);
      await stores.obligations.settle('first', 'kept');
      expect(await stores.obligations.claimDue(minutes(60), minutes(61), 10)).toHaveLength(1);
    });

    test('an older decision never moves what a newer one moved', async () => {
      await stores.obligations.owe(anObligation());
      await stores.obligations.move('case-1/status-update', minutes(90), 5);
      await stores.obligations.move('case-1/status-update', minutes(30), 4);
      expect((await stores.obligations.find('case-1/status-update'))?.dueAt).toEqual(minutes(90));
      expect(await stores.obligations.nextDue()).toEqual(minutes(90));
    });
  });

  describe('what changed', () => {
    const ids = async (since: Date, limit = 10) =>
      (await stores.conversations.changedSince(since, limit)).map(({ id }) => id);

    test('is found from a time on, the earliest first', async () => {
      await stores.conversations.create(aConversation());
      await stores.conversations.create(aConversation({ id: 'second' }));
      await stores.cases.create(aCase());
      expect((await ids(AT)).sort()).toEqual(['conversation-1', 'second']);
      expect(await ids(AT, 1)).toHaveLength(1);
      expect(await ids(minutes(1))).toEqual([]);
      const [found] = await stores.cases.changedSince(AT, 10);
      expect(found).toEqual({ number: aCase().number, at: AT, version: aCase().version });
      await stores.conversations.touch('second');
      await stores.conversations.touch('unknown');
      expect(await stores.conversations.find('second')).toEqual(aConversation({ id: 'second' }));
    });

    test('who looks at what is kept once a person and conversation, until it is forgotten', async () => {
      const presence = { conversationId: 'c', name: 'li', typing: false, at: AT, until: minutes(1) };
      await stores.presence.put(presence);
      await stores.presence.put({ ...presence, typing: true });
      expect(await stores.presence.since(AT)).toEqual([{ ...presence, typing: true }]);
      expect(await stores.presence.since(minutes(1))).toEqual([]);
      await stores.presence.forget(minutes(1));
      expect(await stores.presence.since(AT)).toEqual([]);
    });
  });

  describe('the desk itself', () => {
    test('what was done at the desk is listed latest first, by person, kind, deed and whom it was done to', async () => {
      const add = (id: string, at: Date, by: string, what: Deed, about?: string) =>
        stores.deskEvents.add({ id, at, by, kind: DEEDS[what], what, about });
      await add('a', minutes(1), 'li', 'sign-in');
      await add('b', minutes(2), 'boss', 'invite', 'li');
      await add('c', minutes(2), 'boss', 'end-session', 'li');
      await add('d', minutes(3), 'boss', 'sign-in');
      const ids = async (query: Partial<Parameters<Stores['deskEvents']['list']>[0]>) =>
        (await stores.deskEvents.list({ limit: 9, ...query })).map(({ id }) => id).join('');
      expect(await ids({})).toBe('dcba');
      expect(await ids({ by: 'boss' })).toBe('dcb');
      expect(await ids({ kind: 'session' })).toBe('dca');
      expect(await ids({ what: 'sign-in', by: 'li' })).toBe('a');
      expect(await ids({ about: 'li' })).toBe('cb');
      expect(await ids({ after: { at: minutes(2), id: 'c' } })).toBe('ba');
      expect(await ids({ limit: 2 })).toBe('dc');
    });

    test('somebody is on duty who serves customers, and nobody is once they have left', async () => {
      const { staff } = stores;
      const account = { displayName: 'x', active: true, createdAt: AT } as const;
      await staff.create({ ...account, name: 'boss', roles: ['admin'] } as never);
      expect(await staff.someoneOnDuty()).toBe(false);
      await staff.create({ ...account, name: 'li', roles: ['service'] } as never);
      expect(await staff.someoneOnDuty()).toBe(true);
      await staff.update('li', { offDuty: true });
      expect(await staff.someoneOnDuty()).toBe(false);
      await staff.update('li', { offDuty: false });
      expect(await staff.someoneOnDuty()).toBe(true);
      await staff.update('li', { active: false });
      expect(await staff.someoneOnDuty()).toBe(false);
    });

    test('how a channel did is known by its latest times, whoever notes them in what order', async () => {
      const { channelHealth } = stores;
      const failed = (at: Date, because: string) => ({ name: 'x', lastError: { at, because } });
      await Promise.all([
        channelHealth.note({ name: 'x', lastIn: minutes(3) }),
        channelHealth.note({ name: 'x', lastIn: minutes(1), lastOut: minutes(2) }),
        channelHealth.note(failed(minutes(4), 'late')),
      ]);
      await channelHealth.note(failed(minutes(2), 'early'));
      expect(await channelHealth.all()).toEqual([
        { name: 'x', lastIn: minutes(3), lastOut: minutes(2), lastError: { at: minutes(4), because: 'late' } },
      ]);
    });

    test('a setting made by many at once is one', async () => {
      const values = await Promise.all(['a', 'b', 'c'].map((value) => stores.settings.ensure('secret', value)));
      expect(new Set(values).size).toBe(1);
    });

    test('a lease has one holder until it runs out', async () => {
      const take = (holder: string, now: Date) =>
        stores.settings.lease('poller', holder, now, new Date(now.getTime() + 60_000));
      expect([await take('a', AT), await take('b', AT), await take('a', AT), await take('b', minutes(2))]).toEqual([
        true,
        false,
        true,
        true,
      ]);
    });

    test('the same bytes that several bring at once are kept', async () => {
      const bytes = Buffer.alloc(200_000, 'photo');
      const kept = await Promise.all(Array.from({ length: 8 }, () => stores.files.put(bytes)));
      expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1);
      expect((await stores.files.get(kept[0]!.sha256))?.equals(bytes)).toBe(true);
    });

    test('a file is kept under its hash, whole, and found by its id', async () => {
      const { sha256, size } = await stores.files.put(Buffer.from('evidence'));
      await stores.files.put(Buffer.from('evidence'));
      expect(size).toBe(8);
      expect((await stores.files.get(sha256))?.toString()).toBe('evidence');
      expect(await stores.files.get('0'.repeat(64))).toBeUndefined();
      await stores.files.register({
        fileId: 'f',
        conversationId: 'c',
        name: '证据.png',
        type: 'image/png',
        size,
        sha256,
        at: AT,
      });
      expect(await stores.files.find('f')).toMatchObject({ name: '证据.png', sha256 });
    });

    test('a code to go on elsewhere works once and in time', async () => {
      const code = { id: 'hash', customerId: 'customer-1', conversationId: 'conversation-1', expiresAt: minutes(10) };
      await stores.identities.putCode(code);
      expect(await stores.identities.takeCode('hash', minutes(1))).toMatchObject({ customerId: 'customer-1' });
      expect(await stores.identities.takeCode('hash', minutes(1))).toBeUndefined();
      await stores.identities.putCode(code);
      expect(await stores.identities.takeCode('hash', minutes(11))).toBeUndefined();
    });

    test('a session ends, by itself and with all others of the person', async () => {
      const session = { id: 's1', name: 'li', csrf: 'c', createdAt: AT, expiresAt: minutes(10) };
      await stores.sessions.create(session);
      expect(await stores.sessions.find('s1', minutes(1))).toEqual(session);
      expect(await stores.sessions.find('s1', minutes(10))).toBeUndefined();
      await stores.sessions.endAllOf('li');
      expect(await stores.sessions.find('s1', minutes(1))).toBeUndefined();
    });
  });
});
