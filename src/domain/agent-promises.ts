import type { Calendar } from './calendar.js';
import { AGENT_SILENCE_MS, AGENT_WAIT_MS } from './common-rules.js';
import type { Control, Conversation } from './conversation.js';
import type { Effect } from './effect.js';
import { addWorkingMs } from './working-time.js';

type Owed = Extract<Effect, { kind: 'owe' }>;
export type AgentControl = Extract<Control, { by: 'agent' }>;

/** Who has the conversation owes the customer a word from now on; what is owed already stands. */
export function awaitAgent(
  { id, version }: Pick<Conversation, 'id' | 'version'>,
  control: AgentControl,
  now: Date,
  calendar: Calendar,
): { control: AgentControl; effects: Owed[] } {
  if (control.awaited) return { control, effects: [] };
  const reminder = `agent-reminder/${id}/${version}`;
  const dueAt = silenceEnds(now, calendar);
  return {
    control: { ...control, awaited: { since: now, reminder } },
    effects: [owed({ id: reminder, kind: 'agent-reminder', to: control.agent, conversationId: id, dueAt })],
  };
}

/** When an agent who says nothing from then on is reminded, or has the conversation no more. */
export const silenceEnds = (from: Date, calendar: Calendar): Date => addWorkingMs(from, AGENT_SILENCE_MS, calendar);

/** The agent has spoken: nothing is owed, and nobody can say it was never taken. */
export const answered = ({ by, agent, since, urgent, asked }: AgentControl): AgentControl => ({
  by,
  agent,
  since,
  urgent,
  ...(asked && { asked }),
});

/** A customer who waits for a person is told how it stands after a while: of working time where nobody is on duty. */
export function owedWait(conversationId: string, since: Date, unstaffed?: Calendar): Owed {
  const dueAt = unstaffed ? addWorkingMs(since, AGENT_WAIT_MS, unstaffed) : new Date(since.getTime() + AGENT_WAIT_MS);
  return owed({ id: `agent-wait/${conversationId}/${since.getTime()}`, kind: 'agent-wait', conversationId, dueAt });
}

/** Keys are given by the caller. */
function owed(promise: Omit<Owed['obligation'], 'detail' | 'state' | 'order'>): Owed {
  return { kind: 'owe', key: '', obligation: { ...promise, detail: {}, state: 'owed', order: 0 } };
}
