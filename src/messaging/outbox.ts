import type { Conversation } from '../domain/conversation.js';
import type { Message } from '../domain/message.js';
import type { Channel, OutboundFile, SendResult } from '../domain/channel.js';
import type { DeskPorts } from './desk-ports.js';
import { asksForAcceptance, reportDelivery } from './report-delivery.js';
import { Serial } from './serial.js';

const TRIES = 8;
const SEND_LEASE_MS = 60_000;
const BLOCKED_RETRY_MS = 6 * 3_600_000;

type Fit = (
  message: Message,
  conversation: Conversation,
  channel: Channel,
) => { text: string; choices: { id: string; label: string }[] }[];

/** Sends what is queued, one conversation's messages in order: fits, paces, records; never a silent drop. */
export class Outbox {
  readonly #serial = new Serial();
  readonly #nextFree = new Map<string, number>();

  constructor(
    private readonly ports: DeskPorts,
    private readonly fit: Fit,
  ) {}

  /** Sends what is due in a conversation; failures are scheduled on their rows. */
  drain(conversationId: string): Promise<void> {
    return this.#serial.run(conversationId, () => this.#drain(conversationId));
  }

  async #drain(conversationId: string): Promise<void> {
    const { messages, conversations } = this.ports.stores;
    const rows = await messages.queued(conversationId);
    for (const row of rows) {
      const now = this.ports.now();
      // Order: nothing overtakes what waits.
      if (row.due && row.due > now) return isGivenUp(row) ? this.#heldUp(rows, row.id, row.due) : undefined;
      const conversation = await conversations.find(conversationId);
      const channel = conversation && this.ports.channels.get(conversation.channel);
      if (!conversation || !channel) return;
      if (row.ofDialog && conversation.control.by === 'agent' && row.from === 'bot') {
        await messages.update(row.id, { state: 'queued' }, { state: 'suppressed', due: undefined });
        continue;
      }
      const wait = this.#pace(channel, conversationId, now);
      if (wait > 0) {
        const due = new Date(now.getTime() + wait);
        await messages.update(row.id, { state: 'queued' }, { due, notBefore: due });
        return this.#again(conversationId, wait);
      }
      if (!(await this.#send(row, conversation, channel))) return;
    }
  }

  /** What stands behind a message that could not be delivered does not reach the customer either, and waits with it. */
  async #heldUp(queued: Message[], first: string, due: Date): Promise<void> {
    const behind = queued.slice(queued.findIndex(({ id }) => id === first) + 1);
    for (const row of behind) {
      if (asksForAcceptance(row)) await reportDelivery(this.ports, row, false);
      if (!row.due || row.due < due) await this.ports.stores.messages.update(row.id, { state: 'queued' }, { due });
    }
  }

