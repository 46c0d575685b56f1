import type { Conversation } from '../../src/domain/conversation.js';
import type { ConversationChanges, ConversationDecision } from '../../src/domain/ports.js';
import { createConversationPerform } from '../../src/operations/perform-on-conversation.js';
import { playbookNamed, people, TestDesk } from './support/desk.js';

const hotel = playbookNamed('hotel-frontdesk');
const STAFF =
  'li front-desk name=小李; he front-desk name=小何; wang manager name=王经理; chen department-head dept=rooms; out gardener; root admin';

/** One conversation in memory; what is said in it. */
async function chat({ concerned = '不知道', filed = true } = {}) {
  const desk = new TestDesk(hotel, '2026-03-10 01:15', STAFF);
  if (filed) await desk.file({ content: '很吵', place: '七樓', concerned }, { category: 'noise' });
  const draft = filed ? undefined : { fields: { concerned } };
  let conversation = {
    id: 'chat-c1',
    customerId: 'c1',
    control: { by: 'bot' },
    dialog: { draft },
  } as unknown as Conversation;
  const said: ConversationDecision['replies'] = [];
  const effects: NonNullable<ConversationDecision['effects']> = [];
  const changes: ConversationChanges = {
    async change(_id, _cause, decide) {
      const decision = decide(conversation);
      if ('refused' in decision) return decision;
      said.push(...decision.replies);
      effects.push(...(decision.effects ?? []));
      conversation = { ...conversation, ...decision.changes };
      return conversation;
    },
    async handBack(_id, _cause, _by, refuse) {
      const refused = refuse(conversation);
      if (!refused) conversation = { ...conversation, control: { by: 'bot' } };
      return refused ?? conversation;
    },
  };
  const perform = createConversationPerform({
    stores: {
      conversations: { find: async (id: string) => (id === 'chat-c1' ? conversation : undefined) },
      cases: desk.needs.stores.cases,
      staff: desk.needs.stores.staff,
    } as Parameters<typeof createConversationPerform>[0]['stores'],
    changes,
    now: () => desk.now,
    playbookOf: async () => hotel,
  });
  const answer = async (name: string, verb: string, args: Record<string, unknown> = {}, conversationId = 'chat-c1') => {
    const person = people(STAFF).find((one) => one.name === name)!;
    return perform({ verb, conversationId, args, person, cause: `${name}/${verb}` });
  };
  const act = async (...request: Parameters<typeof answer>) => {
    const done = await answer(...request);
    return done.ok ? 'performed' : done.code;
  };
  const wait = (urgent: boolean) => {
    const control = { by: 'waiting', since: desk.now, urgent, because: 'asked', asked: 1 } as const;
    conversation = { ...conversation, control };
  };
  return { desk, said, effects, act, answer, wait, control: () => conversation.control };
}

