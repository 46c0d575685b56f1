import type { Conversation } from '../../src/domain/conversation.js';
import type { ConversationChanges, ConversationDecision } from '../../src/domain/ports.js';
import { createConversationPerform } from '../../src/operations/perform-on-conversation.js';
import { playbookNamed, people, TestDesk } from './support/desk.js';

const hotel = playbookNamed('hotel-frontdesk');
const STAFF = 'li front-desk name=小李; he front-desk name=小何; wang manager name=王经理; out gardener; root admin';

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
  const changes: ConversationChanges = {
    async change(_id, _cause, decide) {
      const decision = decide(conversation);
      if ('refused' in decision) return decision;
      said.push(...decision.replies);
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
  const act = async (name: string, verb: string, args: Record<string, unknown> = {}, conversationId = 'chat-c1') => {
    const person = people(STAFF).find((one) => one.name === name)!;
    const done = await perform({ verb, conversationId, args, person, cause: `${name}/${verb}` });
    return done.ok ? 'performed' : done.code;
  };
  return { desk, said, act, control: () => conversation.control };
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
