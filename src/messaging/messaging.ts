import type { Obligation } from '../domain/obligation.js';
import type { Message } from '../domain/message.js';
import type { Conversation } from '../domain/conversation.js';
import type { ConversationChanges } from '../domain/conversation-changes.js';
import { createCaseEffects } from './case-effects.js';
import { conversationIdOf } from './conversations.js';
import { createDeadLetters } from './dead-letters.js';
import type { DeskPorts } from './desk-ports.js';
import { createInbox } from './inbox.js';
import { performOnChats } from './joined-chats.js';
import { isRefusal, Lanes } from './lanes.js';
import { remindAgent } from './remind-agent.js';
import { createNotify } from './notify.js';
import { Outbox } from './outbox.js';
import type { Decision } from './turn.js';
import { fetchFiles, isMissing } from './fetch-files.js';

interface Options {
  fit: ConstructorParameters<typeof Outbox>[1];
  firstContact(message: Message): { playbookId: string; defaultLanguage: Conversation['language'] };
}

export type Messaging = ReturnType<typeof createMessaging>;

/** The way of a message: inbox, lane, effects, outbox; and the way of a case's effects into its conversation. */
export function createMessaging(desk: DeskPorts, { fit, firstContact }: Options) {
  const ports: DeskPorts = {
    ...desk,
    perform: async (request) => (await performOnChats(ports, lanes, request)) ?? desk.perform(request),
  };
  const outbox = new Outbox(ports, fit);
  const notify = createNotify(ports);
  const background = new Set<Promise<void>>();
  /** Work that nobody waits for; what fails is found again by the sweeps. */
  const inBackground = (work: Promise<void>) => {
    const tracked = work
      .catch((error: unknown) =>
        ports.log.warn({ err: error instanceof Error ? error.message : 'unknown' }, 'left to the next sweep'),
      )
      .finally(() => background.delete(tracked));
    background.add(tracked);
  };
  const lanes: Lanes = new Lanes(ports, { notify, firstContact, sendQueued: (id) => inBackground(outbox.drain(id)) });
  const caseEffects = createCaseEffects(ports, lanes, { notify });
  const wake = (id: string, messageId: string) => inBackground(lanes.handle(id, messageId));
  const take = createInbox({
    messages: ports.stores.messages,
    now: ports.now,
    log: ports.log,
    mask: (text) => ports.mask(text),
    wake,
  });

  async function idle(): Promise<void> {
    do {
      await Promise.all(background);
      await lanes.idle();
      await caseEffects.idle();
      await outbox.idle();
    } while (background.size > 0 || caseEffects.busy());
  }

  /** What the desk owes in a conversation rather than on a case. */
  async function actOn({ id, kind, conversationId, messageId, dueAt }: Obligation): Promise<void> {
    if (kind === 'fetch-file' && messageId) return fetchAgain(messageId);
    if (kind === 'agent-reminder' && conversationId) return remindAgent(ports, lanes, { id, conversationId, dueAt });
    if ((kind === 'draft-reminder' || kind === 'agent-wait') && conversationId) {
      await lanes.change(conversationId, `due/${id}/${dueAt.getTime()}`, lanes.stepped({ type: 'due', what: kind }));
    }
  }

  /** A file that could not be fetched before joins the draft that waits for it, or else the latest open case. */
  async function fetchAgain(messageId: string): Promise<void> {
    const message = await ports.stores.messages.find(messageId);
    if (!message) return;
    const { files, conversationId } = await fetchFiles(ports, message);
    if (files.some(isMissing)) throw new Error('the vendor does not give the file yet');
    await lanes.change(conversationId, `fetched/${messageId}`, async ({ dialog, customerId }) => {
      const found = new Map(files.map((file) => [file.mediaId, file]));
      const draft = dialog.draft && {
        ...dialog.draft,
        evidence: dialog.draft.evidence.map((file) => found.get(file.mediaId) ?? file),
      };
      const inDraft = dialog.draft?.evidence.some(({ mediaId }) => found.has(mediaId));
      if (inDraft) return { changes: { dialog: { ...dialog, draft } }, replies: [] };
      const open = (await ports.stores.cases.ofCustomer(customerId)).find(
        ({ status }) => status !== 'closed' && status !== 'withdrawn',
      );
      return {
        changes: {},
        replies: [],
        perform: open ? [{ verb: 'add-evidence', caseNumber: open.number, args: { files } }] : [],
      };
    });
  }

  const changes: ConversationChanges = {
    change: (id, cause, decide) => lanes.change(id, cause, decide),
    handBack: (id, cause, by, decide) =>
      lanes.change(id, cause, async (conversation) => {
        const decision = decide(conversation);
        if (isRefusal(decision)) return decision;
        const event = { type: 'handed-back', by: by.name, displayName: by.displayName } as const;
        const stepped = (await lanes.stepped(event)(conversation)) as Decision;
        return { ...stepped, changes: { ...stepped.changes, ...decision.changes } };
      }),
  };

  return {
    take,
    changes,
    notify,
    idle,
    actOn,
    carryOutCase: caseEffects.carryOut,
    recoverCase: caseEffects.recover,
    recoverConversation: (id: string) => lanes.recover(id),
    handle: (id: string) => lanes.handle(id),
    deadLetters: createDeadLetters({
      messages: ports.stores.messages,
      now: ports.now,
      handle: (id, one) => lanes.handle(id, one),
    }),
    send: (id: string) => outbox.drain(id),
    settled: (id: string) => lanes.idle(id),
    reachable: (channel: string, account: string, user: string) =>
      outbox.reachable(conversationIdOf({ channel, account, user })),
  };
}
