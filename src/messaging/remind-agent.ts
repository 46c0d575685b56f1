import { silenceEnds } from '../domain/agent-promises.js';
import type { DeskPorts } from './desk-ports.js';
import type { Lanes } from './lanes.js';

const MINUTE = 60_000;

/** An agent owes a customer a word for too long: they are reminded once, then the conversation waits for anybody. */
export async function remindAgent(
  ports: Pick<DeskPorts, 'stores' | 'now' | 'playbookOf'>,
  lanes: Pick<Lanes, 'change' | 'stepped'>,
  { id, conversationId, dueAt }: { id: string; conversationId: string; dueAt: Date },
): Promise<void> {
  await lanes.change(conversationId, `due/${id}/${dueAt.getTime()}`, async (conversation) => {
    const { control } = conversation;
    if (control.by !== 'agent' || control.awaited?.reminder !== id) return { changes: {}, replies: [] };
    const { awaited } = control;
    if (awaited.reminded) return lanes.stepped({ type: 'due', what: 'agent-reminder' })(conversation);
    const { calendar } = await ports.playbookOf(conversation);
    const minutes = Math.round((ports.now().getTime() - awaited.since.getTime()) / MINUTE);
    return {
      changes: { control: { ...control, awaited: { ...awaited, reminded: true } } },
      replies: [],
      effects: [
        {
          kind: 'notify',
          key: '',
          to: { person: control.agent },
          phrase: { key: 'notify.unanswered', values: { minutes } },
          conversationId,
          urgent: true,
        },
        { kind: 'move', key: '', obligationId: id, dueAt: silenceEnds(ports.now(), calendar) },
      ],
    };
  });
}
