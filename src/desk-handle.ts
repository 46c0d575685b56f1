import type { Obligation } from './domain/obligation.js';
import type { Notification } from './domain/notification.js';
import type { Stores } from './domain/ports.js';
import type { Playbook } from './domain/playbook.js';
import type { Person } from './domain/staff.js';
import { addDuration, fromLocal, toLocal } from './domain/working-time.js';
import { viewCase } from './domain/case-view.js';
import { conversationIdOf } from './messaging/conversations.js';

const MANY = 100_000;

/** Somebody's chat, as its channel knows them. */
export interface Chat {
  channel: string;
  user: string;
}

export type Outcome = { ok: true } | { ok: false; code: string; message: string };

interface Needs {
  stores: Stores;
  now(): Date;
  nextCause(): string;
  playbook(id: string): Playbook | undefined;
  playbookOfCase(ref: { id: string; hash: string }): Promise<Playbook>;
  perform(request: {
    verb: string;
    number?: string;
    args: Record<string, unknown>;
    person: Person;
    cause: string;
    ifVersion?: number;
    conversationId?: string;
  }): Promise<Outcome>;
  performOnConversation(request: {
    verb: string;
    conversationId: string;
    args: Record<string, unknown>;
    person: Person;
    cause: string;
  }): Promise<Outcome>;
}

export type DeskHandle = ReturnType<typeof createDeskHandle>;

/** The desk for programs in the same process: what staff do, and what stands in the store. Times are in a playbook's zone. */
export function createDeskHandle({
  stores,
  now,
  nextCause,
  playbook,
  playbookOfCase,
  perform,
  performOnConversation,
}: Needs) {
  const named = (id: string): Playbook => {
    const found = playbook(id);
    if (!found) throw new Error(`there is no playbook ${id}`);
    return found;
  };
  const local = (at: Date, playbookId: string) => toLocal(at, named(playbookId).calendar.zone);
  const chatId = ({ channel, user }: Chat) => conversationIdOf({ channel, account: 'default', user });

  return {
    now,
    playbook: named,
    instant: (text: string, playbookId: string): Date => fromLocal(text, named(playbookId).calendar.zone),
    local,
    after: (start: Date, workingDays: number, playbookId: string): Date =>
      addDuration(start, { unit: 'working-days', count: workingDays }, named(playbookId).calendar),

    /** A value of the case's JSON in words: instants to the minute in the playbook's zone. */
    shown(value: unknown, playbookId: string): string | undefined {
      if (value === undefined || value === null) return undefined;
      if (value instanceof Date) return local(value, playbookId);
      if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value))
        return local(new Date(value), playbookId);
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
    },

    async hire(person: Person): Promise<void> {
      await stores.staff.create({ ...person, failures: 0 });
    },

    async operate(request: {
      by: string;
      verb: string;
      args: Record<string, unknown>;
      number?: string;
      conversation?: Chat;
      ifVersion?: number;
      /** The same cause is performed once; absent: a new one. */
      cause?: string;
    }): Promise<Outcome> {
      const person = await stores.staff.find(request.by);
      if (!person) return { ok: false, code: 'UNAUTHENTICATED', message: `there is nobody named ${request.by}` };
      const { verb, args, number, ifVersion } = request;
      const conversationId = request.conversation && chatId(request.conversation);
      const cause = request.cause ?? nextCause();
      if (conversationId && verb !== 'open-case')
        return performOnConversation({ verb, conversationId, args, person, cause });
      return perform({ verb, number, args, person, cause, ifVersion, conversationId });
    },

    /** The case's JSON as staff see it. */
    async caseView(number: string): Promise<object | undefined> {
      const found = await stores.cases.find(number);
      return found && viewCase(found, await playbookOfCase(found.playbook), now());
    },

    /** Numbers of a customer's cases, or of all. */
    async caseNumbers(chat?: Chat): Promise<string[]> {
      const all = chat ? await casesOf(chatId(chat)) : (await stores.cases.list({ limit: MANY })).cases;
      return all.map(({ number }) => number);
    },

    /** Everything said in a chat, in order. */
    async said(chat: Chat): Promise<string[]> {
      const rows = await stores.messages.page(chatId(chat), 0, MANY);
      return rows.map(({ from, text, choice, state }) => `${from}: ${text || (choice ?? '')} (${state})`);
    },

    notifications: (): Promise<Notification[]> => stores.notifications.list({ limit: MANY }),
    obligations: (): Promise<Obligation[]> => stores.obligations.list({ state: 'owed', limit: MANY }),
  };

  async function casesOf(conversationId: string) {
    const conversation = await stores.conversations.find(conversationId);
    return conversation ? stores.cases.ofCustomer(conversation.customerId) : [];
  }
}
