import { z } from 'zod';
import type { Conversation } from '../domain/conversation.js';
import type { ConversationDecision } from '../domain/ports.js';
import type { Person } from '../domain/staff.js';
import { text, word } from './arguments.js';
import { Refusal, invalid } from './refused.js';

/** What a decision on a conversation may know. */
export interface ConversationContext {
  now: Date;
  person: Person;
  staff: Person[];
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

const takeOver = verb({
  name: 'take-over',
  on: 'conversation',
  describe: 'Takes the conversation: the bot is silent until it is handed back.',
  arguments: z.strictObject({}),
  decide({ control }, { person, now }) {
    if (control.by === 'agent' && control.agent !== person.name) throw new Refusal('ALREADY_TAKEN');
    if (control.by === 'agent') return { changes: {}, replies: [] };
    return {
      changes: { control: { by: 'agent', agent: person.name, since: now } },
      replies: [
        { from: 'bot', say: [{ key: 'agent.joined', values: { agent: person.displayName } }], ofDialog: false },
      ],
    };
  },
});

const say = verb<{ text: string }>({
  name: 'say',
  on: 'conversation',
  describe: 'Says something in the conversation that you have, or about its open case while nobody has it.',
  arguments: z.strictObject({ text }),
  decide(conversation, { person, caseNumber, isOver }, args) {
    const isFree = conversation.control.by !== 'agent';
    if (isFree && isOver) throw new Refusal('CLOSED');
    if (!isFree || caseNumber === undefined) mustHold(conversation, person);
    const said: ConversationDecision['replies'][number] = {
      from: 'agent',
      author: person.name,
      say: [args.text],
      ofDialog: false,
      heard: 'person',
      caseNumber,
    };
    return { changes: {}, replies: [said] };
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
  describe: 'Gives the conversation to a colleague.',
  arguments: z.strictObject({ to: word }),
  check({ staff, worksHere, isRecused }, { to }) {
    const colleague = staff.find(({ name, active }) => name === to && active);
    if (!colleague || !worksHere(colleague)) throw invalid('to', `Nobody named ${to} works here.`);
    if (isRecused(colleague)) throw new Refusal('RECUSED');
  },
  decide(conversation, { person, staff, now }, { to }) {
    mustHold(conversation, person);
    const agent = staff.find(({ name }) => name === to)?.displayName ?? to;
    return {
      changes: { control: { by: 'agent', agent: to, since: now } },
      replies: [{ from: 'bot', say: [{ key: 'agent.transferred', values: { agent } }], ofDialog: false }],
      effects: [{ kind: 'notify', key: '', to: { person: to }, phrase: { key: 'notify.waiting.new' }, urgent: true }],
    };
  },
});

/** Only the person who has the conversation speaks in it, and gives it away. */
export function mustHold({ control }: Conversation, person: Person): void {
  if (control.by !== 'agent') throw new Refusal('NOT_NOW', 'Take the conversation over first.');
  if (control.agent !== person.name) throw new Refusal('ALREADY_TAKEN');
}

export const CONVERSATION_VERBS: readonly ConversationVerb[] = [takeOver, say, handBack, transfer];
