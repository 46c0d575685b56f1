import type { Model } from 'mongoose';
import type { ApiToken, TokenStore } from '../domain/api-token.js';
import type { Notification, NotificationStore } from '../domain/notification.js';
import type { Playbook } from '../domain/playbook.js';
import type { Identity, IdentityStore, SettingStore } from '../domain/ports.js';
import type { PlaybookStore } from '../domain/stored-playbook.js';
import { withoutAbsent } from '../domain/without-absent.js';
import type { Models, Row } from './models.js';
import { fromRow, inserted } from './row.js';
import { channelHealthStore } from './channel-health-store.js';
import { cannedReplyStore } from './canned-reply-store.js';
import { deskEventStore } from './desk-event-store.js';
import { presenceStore } from './presence-store.js';
import { sessionStore } from './session-store.js';
import { staffStore } from './staff-store.js';

const one = <T>(row: unknown, id: string | undefined, ...drop: string[]) => fromRow<T>(row as Row | null, id, ...drop);

export function notificationStore({ collection }: Model<Row>): NotificationStore {
  return {
    async add(notifications) {
      const operations = notifications.map(({ id, ...rest }) => ({
        updateOne: { filter: { _id: id }, update: { $setOnInsert: withoutAbsent(rest) }, upsert: true },
      }));
      await collection.bulkWrite(operations as never, { ordered: true });
    },
    async list({ to, since, limit }) {
      const filter = { ...(to && { to }), ...(since && { at: { $gte: since } }) };
      return (await collection.find(filter).sort({ at: -1 }).limit(limit).toArray()).map((row) =>
        one<Notification>(row, 'id')!,
      );
    },
    async markRead(to, ids, at) {
      const unread = { _id: { $in: ids as never[] }, to, readAt: { $exists: false } };
      return (await collection.updateMany(unread, { $set: { readAt: at } })).modifiedCount;
    },
  };
}

export function tokenStore({ collection }: Model<Row>): TokenStore {
  return {
    create: async ({ id, ...rest }) => void (await collection.insertOne(withoutAbsent({ _id: id, ...rest }) as never)),
    find: async (id) => one<ApiToken>(await collection.findOne({ _id: id as never }), 'id'),
    all: async () => (await collection.find({}).sort({ _id: 1 }).toArray()).map((row) => one<ApiToken>(row, 'id')!),
    revoke: async (id) => (await collection.deleteOne({ _id: id as never })).deletedCount === 1,
    revokeAllOf: async (name) => void (await collection.deleteMany({ name })),
  };
}

export function identityStore(identities: Model<Row>, codes: Model<Row>): IdentityStore {
  const find = async (id: string) => one<Identity>(await identities.collection.findOne({ _id: id as never }), 'id');
  return {
    find,
    async ensure(identity) {
      const { id, ...rest } = identity;
      if (await inserted(identities.collection.insertOne({ _id: id, ...rest } as never))) return identity;
      return (await find(id)) ?? identity;
    },
    join: async (id, customerId) =>
      void (await identities.collection.updateOne({ _id: id as never }, { $set: { customerId } })),
    async putCode({ id, ...rest }) {
      await codes.collection.replaceOne({ _id: id as never }, rest, { upsert: true });
    },
    async takeCode(id, now) {
      const row = await codes.collection.findOneAndDelete({ _id: id as never });
      const code = one<{ customerId: string; conversationId: string; expiresAt: Date }>(row, undefined);
      return code && code.expiresAt > now ? code : undefined;
    },
  };
}

export function playbookStore({ collection }: Model<Row>, now: () => Date): PlaybookStore {
  const read = (row: unknown) => {
    const json = one<{ json: string }>(row, undefined)?.json;
    return json === undefined ? undefined : (JSON.parse(json) as Playbook);
  };
  return {
    async put(playbook) {
      const kept = { id: playbook.id, json: JSON.stringify(playbook), storedAt: now() };
      if (!(await inserted(collection.insertOne({ _id: playbook.hash, ...kept } as never)))) {
        await collection.updateOne({ _id: playbook.hash as never }, { $set: { storedAt: kept.storedAt } });
      }
    },
    async versions() {
      const rows = await collection.find({}).sort({ storedAt: -1 }).toArray();
      return rows.map((row) => {
        const { id, version, title } = read(row)!;
        return { hash: String(row._id), id, version, title, storedAt: row.storedAt as Date };
      });
    },
    byHash: async (hash) => read(await collection.findOne({ _id: hash as never })),
    async latest(id) {
      const [row] = await collection.find({ id }).sort({ storedAt: -1 }).limit(1).toArray();
      return read(row);
    },
  };
}

export function settingStore({ collection }: Model<Row>): SettingStore {
  const get = async (id: string) =>
    one<{ value?: string }>(await collection.findOne({ _id: id as never }), undefined)?.value;
  return {
    get,
    async ensure(id, value) {
      if (await inserted(collection.insertOne({ _id: id, value } as never))) return value;
      return (await get(id)) ?? value;
    },
    set: async (id, value) =>
      void (await collection.updateOne({ _id: id as never }, { $set: { value } }, { upsert: true })),
    async lease(id, holder, now, until) {
      if (await inserted(collection.insertOne({ _id: id, holder, until } as never))) return true;
      const free = { _id: id as never, $or: [{ holder }, { until: { $lte: now } }] };
      return (await collection.updateOne(free, { $set: { holder, until } })).matchedCount === 1;
    },
  };
}

/** `alone`: no other process writes to this desk. */
export function recordStores(models: Models, now: () => Date, alone: boolean) {
  return {
    notifications: notificationStore(models.notifications),
    staff: staffStore(models.staff, now, alone),
    presence: presenceStore(models.presence),
    cannedReplies: cannedReplyStore(models.cannedReplies),
    sessions: sessionStore(models.sessions, alone),
    tokens: tokenStore(models.tokens),
    identities: identityStore(models.identities, models.codes),
    playbooks: playbookStore(models.playbooks, now),
    settings: settingStore(models.settings),
    channelHealth: channelHealthStore(models.channelHealth),
    deskEvents: deskEventStore(models.deskEvents),
  };
}
