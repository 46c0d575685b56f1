import type { TokenStore } from './api-token.js';
import type { ChannelHealthStore } from './channel-health.js';
import type { CannedReplyStore } from './canned-reply.js';
import type { Case } from './case.js';
import type { Control, Conversation } from './conversation.js';
import type { DeskEventStore } from './desk-event.js';
import type { Message } from './message.js';
import type { NotificationStore } from './notification.js';
import type { Obligation, ObligationKind } from './obligation.js';
import type { PlaybookStore } from './stored-playbook.js';
import type { PresenceStore } from './presence.js';
import type { Person } from './staff.js';
import type { WebhookStore } from './webhook.js';

/** Time, ids and randomness: the only sources of them. */
export interface Clockwork {
  now(): Date;
}
export interface Ids {
  /** A new unguessable id, URL-safe. */
  next(): string;
  /** The same, sorting after those made before: what is busy now lies together in every index, on few pages. */
  inOrder(): string;
}

/** Structured log; values are redacted by name, personal data is never passed. */
export interface Logger {
  debug(fields: Record<string, unknown>, text: string): void;
  info(fields: Record<string, unknown>, text: string): void;
  warn(fields: Record<string, unknown>, text: string): void;
  error(fields: Record<string, unknown>, text: string): void;
}

export interface ConversationStore {
  /** False when one with this id exists already. */
  create(conversation: Conversation): Promise<boolean>;
  find(id: string): Promise<Conversation | undefined>;
  /** Compare-and-set: stores `conversation` (whose version is already raised) if `ifVersion` still stands. */
  replace(conversation: Conversation, ifVersion: number): Promise<boolean>;
  /** Newest activity first; waiting ones by urgency, then longest wait. */
  list(query: {
    control?: Control['by'];
    agent?: string;
    after?: string;
    limit: number;
  }): Promise<{ conversations: Conversation[]; cursor?: string }>;
  /** Marks the turn of that version carried out; a later version stays untouched. */
  turnDone(id: string, version: number): Promise<void>;
  /** Ids of conversations whose last turn may not have been carried out, decided by `before` if that is given. */
  withOpenTurn(limit: number, before?: Date): Promise<string[]>;
  ofCustomer(customerId: string): Promise<Conversation[]>;
  /** Those changed at that time or later, the earliest first. */
  changedSince(since: Date, limit: number): Promise<{ id: string; at: Date; version: number; seq: number }[]>;
  /** Something beside it changed (a delivery, a turn finished late): it counts as changed now. */
  touch(id: string): Promise<void>;
}

export interface MessageStore {
  /** Inserts under the message's id; answers the first one when the id was taken before. */
  take(message: Message): Promise<{ taken: true } | { taken: false; existing: Message }>;
  /**
   * One ordered write: inserts what is not there yet (a no-op for ids that exist), then marks the inbound one handled (or
   * parked); a `text` stands in place of its own from then on.
   */
  record(
    outbound: Message[],
    handled?: { id: string; seq: number; conversationId: string; parked?: boolean; text?: string },
  ): Promise<void>;
  find(id: string): Promise<Message | undefined>;
  /** The oldest received and unhandled message of a conversation (by vendor sequence, else arrival). */
  oldestUnhandled(conversationId: string): Promise<Message | undefined>;
  /** Rows whose `due` has come, oldest first. */
  due(now: Date, states: Message['state'][], limit: number): Promise<Message[]>;
  /** The earliest `due` of all. */
  nextDue(): Promise<Date | undefined>;
  /** In order of `seq`, those above `after`. */
  page(conversationId: string, after: number, limit: number): Promise<Message[]>;
  /** Compare-and-set by the row's present state and attempts. */
  update(
    id: string,
    expected: { state: Message['state']; attempts?: number },
    changes: Partial<Message>,
  ): Promise<boolean>;
  /** Queued rows of a conversation, by seq. */
  queued(conversationId: string): Promise<Message[]>;
  parked(limit: number): Promise<Message[]>;
}

