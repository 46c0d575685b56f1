import { z } from 'zod';
import { answered, awaitAgent, owedWait, type AgentControl } from '../domain/agent-promises.js';
import type { Phrase } from '../domain/phrase.js';
import type { ConversationDecision } from '../domain/conversation-changes.js';
import { isOrAbove } from '../domain/superiors.js';
import { text, word } from './arguments.js';
import { askFor, keep, putBack } from './asking-verbs.js';
import { noted, noteVerb, retractNote } from './conversation-notes.js';
import {
  alreadyTaken,
  conversationVerb,
  isUrgent,
  mustHold,
  NOTHING,
  tell,
  type ConversationContext,
  type ConversationVerb,
} from './conversation-verb.js';
import { Refusal, invalid } from './refused.js';

const MOST_FILES = 10;

const takeOver = conversationVerb<{ reason?: string }>({
  name: 'take-over',
  on: 'conversation',
  describe: 'Takes the conversation: the bot is silent until it is handed back. From a colleague with a reason only.',
  arguments: z.strictObject({ reason: text.optional() }),
  decide(conversation, context, { reason }) {
    const { person, now, playbook } = context;
    const { control } = conversation;
    const colleague = control.by === 'agent' ? control : undefined;
    if (colleague?.agent === person.name) return NOTHING;
    if (colleague) mayTakeFrom(colleague, context, reason);
    const taken: AgentControl = {
      by: 'agent',
      agent: person.name,
      since: now,
      urgent: isUrgent(control),
      ...(control.by === 'waiting' && { waited: control }),
    };
    const isAwaited = control.by === 'waiting' || colleague?.awaited !== undefined;
    const next = isAwaited ? awaitAgent(conversation, taken, now, playbook.calendar) : { control: taken, effects: [] };
    const key = colleague ? 'agent.transferred' : 'agent.joined';
    const told = colleague
      ? [tell(colleague.agent, { key: 'notify.taken', values: { person: person.displayName, reason: reason! } })]
      : [];
    return {
      changes: { control: next.control },
      replies: [{ from: 'bot', say: [{ key, values: { agent: person.displayName } }], ofDialog: false }],
      effects: [...next.effects, ...told],
    };
  },
});

const say = conversationVerb<{ text?: string; files?: string[]; seen?: number }>({
  name: 'say',
  on: 'conversation',
  describe:
    'Says something in the conversation that you have, or about its open case while nobody has it. STALE when a colleague spoke after `seen`, the place of the last message you know of.',
  arguments: z
    .strictObject({
      text: text.optional(),
      files: z.array(word).min(1).max(MOST_FILES).optional(),
      seen: z.number().int().min(0).optional(),
    })
    .refine((args) => args.text !== undefined || args.files !== undefined, {
      message: 'words or files are needed',
      path: ['text'],
    }),
  check({ files }, { files: named = [] }) {
    if (files.length < named.length) throw invalid('files', '"files" must be what you uploaded to this conversation.');
  },
  decide(conversation, context, args) {
    const { control } = conversation;
    const { person, caseNumber, isOver, files } = context;
    const isFree = control.by !== 'agent';
    if (isFree && isOver) throw new Refusal('CLOSED');
    if (!isFree || caseNumber === undefined) mustHold(conversation, context);
    const said: ConversationDecision['replies'][number] = {
      from: 'agent',
      author: person.name,
      say: args.text === undefined ? [] : [args.text],
      ...(files.length > 0 && { files }),
      ofDialog: false,
      heard: 'person',
      caseNumber,
    };
    return { changes: isFree ? {} : { control: answered(control) }, replies: [said] };
  },
});

const handBack = conversationVerb<{ note?: string }>({
  name: 'hand-back',
  on: 'conversation',
  describe: 'Leaves the conversation to the bot again; a note tells colleagues what was agreed.',
  arguments: z.strictObject({ note: text.optional() }),
  handsBack: true,
  decide(conversation, context, { note }) {
    mustHold(conversation, context);
    return note === undefined ? NOTHING : { changes: noted(conversation, context, note, true), replies: [] };
  },
});

const transfer = conversationVerb<{ to: string }>({
  name: 'transfer',
  on: 'conversation',
  describe: 'Gives the conversation to a colleague, or leaves it waiting for whoever holds a role.',
  arguments: z.strictObject({ to: word }),
  check(context, { to }) {
    const { staff, worksHere, isRecused } = context;
    const colleague = staff.find(({ name, active }) => name === to && active);
    if (colleague && isRecused(colleague)) throw new Refusal('RECUSED');
    if (colleague ? !worksHere(colleague) : holdersOf(to, context).length === 0)
      throw invalid('to', `Nobody named ${to} works here, nor anybody with such a role.`);
  },
  decide(conversation, context, { to }) {
    const { person, staff, now, playbook } = context;
    mustHold(conversation, context);
    const words: Phrase = { key: 'notify.transfer', values: { person: person.displayName } };
    const urgent = isUrgent(conversation.control);
    const colleague = staff.find(({ name, active }) => name === to && active);
    if (!colleague)
      return {
        changes: {
          control: { by: 'waiting', since: now, urgent: urgent ?? false, because: 'transferred', asked: 1, role: to },
        },
        replies: [{ from: 'bot', say: [{ key: 'agent.calling' }], ofDialog: false }],
        effects: [owedWait(conversation.id, now), ...holdersOf(to, context).map(({ name }) => tell(name, words))],
      };
    const given: AgentControl = { by: 'agent', agent: to, since: now, urgent };
    const { control, effects } = awaitAgent(conversation, given, now, playbook.calendar);
    return {
      changes: { control },
      replies: [
        {
          from: 'bot',
          say: [{ key: 'agent.transferred', values: { agent: colleague.displayName } }],
          ofDialog: false,
        },
      ],
      effects: [...effects, tell(to, words)],
    };
  },
});

/** Who could take a conversation that waits for a role: the person who gives it away is not meant. */
const holdersOf = (role: string, { staff, person, playbook, isRecused }: ConversationContext) =>
  playbook.roles.some(({ id }) => id === role)
    ? staff.filter((one) => one.active && one.name !== person.name && one.roles.includes(role) && !isRecused(one))
    : [];

/** Those above whoever has it, and who share a role with them, may take it with a reason; anybody when they are gone. */
function mayTakeFrom(control: AgentControl, context: ConversationContext, reason: string | undefined): void {
  if (reason === undefined) throw alreadyTaken(control, context);
  const { person, playbook, staff } = context;
  const holder = staff.find(({ name, active }) => name === control.agent && active);
  const theirs = holder?.roles.filter((role) => playbook.roles.some(({ id }) => id === role)) ?? [];
  if (holder && !person.roles.some((role) => isOrAbove(playbook, role, theirs)))
    throw new Refusal('NOT_YOUR_ROLE', 'Only a colleague of the same desk, or somebody above, may take it.');
}

export const CONVERSATION_VERBS: readonly ConversationVerb[] = [
  takeOver,
  putBack,
  askFor,
  keep,
  say,
  handBack,
  transfer,
  noteVerb,
  retractNote,
];
