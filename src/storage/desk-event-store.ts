import type { Model } from 'mongoose';
import type { DeskEvent, DeskEventStore } from '../domain/desk-event.js';
import { withoutAbsent } from '../domain/without-absent.js';
import type { Row } from './models.js';
import { fromRow } from './row.js';

/** Entries are added and read, never changed. */
export function deskEventStore({ collection }: Model<Row>): DeskEventStore {
  return {
    add: async ({ id, ...rest }) => void (await collection.insertOne(withoutAbsent({ _id: id, ...rest }) as never)),
    async list({ after, limit, ...equal }) {
      const behind = after && [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: after.id as never } }];
      const filter = { ...withoutAbsent(equal), ...(behind && { $or: behind }) };
      const rows = await collection.find(filter).sort({ at: -1, _id: -1 }).limit(limit).toArray();
      return rows.map((row) => fromRow<DeskEvent>(row as never, 'id')!);
    },
  };
}