export interface CaseStore {
  /** False when the number is taken. */
  create(c: Case): Promise<boolean>;
  find(number: string): Promise<Case | undefined>;
  replace(c: Case, ifVersion: number): Promise<boolean>;
  /** Marks the effects of that version carried out; a later version stays untouched. */
  carriedOut(number: string, version: number): Promise<void>;
  /** Numbers of cases whose effects may not have been carried out, decided by `before` if that is given. */
  withEffectsDue(limit: number, before?: Date): Promise<string[]>;
  ofCustomer(customerId: string): Promise<Case[]>;
  /** Those changed at that time or later, the earliest first. */
  changedSince(since: Date, limit: number): Promise<{ number: string; at: Date; version: number }[]>;
  /** Cases of this playbook opened since, with one of these field values or category; for repeats. */
  similar(query: {
    playbookId: string;
    since: Date;
    anyField: { field: string; value: string }[];
    customerId?: string;
    phone?: string;
    category?: string;
  }): Promise<Case[]>;
  /** How many cases are going on each version of a procedure, by its hash; none for versions without. */
  runningByPlaybook(): Promise<Record<string, number>>;
  /** Cases a viewer may see, newest first. The filter is part of the query. */
  list(query: CaseQuery): Promise<{ cases: Case[]; cursor?: string }>;
  count(query: {
    playbookId?: string;
    openedSince?: Date;
    fieldEquals?: { field: string; value: string };
  }): Promise<number>;
}

export interface CaseQuery {
  /** Only these. */
  numbers?: string[];
  stage?: string;
  owner?: string;
  status?: string;
  q?: string;
  /** Only those in which somebody asks for more time and was not answered yet. */
  asksForTime?: boolean;
  after?: string;
  limit: number;
  /** Undefined: an admin, who sees all. */
  viewer?: { name: string; roles: string[]; department?: string };
}

/** What the language knows of a text. */
export interface TextReader {
  /** One spelling for all that is read as the same: letters' case, traditional and simplified Chinese. */
  normalise(text: string): string;
  /** A normalised Chinese text cut into its words. */
  words(text: string): string[];
}

/**
 * Full-text search of cases. What it looks in stands in the case's own row, so that one write keeps both and a search is
 * part of the query with all its other filters.
 */
export interface CaseSearch {
  /** Stands in each row as `searchForm`; a row of another form must be written anew to be found. */
  readonly form: string;
  /** What a case's row holds beside the case. */
  row(of: Case): Record<string, unknown>;
  /** What a row must fulfil for every word of `q` to stand in the case, as conditions of the query; none for no word. */
  filter(q: string): Record<string, unknown>[];
}

export interface ObligationStore {
  /** Inserts under its id; a no-op when the id exists (whatever its state). */
  owe(obligation: Obligation): Promise<void>;
  /** Moves an owed one; an older `order` never overwrites. */
  move(id: string, dueAt: Date, order: number): Promise<void>;
  settle(id: string, state: 'kept' | 'waived' | 'expired', because?: string): Promise<void>;
  find(id: string): Promise<Obligation | undefined>;
  /** Owed ones the desk acts on, due by now and not leased, earliest first; leases each to the caller until then. */
  claimDue(now: Date, leaseUntil: Date, limit: number): Promise<Obligation[]>;
  /** The desk acts on an owed one now, whatever it waits for; false when there is none that the desk acts on. */
  hasten(id: string, now: Date): Promise<boolean>;
  /** How many promises are open. */
  countOwed(): Promise<number>;
  /** The earliest due date of what the desk acts on. */
  nextDue(): Promise<Date | undefined>;
  list(query: {
    state?: Obligation['state'];
    kind?: ObligationKind;
    caseNumber?: string;
    conversationId?: string;
    /** Only what comes behind this one in the order of the list: by due date, then id. */
    after?: { dueAt: Date; id: string };
    limit: number;
  }): Promise<Obligation[]>;
}

