import { z } from 'zod';
import { owedWait } from '../domain/agent-promises.js';
import { text } from './arguments.js';
import { conversationVerb, mustHold, NOTHING, tell } from './conversation-verb.js';
import { Refusal } from './refused.js';

const MOST = 10;

export const askFor = conversationVerb<{ reason?: string }>({
  name: 'ask-for',
  on: 'conversation',
  describe: 'Asks the colleague who has the conversation for it: they hand it over by `transfer`, or `keep` it.',
  arguments: z.strictObject({ reason: text.optional() }),
  decide({ control }, { person, now }, { reason }) {
    if (control.by !== 'agent') throw new Refusal('NOT_NOW', 'Nobody has it: take it over.');
    const before = control.asked ?? [];
    if (control.agent === person.name || before.some(({ by }) => by === person.name)) return NOTHING;
    const asked = [...before, { by: person.name, at: now, ...(reason && { reason }) }].slice(-MOST);
    const values = { person: person.displayName, reason: reason ?? '' };
    const key = reason ? 'notify.asked-because' : 'notify.asked-for';
    return {
      changes: { control: { ...control, asked } },
      replies: [],
      effects: [tell(control.agent, { key, values })],
    };
  },
});

export const keep = conversationVerb({
  name: 'keep',
  on: 'conversation',
  describe: 'Keeps a conversation that colleagues asked for; they are told.',
  arguments: z.strictObject({}),
  decide(conversation, context) {
    const { asked, ...control } = mustHold(conversation, context);
    if (!asked) return NOTHING;
    const { displayName } = context.person;
    return {
      changes: { control },
      replies: [],
      effects: asked.map(({ by }) => tell(by, { key: 'notify.kept', values: { person: displayName } })),
    };
  },
});

export const putBack = conversationVerb({
  name: 'put-back',
  on: 'conversation',
  describe: 'Undoes a taking over before anything was said: the customer waits again, as long as they did already.',
  arguments: z.strictObject({}),
  decide(conversation, context) {
    const { waited } = mustHold(conversation, context);
    if (!waited) throw new Refusal('NOT_NOW', 'Something was said already: hand it back or transfer it.');
    return {
      changes: { control: waited },
      replies: [{ from: 'bot', say: [{ key: 'agent.calling' }], ofDialog: false }],
      effects: [owedWait(conversation.id, context.now)],
    };
  },
});
