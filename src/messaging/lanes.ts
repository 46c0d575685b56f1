import type { Conversation, Turn } from '../domain/conversation.js';
import type { DialogEvent } from '../domain/dialog.js';
import type { Message } from '../domain/message.js';
import { RedressError } from '../errors.js';
import { carryOutConversation } from './carry-out.js';
import type { DeskPorts } from './desk-ports.js';
import { openConversation } from './conversations.js';
import { fetchFiles } from './fetch-files.js';
import { Latest } from './latest.js';
import { Serial } from './serial.js';
import { stepContext } from './step-context.js';
import { decided, fromStep, knows, type Decision, type Root } from './turn.js';
import { agentListens } from './agent-listens.js';

const REMEMBERED = 10_000;
const TRIES = 5;
const SLOW_MS = 2000; // whoever follows the store looks again for longer than that

/** Refused without a change: a code of the catalogue. */
export interface Refusal {
  refused: true;
  code: string;
  message: string;
  field?: string;
}

export type Decide = (conversation: Conversation) => Promise<Decision | Refusal> | Decision | Refusal;

export const isRefusal = (value: object): value is Refusal => 'refused' in value;

/** One conversation, one lane: whatever changes it is decided there, one after another, each cause once. */
export class Lanes {
  readonly #serial = new Serial();
  /** The root whose effects are being carried out, by conversation. */
  readonly #current = new Map<string, Root>();
  /** Roots that this process knows to be carried out, by conversation. */
  readonly #done = new Map<string, string>();
  readonly #latest = new Latest();

  constructor(
    private readonly ports: DeskPorts,
    private readonly hooks: {
      sendQueued(conversationId: string): void;
      notify: Parameters<typeof carryOutConversation>[3]['notify'];
      firstContact(message: Message): { playbookId: string; defaultLanguage: Conversation['language'] };
    },
  ) {}

  /**
   * Decides one cause in the conversation and carries it out. `within` is the conversation in whose turn the caller is:
   * there it joins that turn.
   */
  change(id: string, cause: string, decide: Decide, within?: string): Promise<Conversation | Refusal> {
    if (within === id) return this.#changeInLane(id, cause, decide);
    if (within !== undefined) return Promise.reject(new Error('a turn never waits for another conversation'));
    return this.#serial.run(id, () => this.#changeInLane(id, cause, decide));
  }

  async #changeInLane(id: string, cause: string, decide: Decide): Promise<Conversation | Refusal> {
    const joined = this.#current.get(id);
    for (;;) {
      const found = await this.ports.stores.conversations.find(id);
      if (!found) return { refused: true, code: 'NOT_FOUND', message: 'There is no such conversation.' };
      if (!joined) await this.#finish(found);
      if (knows(found, cause)) return found;
      const decision = await decide(found);
      if (isRefusal(decision)) return decision;
      const next = decided(found, joined ?? { id: cause }, cause, decision);
      if (!(await this.#replace(next, found.version))) continue;
      if (!joined) await this.#carryOut(next, { id: cause });
      return next;
    }
  }

  async #replace(next: Conversation, ifVersion: number): Promise<boolean> {
    this.#latest.forget(next.id); // whatever comes of it, the store knows better
    const stored = await this.ports.stores.conversations.replace(next, ifVersion);
    if (stored) this.#latest.set(next);
    return stored;
  }

  /** Decides by the dialog. */
  stepped(event: DialogEvent): Decide {
    return async (conversation) => {
      const context = await stepContext(this.ports, conversation, event);
      const decision = fromStep(this.ports.dialogs.step(conversation, event, context));
      const silenced = conversation.control.by === 'agent' && event.type === 'result';
      return silenced ? { ...decision, replies: decision.replies.filter(({ ofDialog }) => !ofDialog) } : decision;
    };
  }