/** A person with what signing in needs; never leaves the http room whole. */
export interface StaffAccount extends Person {
  passwordHash?: string;
  mustChangePassword?: boolean;
  /** SHA-256 of the invitation's token. */
  invitation?: { tokenHash: string; expiresAt: Date };
  failures: number;
  lockedUntil?: Date;
}

export interface StaffStore {
  create(account: StaffAccount): Promise<boolean>;
  find(name: string): Promise<StaffAccount | undefined>;
  update(name: string, changes: Partial<StaffAccount>): Promise<boolean>;
  all(): Promise<StaffAccount[]>;
  /** Whether anybody who serves customers is on duty. What another process changed may be seen a second late. */
  someoneOnDuty(): Promise<boolean>;
  byInvitation(tokenHash: string): Promise<StaffAccount | undefined>;
}

export interface Session {
  /** SHA-256 of the cookie's value. */
  id: string;
  name: string;
  csrf: string;
  createdAt: Date;
  expiresAt: Date;
}

export interface SessionStore {
  create(session: Session): Promise<void>;
  find(id: string, now: Date): Promise<Session | undefined>;
  /** Those that are on, of one person or of all, latest first. */
  list(now: Date, name?: string): Promise<Session[]>;
  end(id: string): Promise<void>;
  endAllOf(name: string): Promise<void>;
}

/** Each (channel, account, user) points to a customer. */
export interface Identity {
  /** `channel:account:user` */
  id: string;
  customerId: string;
  conversationId: string;
}

export interface IdentityStore {
  find(id: string): Promise<Identity | undefined>;
  /** Inserts or answers what is there. */
  ensure(identity: Identity): Promise<Identity>;
  /** After a one-time code: this identity becomes that customer. */
  join(id: string, customerId: string): Promise<void>;
  /** One-time codes for continuing on another device; stored hashed. */
  putCode(code: { id: string; customerId: string; conversationId: string; expiresAt: Date }): Promise<void>;
  takeCode(id: string, now: Date): Promise<{ customerId: string; conversationId: string } | undefined>;
}

/** Small facts of the desk itself (schema version, secrets made at first start, leases). */
export interface SettingStore {
  get(id: string): Promise<string | undefined>;
  /** Sets it if absent; answers what stands afterwards. */
  ensure(id: string, value: string): Promise<string>;
  set(id: string, value: string): Promise<void>;
  /** A lease by compare-and-set: true when this holder has it until then. */
  lease(id: string, holder: string, now: Date, until: Date): Promise<boolean>;
}

/** Evidence, content-addressed by SHA-256. */
export interface FileStore {
  put(bytes: Buffer): Promise<{ sha256: string; size: number }>;
  get(sha256: string): Promise<Buffer | undefined>;
  /** What is known of an uploaded file; ids are unguessable. */
  register(file: StoredFile): Promise<void>;
  find(fileId: string): Promise<StoredFile | undefined>;
}

export interface StoredFile {
  fileId: string;
  conversationId: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  at: Date;
  /** Who of the desk uploaded it; absent: the customer. */
  by?: string;
}

export interface Stores {
  conversations: ConversationStore;
  messages: MessageStore;
  cases: CaseStore;
  obligations: ObligationStore;
  notifications: NotificationStore;
  presence: PresenceStore;
  cannedReplies: CannedReplyStore;
  staff: StaffStore;
  sessions: SessionStore;
  tokens: TokenStore;
  webhooks: WebhookStore;
  channelHealth: ChannelHealthStore;
  deskEvents: DeskEventStore;
  identities: IdentityStore;
  playbooks: PlaybookStore;
  settings: SettingStore;
  files: FileStore;
  /** Where the storage can tell of changes by itself: calls at each of them; answers how to stop. */
  watch?(look: () => void): () => void;
  /** Throws when the storage does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
