import { Schema, type Connection, type Model } from 'mongoose';
import type { Engine } from './case-search.js';

/** A stored document: the domain's object with its natural key as `_id`. */
export type Row = { _id: string } & Record<string, unknown>;

interface Definition {
  collection: string;
  /** Paths that queries use, with their types; everything else is kept as it is. */
  paths: Record<string, typeof String | typeof Date | typeof Number>;
  indexes: readonly Partial<Record<string, 1 | -1>>[];
  /** What one engine alone needs to find text. */
  textIndexes?: Readonly<Record<Engine, object>>;
}

/** Every collection, its queried paths and its indexes. Natural keys are the `_id`, so that uniqueness costs no index. */
export const DEFINITIONS = {
  conversations: {
    collection: 'conversations',
    paths: {
      version: Number,
      customerId: String,
      controlledBy: String,
      activityAt: Date,
      turnOpenedAt: Date,
      changedAt: Date,
    },
    indexes: [
      { customerId: 1 },
      { controlledBy: 1, activityAt: -1 },
      { activityAt: -1 },
      { turnOpenedAt: 1 },
      { changedAt: 1 },
    ],
  },
  messages: {
    collection: 'messages',
    paths: { conversationId: String, seq: Number, state: String, due: Date, order: Number, attempts: Number },
    indexes: [{ conversationId: 1, seq: 1 }, { conversationId: 1, state: 1 }, { due: 1 }],
  },
  cases: {
    collection: 'cases',
    paths: {
      version: Number,
      customerId: String,
      openedAt: Date,
      effectsDue: Date,
      phoneDigits: String,
      playbookId: String,
      stage: String,
      status: String,
      changedAt: Date,
      searchForm: String,
      timeAskedOf: String,
      'playbook.hash': String,
    },
    textIndexes: { embedded: { searchText: 'trigram' }, mongodb: { terms: 1 } },
    indexes: [
      { searchForm: 1 },
      { timeAskedOf: 1, openedAt: -1 },
      { 'playbook.hash': 1, status: 1 },
      { customerId: 1, openedAt: -1 },
      { openedAt: -1 },
      { effectsDue: 1 },
      { phoneDigits: 1 },
      { playbookId: 1, openedAt: -1 },
      { stage: 1, openedAt: -1 },
      { status: 1, openedAt: -1 },
      { changedAt: 1 },
    ],
  },
  obligations: {
    collection: 'obligations',
    paths: {
      state: String,
      kind: String,
      caseNumber: String,
      conversationId: String,
      dueAt: Date,
      actAt: Date,
      order: Number,
      leasedUntil: Date,
    },
    indexes: [{ actAt: 1 }, { state: 1, dueAt: 1 }, { caseNumber: 1 }, { conversationId: 1 }],
  },
  notifications: {
    collection: 'notifications',
    paths: { to: String, at: Date },
    indexes: [{ to: 1, at: -1 }, { at: -1 }],
  },
  presence: { collection: 'presence', paths: { at: Date, until: Date }, indexes: [{ at: 1 }] },
  cannedReplies: { collection: 'cannedReplies', paths: { owner: String }, indexes: [{ owner: 1 }] },
  staff: { collection: 'staff', paths: { invitationHash: String }, indexes: [{ invitationHash: 1 }] },
  sessions: { collection: 'sessions', paths: { name: String, expiresAt: Date }, indexes: [{ name: 1 }] },
  tokens: { collection: 'tokens', paths: { name: String }, indexes: [{ name: 1 }] },
  webhooks: { collection: 'webhooks', paths: {}, indexes: [] },
  webhookDeliveries: {
    collection: 'webhookDeliveries',
    paths: { webhookId: String, state: String, attempts: Number, due: Date, at: Date },
    indexes: [{ due: 1 }, { webhookId: 1, at: -1 }],
  },
  deskEvents: {
    collection: 'deskEvents',
    paths: { at: Date, by: String, kind: String, what: String, about: String },
    indexes: [{ at: -1 }, { by: 1, at: -1 }, { kind: 1, at: -1 }, { what: 1, at: -1 }, { about: 1, at: -1 }],
  },
  channelHealth: { collection: 'channelHealth', paths: {}, indexes: [] },
  identities: { collection: 'identities', paths: { customerId: String }, indexes: [] },
  codes: { collection: 'codes', paths: { expiresAt: Date }, indexes: [] },
  playbooks: { collection: 'playbooks', paths: { id: String, storedAt: Date }, indexes: [{ id: 1, storedAt: -1 }] },
  settings: { collection: 'settings', paths: { value: String, holder: String, until: Date }, indexes: [] },
  files: { collection: 'files', paths: { conversationId: String, sha256: String }, indexes: [] },
} as const satisfies Record<string, Definition>;

export type Models = Record<keyof typeof DEFINITIONS, Model<Row>>;

export function modelsOf(connection: Connection, engine: Engine): Models {
  const models = Object.entries<Definition>(DEFINITIONS).map(([name, { collection, paths, indexes, textIndexes }]) => {
    const schema = new Schema<Row>({ _id: { type: String, required: true }, ...paths } as never, {
      strict: false,
      versionKey: false,
      minimize: false,
      autoIndex: false,
      autoCreate: false,
      id: false,
    });
    for (const index of [...indexes, ...(textIndexes ? [textIndexes[engine]] : [])])
      schema.index(index as Record<string, 1 | -1>);
    return [name, connection.model<Row>(name, schema, collection)];
  });
  return Object.fromEntries(models) as Models;
}