  /**
   * Handles what waits in the conversation, oldest first: until the message of that id is done, or else all. One that fails
   * is tried again later, parked after five tries, and the lane goes on.
   */
  handle(id: string, until?: string): Promise<void> {
    return this.#serial.run(id, async () => {
      for (;;) {
        // The conversation is read first: whoever decided a later message has marked this one as handled before.
        const found = this.#latest.get(id) ?? (await this.ports.stores.conversations.find(id));
        const message = await this.ports.stores.messages.oldestUnhandled(id);
        if (!message || (message.attempts > 0 && message.due && message.due > this.ports.now())) return;
        const done = await this.#handle(message, found).catch((error: unknown) => this.#failed(message, error));
        if (done === 'later' || (done && message.id === until)) return;
      }
    });
  }

  async #failed(message: Message, error: unknown): Promise<boolean | 'later'> {
    const { id, conversationId, attempts } = message;
    if (error instanceof RedressError && error.code === 'UNAVAILABLE') throw error; // no fault of the message's
    this.ports.log.error(
      { conversationId, attempt: attempts + 1, err: described(error) },
      'a message could not be handled',
    );
    if (attempts + 1 >= TRIES) return this.#park(message);
    const due = new Date(this.ports.now().getTime() + 200 * 4 ** attempts);
    const changes = { attempts: attempts + 1, due, error: described(error) };
    await this.ports.stores.messages.update(id, { state: 'received', attempts }, changes);
    return 'later';
  }

  /** Gives a message up for now: the customer is told that a person looks, a person is notified. */
  async #park(message: Message): Promise<boolean> {
    const id = message.conversationId;
    for (;;) {
      const found = await this.ports.stores.conversations.find(id);
      if (!found) return true;
      if ((await this.ports.stores.messages.find(message.id))?.state !== 'received') return true;
      const { turn } = found;
      if (turn?.handled?.id === message.id && turn.handled.parked) {
        await this.#carryOut(found, { id: turn.root, messageId: message.id });
        return true;
      }
      const seq = message.seq ?? (turn?.root === message.id ? turn.handled?.seq : undefined);
      const text = this.#kept(message);
      const root = { id: `${message.id}/parked/${found.version}`, messageId: message.id, parked: true, seq, text };
      const next = decided(found, root, root.id, {
        changes: {},
        replies: [{ from: 'bot', say: [{ key: 'error.parked' }], ofDialog: true }],
        effects: [
          {
            kind: 'notify',
            key: '',
            to: { waitingDesk: true },
            phrase: { key: 'notify.parked' },
            conversationId: id,
            urgent: true,
          },
        ],
      });
      if (!(await this.#replace(next, found.version))) continue;
      await this.#carryOut(next, root);
      return true;
    }
  }

  /** False when somebody else changed the conversation meanwhile: look again. */
  async #handle(message: Message, found?: Conversation): Promise<boolean> {
    const id = message.conversationId;
    const root = { id: message.id, messageId: message.id, seq: message.seq, text: this.#kept(message) };
    const conversation = found ?? (await this.#firstContact(message));
    if (!found && conversation.version > 1) return false;
    if (conversation.turn?.root === message.id) {
      await this.#carryOut(conversation, root);
      await this.ports.stores.conversations.touch(id);
      return true;
    }
    await this.#finish(conversation);
    const whole = await fetchFiles(this.ports, message);
    const decision = await this.#answer(conversation, whole);
    const { address, displayName } = message.inbound ?? {};
    const changes = {
      ...decision.changes,
      heardFromAt: message.at,
      blocked: false,
      ...(address && { address }),
      ...(displayName && { displayName }),
    };
    const next = decided(conversation, root, message.id, { ...decision, changes });
    if (!(await this.#replace(next, conversation.version))) return false;
    await this.#carryOut(next, root, whole);
    if (conversation.blocked) this.hooks.sendQueued(id);
    return true;
  }

  /** What is kept of a message's words; undefined where that is all of them. */
  #kept({ text }: Message): string | undefined {
    const kept = this.ports.mask(text);
    return kept === text ? undefined : kept;
  }

  async #answer(conversation: Conversation, message: Message): Promise<Decision> {
    const { text, choice, files, inbound, at, id } = message;
    const event = {
      type: 'message',
      id,
      text,
      choice,
      files,
      edits: inbound?.edits,
      sticker: inbound?.sticker,
      at,
    } as const;
    const forAgent =
      conversation.control.by === 'agent' &&
      !conversation.asks.some(({ choices }) => choice && choices.includes(choice));
    if (forAgent)
      return agentListens(
        conversation,
        event,
        await this.ports.stores.cases.ofCustomer(conversation.customerId),
        this.ports.now(),
        await this.ports.playbookOf(conversation),
      );
    return (await this.stepped(event)(conversation)) as Decision;
  }

  async #firstContact(message: Message): Promise<Conversation> {
    const { channel, account, user, address, displayName, locale } = message.inbound!;
    const contact = {
      id: message.conversationId,
      channel,
      account,
      user,
      address,
      displayName,
      locale,
      ...this.hooks.firstContact(message),
    };
    return openConversation(this.ports.stores, contact, this.ports.now());
  }

  /** Carries out what was decided before, unless it is known to be done. */
  async #finish(conversation: Conversation): Promise<void> {
    const { id, turn } = conversation;
    if (!turn || this.#done.get(id) === turn.root) return;
    const message = turn.handled && (await this.ports.stores.messages.find(turn.handled.id));
    const over = turn.handled ? message?.state !== 'received' : !turn.open;
    if (!over) await this.#carryOut(conversation, { id: turn.root, messageId: turn.handled?.id });
    else this.#remember(id, turn.root);
  }

  async #carryOut(conversation: Conversation, root: Root, heard?: Message): Promise<void> {
    const [{ id }, began] = [conversation, this.ports.now().getTime()];
    this.#current.set(id, root);
    try {
      const { rows, handled } = await carryOutConversation(
        this.ports,
        conversation,
        (cause, event) => this.#changeInLane(id, cause, this.stepped(event)),
        this.hooks,
      );
      this.#remember(id, root.id);
      const stored = heard && handled ? [asHandled(heard, handled), ...rows] : undefined;
      if (this.ports.now().getTime() - began > SLOW_MS) await this.ports.stores.conversations.touch(id);
      this.ports.changed({ conversationId: id, stored });
      if (rows.some(({ state }) => state === 'queued')) this.hooks.sendQueued(id);
    } finally {
      this.#current.delete(id);
    }
  }

  #remember(id: string, root: string): void {
    this.#done.delete(id);
    this.#done.set(id, root);
    if (this.#done.size > REMEMBERED) this.#done.delete(this.#done.keys().next().value!);
  }

  /** Carries out an open turn left by a crash. */
  recover(id: string): Promise<void> {
    return this.#serial.run(id, async () => {
      const found = await this.ports.stores.conversations.find(id);
      if (found) await this.#finish(found);
      await this.ports.stores.conversations.touch(id); // whoever saw the decision has not seen what followed
    });
  }

  idle(id?: string): Promise<void> {
    return this.#serial.idle(id);
  }
}

/** The customer's message as it stands now. */
function asHandled(heard: Message, { seq, parked, text = heard.text }: NonNullable<Turn['handled']>): Message {
  return { ...heard, seq, text, state: parked ? 'parked' : 'handled' };
}

/** What failed, without anything a customer said. */
function described(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown';
}
