import type { Model } from 'mongoose';
import type { Webhook, WebhookDelivery, WebhookStore } from '../domain/webhook.js';
import { withoutAbsent } from '../domain/without-absent.js';
import type { Row } from './models.js';
import { fromRow } from './row.js';

export function webhookStore({ collection }: Model<Row>, { collection: rows }: Model<Row>): WebhookStore {
  const delivery = (row: unknown) => fromRow<WebhookDelivery>(row as Row, 'id')!;
  return {
    create: async ({ id, ...rest }) => void (await collection.insertOne({ _id: id, ...rest } as never)),
    all: async () =>
      (await collection.find({}).sort({ _id: 1 }).toArray()).map((row) => fromRow<Webhook>(row as never, 'id')!),
    remove: async (id) => (await collection.deleteOne({ _id: id as never })).deletedCount === 1,
    async owe(deliveries) {
      const operations = deliveries.map(({ id, ...rest }) => ({
        updateOne: { filter: { _id: id }, update: { $setOnInsert: withoutAbsent(rest) }, upsert: true },
      }));
      await rows.bulkWrite(operations as never, { ordered: true });
    },
    due: async (now, limit) =>
      (
        await rows
          .find({ due: { $lte: now } })
          .sort({ due: 1 })
          .limit(limit)
          .toArray()
      ).map(delivery),
    async update(id, attempts, changes) {
      const over = 'due' in changes && changes.due === undefined;
      const update = { $set: withoutAbsent(changes), ...(over && { $unset: { due: '' as const } }) };
      return (await rows.updateOne({ _id: id as never, state: 'owed', attempts }, update)).modifiedCount === 1;
    },
    async revive(id, now) {
      const update = { $set: { state: 'owed', attempts: 0, due: now }, $unset: { error: '' as const } };
      return (await rows.updateOne({ _id: id as never, state: 'dead' }, update)).modifiedCount === 1;
    },
    of: async (webhookId, limit) =>
      (await rows.find({ webhookId }).sort({ at: -1 }).limit(limit).toArray()).map(delivery),
  };
}
