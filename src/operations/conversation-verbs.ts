import { z } from 'zod';
import { answered, awaitAgent, owedWait, type AgentControl } from '../domain/agent-promises.js';
import type { Control, Conversation } from '../domain/conversation.js';
import type { Effect } from '../domain/effect.js';
import type { Phrase } from '../domain/phrase.js';
import type { Playbook } from '../domain/playbook.js';
import type { ConversationDecision } from '../domain/ports.js';
import type { Person } from '../domain/staff.js';
import { isOrAbove } from '../domain/superiors.js';
import { toLocal } from '../domain/working-time.js';
import { text, word } from './arguments.js';
import { Refusal, invalid } from './refused.js';

/** What a decision on a conversation may know. */
export interface ConversationContext {
  now: Date;
  person: Person;
  staff: Person[];
  /** The procedure of new cases here. */
  playbook: Playbook;
  /** The open case that is talked about here, the latest. */
  caseNumber?: string;
  /** Every case that was talked about here is over. */
  isOver: boolean;
  /** Whether somebody can have no part in what is told here. */
  isRecused(person: Person): boolean;
  /** Whether somebody works with the procedure of this conversation. */
  worksHere(person: Person): boolean;
}

/** An operation of staff on a conversation. `decide` throws a Refusal; `hand-back` is decided by the dialog after `check`. */
export interface ConversationVerb<A extends object = Record<string, unknown>> {
  name: string;
  on: 'conversation';
  describe: string;
  arguments: z.ZodType<A>;
  /** Throws INVALID, and RECUSED as the target. */
  check?(context: ConversationContext, args: A): void;
  decide?(conversation: Conversation, context: ConversationContext, args: A): ConversationDecision;
}

function verb<A extends object>(definition: ConversationVerb<A>): ConversationVerb {
  return definition as unknown as ConversationVerb;
}

const takeOver = verb<{ reason?: string }>({
  name: 'take-over',
  on: 'conversation',
  describe: 'Takes the conversation: the bot is silent until it is handed back. From a colleague with a reason only.',
  arguments: z.strictObject({ reason: text.optional() }),
  decide(conversation, context, { reason }) {
    const { person, now, playbook } = context;
    const { control } = conversation;
    const colleague = control.by === 'agent' ? control : undefined;
    if (colleague?.agent === person.name) return { changes: {}, replies: [] };
    if (colleague) mayTakeFrom(colleague, context, reason);
    const taken: AgentControl = { by: 'agent', agent: person.name, since: now, urgent: isUrgent(control) };
    const isAwaited = control.by === 'waiting' || colleague?.awaited !== undefined;
    const next = isAwaited ? awaitAgent(conversation, taken, now, playbook.calendar) : { control: taken, effects: [] };
    const key = colleague ? 'agent.transferred' : 'agent.joined';
    const told: Told[] = colleague
      ? [tell(colleague.agent, { key: 'notify.taken', values: { person: person.displayName, reason: reason! } })]
      : [];
    return {
      changes: { control: next.control },
      replies: [{ from: 'bot', say: [{ key, values: { agent: person.displayName } }], ofDialog: false }],
      effects: [...next.effects, ...told],
    };
  },
});

const say = verb<{ text: string }>({
  name: 'say',
  on: 'conversation',
  describe: 'Says something in the conversation that you have, or about its open case while nobody has it.',
  arguments: z.strictObject({ text }),
  decide(conversation, context, args) {
    const { control } = conversation;
    const { person, caseNumber, isOver } = context;
    const isFree = control.by !== 'agent';
    if (isFree && isOver) throw new Refusal('CLOSED');
    if (!isFree || caseNumber === undefined) mustHold(conversation, context);
    const said: ConversationDecision['replies'][number] = {
      from: 'agent',
      author: person.name,
      say: [args.text],
      ofDialog: false,
      heard: 'person',
      caseNumber,
    };
    return { changes: isFree ? {} : { control: answered(control) }, replies: [said] };
  },
});

const handBack = verb({
  name: 'hand-back',
  on: 'conversation',
  describe: 'Leaves the conversation to the bot again.',
  arguments: z.strictObject({}),
});

const transfer = verb<{ to: string }>({
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

type Told = Extract<Effect, { kind: 'notify' }>;

const tell = (person: string, phrase: Phrase): Told => ({
  kind: 'notify',
  key: '',
  to: { person },
  phrase,
  urgent: true,
});

/** Who could take a conversation that waits for a role: the person who gives it away is not meant. */
const holdersOf = (role: string, { staff, person, playbook, isRecused }: ConversationContext) =>
  playbook.roles.some(({ id }) => id === role)
    ? staff.filter((one) => one.active && one.name !== person.name && one.roles.includes(role) && !isRecused(one))
    : [];

const isUrgent = (control: Control) => (control.by !== 'bot' && control.urgent) || undefined;

/** Those above whoever has it, and who share a role with them, may take it with a reason; anybody when they are gone. */
function mayTakeFrom(control: AgentControl, context: ConversationContext, reason: string | undefined): void {
  if (reason === undefined) throw alreadyTaken(control, context);
  const { person, playbook, staff } = context;
  const holder = staff.find(({ name, active }) => name === control.agent && active);
  const theirs = holder?.roles.filter((role) => playbook.roles.some(({ id }) => id === role)) ?? [];
  if (holder && !person.roles.some((role) => isOrAbove(playbook, role, theirs)))
    throw new Refusal('NOT_YOUR_ROLE', 'Only a colleague of the same desk, or somebody above, may take it.');
}

/** Only the person who has the conversation speaks in it, and gives it away. */
export function mustHold({ control }: Conversation, context: ConversationContext): void {
  if (control.by !== 'agent') throw new Refusal('NOT_NOW', 'Take the conversation over first.');
  if (control.agent !== context.person.name) throw alreadyTaken(control, context);
}

/** Says who has it, and since when. */
function alreadyTaken({ agent, since }: AgentControl, { staff, playbook }: ConversationContext): Refusal {
  const name = staff.find((one) => one.name === agent)?.displayName ?? agent;
  return new Refusal('ALREADY_TAKEN', `${name} has had it since ${toLocal(since, playbook.calendar.zone)}.`);
}

export const CONVERSATION_VERBS: readonly ConversationVerb[] = [takeOver, say, handBack, transfer];