describe('a conversation', () => {
  it('is taken by one person, who alone speaks in it and hands it back', async () => {
    const { act, said, control, desk } = await chat();
    expect(await act('li', 'take-over')).toBe('performed');
    expect(control()).toEqual({ by: 'agent', agent: 'li', since: desk.now });
    expect(said.pop()).toMatchObject({ from: 'bot', say: [{ key: 'agent.joined', values: { agent: '小李' } }] });
    expect(await act('li', 'take-over')).toBe('performed');
    expect(said).toEqual([]);
    for (const verb of ['take-over', 'hand-back']) expect(await act('he', verb)).toBe('ALREADY_TAKEN');
    expect(await act('he', 'say', { text: 'x' })).toBe('ALREADY_TAKEN');
    expect(await act('li', 'say', { text: '保全已经上去了' })).toBe('performed');
    expect(said.pop()).toMatchObject({
      from: 'agent',
      author: 'li',
      say: ['保全已经上去了'],
      heard: 'person',
      caseNumber: desk.number,
    });
    expect(await act('li', 'say', { text: ' ' })).toBe('INVALID');
    expect(await act('li', 'hand-back')).toBe('performed');
    expect(control()).toEqual({ by: 'bot' });
    expect(await act('li', 'hand-back')).toBe('NOT_NOW');
  });

  it('while nobody has it, staff may speak about its open case, and only then', async () => {
    const { act, said, control, desk } = await chat();
    expect(await act('wang', 'say', { text: '我马上来' })).toBe('performed');
    expect(said).toMatchObject([{ from: 'agent', author: 'wang', caseNumber: desk.number }]);
    expect(control()).toEqual({ by: 'bot' });
    await desk.act('customer', 'withdraw', { reason: 'x' });
    expect(await act('wang', 'say', { text: 'x' })).toBe('CLOSED');
    const unfiled = await chat({ filed: false });
    expect(await unfiled.act('wang', 'say', { text: 'x' })).toBe('NOT_NOW');
  });

  it('is given to a colleague who works here', async () => {
    const { act, said, control } = await chat();
    await act('li', 'take-over');
    said.length = 0;
    expect(await act('li', 'transfer', { to: 'nobody' })).toBe('INVALID');
    expect(await act('li', 'transfer', { to: 'out' })).toBe('INVALID');
    expect(await act('he', 'transfer', { to: 'he' })).toBe('ALREADY_TAKEN');
    expect(await act('li', 'transfer', { to: 'he' })).toBe('performed');
    expect(control()).toMatchObject({ agent: 'he' });
    expect(said).toMatchObject([{ say: [{ key: 'agent.transferred', values: { agent: '小何' } }] }]);
  });

  it('is taken from a colleague only with a reason, by somebody of the same desk or above', async () => {
    const { act, answer, said, effects, control } = await chat();
    await act('li', 'take-over');
    expect(await answer('he', 'take-over')).toMatchObject({
      code: 'ALREADY_TAKEN',
      message: '小李 has had it since 2026-03-10 01:15.',
    });
    const reason = '客人要找我';
    expect(await act('chen', 'take-over', { reason })).toBe('NOT_YOUR_ROLE');
    expect(control()).toMatchObject({ agent: 'li' });
    expect(await act('he', 'take-over', { reason })).toBe('performed');
    expect(control()).toMatchObject({ by: 'agent', agent: 'he' });
    expect(said.pop()).toMatchObject({ say: [{ key: 'agent.transferred', values: { agent: '小何' } }] });
    expect(effects).toMatchObject([
      { kind: 'notify', to: { person: 'li' }, phrase: { key: 'notify.taken', values: { person: '小何', reason } } },
    ]);
    expect(await act('wang', 'take-over', { reason })).toBe('performed');
    expect(await act('li', 'take-over', { reason })).toBe('NOT_YOUR_ROLE');
  });

  it('is owed a word by whoever takes it from the queue, until they say one', async () => {
    const { act, effects, control, wait, desk } = await chat();
    await act('li', 'take-over');
    expect(effects).toEqual([]);
    await act('li', 'hand-back');
    wait(true);
    await act('li', 'take-over');
    const dueAt = new Date(desk.now.getTime() + 10 * 60_000);
    expect(effects).toMatchObject([{ kind: 'owe', obligation: { kind: 'agent-reminder', to: 'li', dueAt } }]);
    expect(control()).toMatchObject({ urgent: true, awaited: { since: desk.now } });
    await act('li', 'say', { text: '我在' });
    expect(control()).toEqual({ by: 'agent', agent: 'li', since: desk.now, urgent: true });
  });

  it('waits for whoever holds a role that it is given to', async () => {
    const { act, said, effects, control, wait } = await chat();
    wait(true);
    await act('li', 'take-over');
    effects.length = 0;
    expect(await act('li', 'transfer', { to: 'gardener' })).toBe('INVALID');
    expect(await act('li', 'transfer', { to: 'front-desk' })).toBe('performed');
    expect(control()).toMatchObject({ by: 'waiting', role: 'front-desk', urgent: true });
    expect(said.pop()).toMatchObject({ say: [{ key: 'agent.calling' }] });
    expect(effects).toMatchObject([
      { kind: 'owe', obligation: { kind: 'agent-wait' } },
      { kind: 'notify', to: { person: 'he' }, phrase: { key: 'notify.transfer', values: { person: '小李' } } },
    ]);
  });

  it.each([true, false])('keeps out whom the customer complains about (filed: %s)', async (filed) => {
    const { act } = await chat({ concerned: '王经理', filed });
    expect(await act('wang', 'take-over')).toBe('RECUSED');
    await act('li', 'take-over');
    expect(await act('li', 'transfer', { to: 'wang' })).toBe('RECUSED');
  });

  it('is not for people of other procedures, nor for an admin as such', async () => {
    const { act } = await chat();
    expect(await act('out', 'take-over')).toBe('NOT_YOUR_ROLE');
    expect(await act('root', 'take-over')).toBe('NOT_YOUR_ROLE');
    expect(await act('li', 'explode')).toBe('UNKNOWN_VERB');
    expect(await act('li', 'take-over', {}, 'elsewhere')).toBe('NOT_FOUND');
  });
});
