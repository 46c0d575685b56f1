import type { Conversation } from '../domain/conversation.js';
import type { DialogEvent, StepContext } from '../domain/dialog.js';
import type { Message } from '../domain/message.js';
import type { DeskPorts } from './desk-ports.js';

const HEARD_BY_AGENT = 200;

/** Reads everything that a step may know. */
export async function stepContext(
  ports: DeskPorts,
  conversation: Conversation,
  event: DialogEvent,
): Promise<StepContext> {
  const playbook = await ports.playbookOf(conversation);
  const cases = await ports.stores.cases.ofCustomer(conversation.customerId);
  const withPlaybooks = await Promise.all(
    cases.map(async (one) => ({ case: one, playbook: await ports.playbookOfCase(one) })),
  );
  const playbooks = new Map(withPlaybooks.map((one) => [one.case.number, one.playbook]));
  const capabilities = ports.channels.get(conversation.channel)?.capabilities;
  return {
    now: ports.now(),
    playbook,
    classify: onceEach((text, axis) => ports.classify(playbook, text, axis)),
    cases: withPlaybooks,
    staffed: await ports.stores.staff.someoneOnDuty(),
    saidToAgent: event.type === 'handed-back' ? await saidToAgent(ports, conversation) : [],
    promisedBy: (of) => ports.promisedBy(of, playbooks.get(of.number) ?? playbook),
    linkOf: ports.linkOf,
    privacyLink: ports.privacyLink,
    channel: { push: capabilities?.push ?? false, files: capabilities?.files ?? false },
  };
}

/** Within a step the same words are asked about more than once. */
function onceEach(classify: StepContext['classify']): StepContext['classify'] {
  const known = new Map<string, ReturnType<StepContext['classify']>>();
  return (text, axis) => {
    const key = `${axis} ${text}`;
    const answer = known.get(key) ?? classify(text, axis);
    known.set(key, answer);
    return answer;
  };
}

async function saidToAgent({ stores }: DeskPorts, { id, seq, control }: Conversation) {
  const since = control.by === 'agent' ? control.since : undefined;
  const page = await stores.messages.page(id, Math.max(0, seq - HEARD_BY_AGENT), HEARD_BY_AGENT);
  const theirs = (message: Message) => message.from === 'customer' && (!since || message.at >= since);
  return page.filter(theirs).map(({ id, text, files }) => ({ id, text, files }));
}