  async #send(row: Message, conversation: Conversation, channel: Channel): Promise<boolean> {
    const { messages } = this.ports.stores;
    const now = this.ports.now();
    const leased = { attempts: row.attempts + 1, due: new Date(now.getTime() + SEND_LEASE_MS) };
    if (!(await messages.update(row.id, { state: 'queued', attempts: row.attempts }, leased))) return false;
    let result: SendResult = { sent: true };
    const files = this.#filesOf(row);
    const asDocuments = channel.capabilities.documents ?? false;
    const parts = this.fit(asDocuments ? row : withLinks(row, files), conversation, channel);
    for (const [n, part] of parts.entries()) {
      const { channel: name, account, user, address, id: conversationId, language } = conversation;
      result = await channel
        .send({
          id: `${row.id}#${n}`,
          conversationId,
          channel: name,
          account,
          user,
          address,
          ...part,
          asks: row.asks,
          ...(asDocuments && n === parts.length - 1 && files.length > 0 && { files }),
          receipt: row.receipt,
          from: row.from as 'bot' | 'agent',
          author: row.author,
          language,
        })
        .catch((error: unknown): SendResult => ({
          sent: false,
          retry: true,
          because: error instanceof Error ? error.message : 'unknown',
        }));
      if (!result.sent) break;
    }
    const at = this.ports.now();
    if (result.sent) {
      await messages.update(row.id, { state: 'queued' }, { state: 'sent', due: undefined, deliveredAt: at });
      this.ports.counted(1, channel.name);
      if (row.error !== undefined) await this.ports.stores.obligations.settle(retryOf(row), 'kept');
      await reportDelivery(this.ports, row, true);
      await this.ports.stores.conversations.touch(conversation.id);
      this.ports.changed({ conversationId: conversation.id });
      return true;
    }
    await this.#failed(row, leased.attempts, result, conversation, at);
    return false;
  }

  #filesOf({ files }: Message): OutboundFile[] {
    return files.flatMap(({ fileId, sha256, name, type }) => {
      if (!fileId || !sha256) return [];
      const read = async () => {
        const bytes = await this.ports.stores.files.get(sha256);
        if (!bytes) throw new Error('the file is gone');
        return bytes;
      };
      return [{ name, type, link: this.ports.fileLinkOf(fileId), read }];
    });
  }

  /** A refusal for good, or too many tries, becomes an open promise of delivery; the row stays first in line. */
  async #failed(
    row: Message,
    attempts: number,
    result: Exclude<SendResult, { sent: true }>,
    conversation: Conversation,
    at: Date,
  ): Promise<void> {
    const { messages, obligations } = this.ports.stores;
    const given = !result.retry || attempts >= TRIES;
    const backOff =
      result.retry && result.retryAfterMs !== undefined ? result.retryAfterMs : Math.min(1000 * 2 ** attempts, 600_000);
    const jitter = 1 + (row.id.length % 7) / 50;
    const due = new Date(at.getTime() + (given ? BLOCKED_RETRY_MS : Math.round(backOff * jitter)));
    if (!given && due.getTime() - at.getTime() < 60_000) this.#again(conversation.id, due.getTime() - at.getTime());
    await messages.update(
      row.id,
      { state: 'queued' },
      { due, error: result.because.slice(0, 200), attempts: given ? 0 : attempts },
    );
    if (!given) return;
    this.ports.log.warn({ conversationId: conversation.id, code: 'UNDELIVERED' }, 'a message could not be delivered');
    await obligations.owe({
      id: retryOf(row),
      kind: 'delivery-retry',
      conversationId: conversation.id,
      messageId: row.id,
      caseNumber: row.caseNumber,
      detail: {},
      dueAt: due,
      state: 'owed',
      order: 0,
      byPerson: true, // the row's own due date retries it; this is its entry on the list of promises
    });
    await reportDelivery(this.ports, row, false);
    await this.#heldUp(await messages.queued(conversation.id), row.id, due);
  }

  /** Looks again when the time has come; should this process end before, the row's due date brings it up all the same. */
  #again(conversationId: string, ms: number): void {
    setTimeout(() => void this.drain(conversationId).catch(() => undefined), ms + 1).unref();
  }

  /** Milliseconds to wait before this chat and channel may be sent to again. */
  #pace(channel: Channel, conversationId: string, now: Date): number {
    const { chat, channel: all } = channel.capabilities.paceMs;
    const at = now.getTime();
    const free = Math.max(this.#nextFree.get(conversationId) ?? 0, this.#nextFree.get(channel.name) ?? 0);
    if (free > at) return free - at;
    if (chat > 0) this.#nextFree.set(conversationId, at + chat);
    if (all > 0) this.#nextFree.set(channel.name, at + all);
    if (this.#nextFree.size > 10_000)
      for (const [key, when] of this.#nextFree) if (when <= at) this.#nextFree.delete(key);
    return 0;
  }

  /** Whatever waited for this customer is due now. */
  async reachable(conversationId: string): Promise<void> {
    for (const row of await this.ports.stores.messages.queued(conversationId)) {
      await this.ports.stores.messages.update(row.id, { state: 'queued' }, { due: this.ports.now() });
    }
    await this.drain(conversationId);
  }

  idle(): Promise<void> {
    return this.#serial.idle();
  }
}

/** Files as lines of their own, for channels that take no documents. */
function withLinks(row: Message, files: OutboundFile[]): Message {
  const lines = files.map(({ name, link }) => `${name}: ${link}`);
  return lines.length > 0 ? { ...row, text: [row.text, ...lines].filter(Boolean).join('\n') } : row;
}

/** The promise to deliver a message that did not arrive. */
const retryOf = ({ id }: Message) => `delivery/${id}`;

/** Tried as often as it will be for now, or refused by the channel: its tries begin anew. */
function isGivenUp({ error, attempts }: Message): boolean {
  return error !== undefined && attempts === 0;
}
