import type { Conversation } from '../../src/domain/conversation.js';
import type { ConversationChanges, ConversationDecision } from '../../src/domain/conversation-changes.js';
import { createConversationPerform } from '../../src/operations/perform-on-conversation.js';
import { playbookNamed, people, TestDesk } from './support/desk.js';

const hotel = playbookNamed('hotel-frontdesk');
const STAFF =
  'li front-desk name=小李; he front-desk name=小何; wang manager name=王经理; chen department-head dept=rooms; out gardener; root admin';

const FILES = [
  {
    fileId: 'own',
    conversationId: 'chat-c1',
    by: 'li',
    name: 'plan.pdf',
    type: 'application/pdf',
    size: 3,
    sha256: 's',
  },
  { fileId: 'theirs', conversationId: 'chat-c1', name: 'a.png', type: 'image/png', size: 3, sha256: 's' },
  { fileId: 'elsewhere', conversationId: 'chat-c2', by: 'li', name: 'b.png', type: 'image/png', size: 3, sha256: 's' },
];

/** One conversation in memory; what is said in it. */
async function chat({ concerned = '不知道', filed = true } = {}) {
  const desk = new TestDesk(hotel, '2026-03-10 01:15', STAFF);
  if (filed) await desk.file({ content: '很吵', place: '七樓', concerned }, { category: 'noise' });
  const draft = filed ? undefined : { fields: { concerned } };
  let conversation = {
    id: 'chat-c1',
    customerId: 'c1',
    control: { by: 'bot' },
    version: 7,
    seq: 0,
    dialog: { draft },
  } as unknown as Conversation;
  const spoken: { seq: number; from: 'agent' | 'customer'; by?: string }[] = [];
  const said: ConversationDecision['replies'] = [];
  const effects: NonNullable<ConversationDecision['effects']> = [];
  const changes: ConversationChanges = {
    async change(_id, _cause, decide) {
      const decision = await decide(conversation);
      if ('refused' in decision) return decision;
      said.push(...decision.replies);
      effects.push(...(decision.effects ?? []));
      conversation = { ...conversation, ...decision.changes, version: conversation.version + 1 };
      return conversation;
    },
    async handBack(_id, _cause, _by, decide) {
      const decision = decide(conversation);
      if ('refused' in decision) return decision;
      conversation = { ...conversation, ...decision.changes, control: { by: 'bot' } };
      return conversation;
    },
  };
  const perform = createConversationPerform({
    stores: {
      conversations: { find: async (id: string) => (id === 'chat-c1' ? conversation : undefined) },
      cases: desk.needs.stores.cases,
      staff: desk.needs.stores.staff,
      messages: { page: async (_id: string, after: number) => spoken.filter(({ seq }) => seq > after) },
      files: { find: async (fileId: string) => FILES.find((one) => one.fileId === fileId) },
    } as unknown as Parameters<typeof createConversationPerform>[0]['stores'],
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
  /** The message at the next place. */
  const speaks = (from: 'agent' | 'customer', by?: string) => {
    conversation = { ...conversation, seq: conversation.seq + 1 };
    spoken.push({ seq: conversation.seq, from, by });
  };
  const [control, notes] = [() => conversation.control, () => conversation.notes];
  return { desk, said, effects, act, answer, wait, speaks, control, notes };
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

  it('is asked for: whoever has it is told, and keeps it or hands it over', async () => {
    const { act, effects, control } = await chat();
    expect(await act('he', 'ask-for')).toBe('NOT_NOW');
    await act('li', 'take-over');
    expect(await act('he', 'ask-for', { reason: '熟客' })).toBe('performed');
    expect(await act('he', 'ask-for', { reason: 'again' })).toBe('performed');
    expect(await act('wang', 'ask-for')).toBe('performed');
    expect(await act('li', 'ask-for')).toBe('performed');
    expect(control()).toMatchObject({ agent: 'li', asked: [{ by: 'he', reason: '熟客' }, { by: 'wang' }] });
    expect(effects.map((one) => one.kind === 'notify' && [one.to, one.phrase.key])).toEqual([
      [{ person: 'li' }, 'notify.asked-because'],
      [{ person: 'li' }, 'notify.asked-for'],
    ]);
    expect(await act('he', 'keep')).toBe('ALREADY_TAKEN');
    await act('li', 'say', { text: '还在查' });
    expect(control()).toMatchObject({ asked: [{ by: 'he' }, { by: 'wang' }] });
    effects.length = 0;
    expect(await act('li', 'keep')).toBe('performed');
    expect(control()).not.toHaveProperty('asked');
    expect(effects).toMatchObject([
      { to: { person: 'he' }, phrase: { key: 'notify.kept', values: { person: '小李' } } },
      { to: { person: 'wang' } },
    ]);
    await act('he', 'ask-for');
    await act('li', 'transfer', { to: 'he' });
    expect(control()).toMatchObject({ agent: 'he' });
    expect(control()).not.toHaveProperty('asked');
  });

  it('goes back to waiting as long as nothing was said', async () => {
    const { act, said, effects, control, wait } = await chat();
    await act('li', 'take-over');
    expect(await act('li', 'put-back')).toBe('NOT_NOW');
    await act('li', 'hand-back');
    wait(true);
    const waited = control();
    await act('li', 'take-over');
    expect(await act('he', 'put-back')).toBe('ALREADY_TAKEN');
    effects.length = 0;
    expect(await act('li', 'put-back')).toBe('performed');
    expect(control()).toEqual(waited);
    expect(said.pop()).toMatchObject({ say: [{ key: 'agent.calling' }] });
    expect(effects).toMatchObject([{ kind: 'owe', obligation: { kind: 'agent-wait' } }]);
    await act('li', 'take-over');
    await act('li', 'say', { text: '我在' });
    expect(await act('li', 'put-back')).toBe('NOT_NOW');
  });

  it('takes no word from somebody who has not seen what a colleague said', async () => {
    const { act, answer, said, speaks } = await chat();
    speaks('customer');
    speaks('agent', 'he');
    const late = await answer('wang', 'say', { text: '我来处理', seen: 1 });
    expect(late).toMatchObject({ code: 'STALE', field: 'seen', message: expect.stringMatching(/^小何 spoke/) });
    expect(said).toEqual([]);
    speaks('customer');
    expect(await act('wang', 'say', { text: '我来处理', seen: 2 })).toBe('performed');
    speaks('agent', 'wang');
    expect(await act('wang', 'say', { text: '五分钟', seen: 3 })).toBe('performed');
    expect(await act('wang', 'say', { text: 'x', seen: -1 })).toBe('INVALID');
  });

  it('carries files that people of the desk uploaded to it, and no others', async () => {
    const { act, said } = await chat();
    await act('li', 'take-over');
    said.length = 0;
    for (const files of [['theirs'], ['elsewhere'], ['own', 'none'], []])
      expect(await act('li', 'say', { text: 'x', files })).toBe('INVALID');
    expect(await act('li', 'say', {})).toBe('INVALID');
    expect(await act('li', 'say', { files: ['own'] })).toBe('performed');
    expect(said).toMatchObject([{ say: [], files: [{ fileId: 'own', name: 'plan.pdf', sha256: 's' }] }]);
  });

  it('keeps notes for colleagues, one of them left at hand-back; only their writer takes one back', async () => {
    const { act, said, control, notes, desk } = await chat();
    expect(await act('wang', 'note', { text: '老客人' })).toBe('performed');
    await act('li', 'take-over');
    said.length = 0;
    expect(await act('he', 'hand-back', { note: 'x' })).toBe('ALREADY_TAKEN');
    expect(await act('li', 'hand-back', { note: '答应今晚换房' })).toBe('performed');
    expect(control()).toEqual({ by: 'bot' });
    const at = desk.now;
    expect(notes()).toMatchObject([
      { by: 'wang', at, text: '老客人' },
      { by: 'li', at, text: '答应今晚换房', handedBack: true },
    ]);
    expect(said).toEqual([]);
    const [first] = notes()!;
    expect(await act('li', 'retract-note', { id: first!.id })).toBe('NOT_YOUR_ROLE');
    expect(await act('wang', 'retract-note', { id: 'unknown' })).toBe('performed');
  });

  it('keeps the latest fifty notes, each with an id of its own', async () => {
    const { act, notes } = await chat();
    for (let n = 0; n < 52; n += 1) await act('wang', 'note', { text: `${n}` });
    expect(notes()).toHaveLength(50);
    expect(new Set(notes()!.map(({ id }) => id)).size).toBe(50);
    expect(notes()!.at(-1)!.text).toBe('51');
    expect(await act('wang', 'note', { text: ' ' })).toBe('INVALID');
  });
});
