import type { z } from 'zod';
import type { AgentControl } from '../domain/agent-promises.js';
import type { Control, Conversation } from '../domain/conversation.js';
import type { Effect } from '../domain/effect.js';
import type { InboundFile } from '../domain/message.js';
import type { Phrase } from '../domain/phrase.js';
import type { Playbook } from '../domain/playbook.js';
import type { ConversationDecision } from '../domain/conversation-changes.js';
import type { Person } from '../domain/staff.js';
import { toLocal } from '../domain/working-time.js';
import { Refusal } from './refused.js';

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
  /** What the operation names of what people of the desk uploaded here. */
  files: InboundFile[];
  /** Whether somebody can have no part in what is told here. */
  isRecused(person: Person): boolean;
  /** Whether somebody works with the procedure of this conversation. */
  worksHere(person: Person): boolean;
}

/** An operation of staff on a conversation. `decide` throws a Refusal. */
export interface ConversationVerb<A extends object = Record<string, unknown>> {
  name: string;
  on: 'conversation';
  describe: string;
  arguments: z.ZodType<A>;
  /** Throws INVALID, and RECUSED as the target. */
  check?(context: ConversationContext, args: A): void;
  decide(conversation: Conversation, context: ConversationContext, args: A): ConversationDecision;
  /** The dialog takes the conversation up again after what is decided. */
  handsBack?: boolean;
}

export function conversationVerb<A extends object>(definition: ConversationVerb<A>): ConversationVerb {
  return definition as unknown as ConversationVerb;
}

export const NOTHING: ConversationDecision = { changes: {}, replies: [] };

type Told = Extract<Effect, { kind: 'notify' }>;

export const tell = (person: string, phrase: Phrase): Told => ({
  kind: 'notify',
  key: '',
  to: { person },
  phrase,
  urgent: true,
});

export const isUrgent = (control: Control) => (control.by !== 'bot' && control.urgent) || undefined;

/** Only the person who has the conversation speaks in it, and gives it away. */
export function mustHold({ control }: Conversation, context: ConversationContext): AgentControl {
  if (control.by !== 'agent') throw new Refusal('NOT_NOW', 'Take the conversation over first.');
  if (control.agent !== context.person.name) throw alreadyTaken(control, context);
  return control;
}

/** Says who has it, and since when. */
export function alreadyTaken({ agent, since }: AgentControl, { staff, playbook }: ConversationContext): Refusal {
  const name = staff.find((one) => one.name === agent)?.displayName ?? agent;
  return new Refusal('ALREADY_TAKEN', `${name} has had it since ${toLocal(since, playbook.calendar.zone)}.`);
}
