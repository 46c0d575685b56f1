import type { Conversation } from '../domain/conversation.js';
import type { DialogEvent } from '../domain/dialog.js';
import type { Effect, Reply } from '../domain/effect.js';
import type { Message } from '../domain/message.js';
import type { Capabilities } from '../domain/channel.js';
import type { Playbook } from '../domain/playbook.js';
import type { DeskPorts } from './desk-ports.js';
import { reportDelivery } from './report-delivery.js';

type Handled = NonNullable<Conversation['turn']>['handled'];

interface Hooks {
  notify(effect: Extract<Effect, { kind: 'notify' }>, conversation?: Conversation): Promise<void>;
}

/**
 * Carries out a turn's effects in order; each is a no-op when it was done before, so a crash anywhere is mended by calling
 * this again. Results of operations return to the dialog and may add effects, which are carried out too. The rows of all
 * replies and the mark on the customer's message are the last write.
 */
export async function carryOutConversation(
  ports: DeskPorts,
  decidedOn: Conversation,
  returned: (cause: string, event: DialogEvent) => Promise<unknown>,
  hooks: Hooks,
): Promise<{ rows: Message[]; handled?: Handled }> {
  let conversation = decidedOn;
  for (let n = 0; n < (conversation.turn?.effects.length ?? 0); n += 1) {
    const effect = conversation.turn!.effects[n]!;
    if (effect.kind === 'perform') {
      const { verb, caseNumber, args, key } = effect;
      const performed = await ports.perform({ verb, caseNumber, args, conversation, cause: key });
      const outcome = performed.ok
        ? { case: performed.case, memory: performed.memory }
        : { refusal: { code: performed.code, message: performed.message } };
      await returned(`${key}/result`, { type: 'result', key, verb, ...outcome });
      conversation = (await ports.stores.conversations.find(conversation.id)) ?? conversation;
    } else if (effect.kind !== 'reply' && effect.kind !== 'tell') {
      await carryOutPlain(ports, effect, conversation.version, hooks, conversation);
    }
  }
  const replies = conversation.turn!.effects.filter((effect) => effect.kind === 'reply');
  const capabilities = ports.channels.get(conversation.channel)?.capabilities;
  const playbook = replies.length > 0 ? await ports.playbookOf(conversation) : undefined;
  const rows = await Promise.all(
    replies.map(async (reply) =>
      rowOf(ports, conversation, await asShown(ports, conversation, reply), playbook!, capabilities),
    ),
  );
  const { handled } = conversation.turn!;
  await ports.stores.messages.record(rows, handled && { ...handled, conversationId: conversation.id });
  ports.counted(rows.filter(({ state }) => state === 'sent').length, conversation.channel);
  for (const row of rows) if (row.state === 'sent') await reportDelivery(ports, row, true, conversation.id);
  if (conversation.turn!.open) await ports.stores.conversations.turnDone(conversation.id, conversation.version);
  return { rows, handled };
}

/** Words as they are recorded: with the account of the person who said them. */
type Shown = Reply & { by?: string };

/** A person's words carry the name that customers know, and count as heard on the case that the talk is about. */
async function asShown({ stores }: DeskPorts, { id, customerId }: Conversation, reply: Reply): Promise<Shown> {
  if (reply.from !== 'agent' || !reply.author) return reply;
  const author = (await stores.staff.find(reply.author))?.displayName ?? reply.author;
  const named = { ...reply, author, by: reply.author };
  if (reply.caseNumber) return named;
  const about = (await stores.cases.ofCustomer(customerId)).find(
    (of) => of.conversationId === id && of.status !== 'closed' && of.status !== 'withdrawn',
  );
  return { ...named, caseNumber: about?.number };
}

/** Effects that are one write to a store of their own; the same for conversations and cases. */
export async function carryOutPlain(
  ports: Pick<DeskPorts, 'stores'>,
  effect: Exclude<Effect, { kind: 'reply' } | { kind: 'perform' } | { kind: 'tell' }>,
  order: number,
  hooks: Hooks,
  conversation?: Conversation,
): Promise<void> {
  const { obligations } = ports.stores;
  if (effect.kind === 'notify') await hooks.notify(effect, conversation);
  else if (effect.kind === 'owe') await obligations.owe({ ...effect.obligation, order });
  else if (effect.kind === 'move') await obligations.move(effect.obligationId, effect.dueAt, order);
  else await obligations.settle(effect.obligationId, effect.state, effect.because);
}

function rowOf(
  ports: DeskPorts,
  conversation: Conversation,
  reply: Shown,
  playbook: Playbook,
  capabilities?: Capabilities,
): Message {
  const now = ports.now();
  const word = (say: Reply['say']) => ports.word(say, conversation.language, playbook);
  const pulled = capabilities?.pull ?? false;
  return {
    id: reply.key,
    conversationId: conversation.id,
    seq: reply.seq,
    from: reply.from,
    author: reply.author,
    by: reply.by,
    text: word(reply.say),
    language: reply.from === 'bot' ? conversation.language : undefined,
    choices: reply.choices?.map(({ id, label }) => ({ id, label: word([label]) })),
    asks: reply.asks,
    receipt: reply.receipt && { number: reply.receipt.number, link: ports.linkOf(reply.receipt.number) },
    files: reply.files ?? [],
    at: now,
    state: pulled ? 'sent' : 'queued',
    due: pulled ? undefined : now,
    deliveredAt: pulled ? now : undefined,
    attempts: 0,
    ofDialog: reply.ofDialog,
    caseNumber: reply.caseNumber,
    heard: reply.heard,
  };
}
