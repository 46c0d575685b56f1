import type { Model } from 'mongoose';
import type { CannedReply, CannedReplyStore } from '../domain/canned-reply.js';
import { withoutAbsent } from '../domain/without-absent.js';
import type { Row } from './models.js';
import { fromRow, inserted } from './row.js';

export function cannedReplyStore({ collection }: Model<Row>): CannedReplyStore {
  const read = (row: unknown) => fromRow<CannedReply>(row as Row | null, 'id');
  return {
    async of(owner) {
      const rows = await collection.find({ $or: [{ owner: { $exists: false } }, { owner }] }).toArray();
      return rows.map((row) => read(row)!).sort((a, b) => (a.title < b.title ? -1 : 1));
    },
    find: async (id) => read(await collection.findOne({ _id: id as never })),
    create: ({ id, ...rest }) => inserted(collection.insertOne(withoutAbsent({ _id: id, ...rest }) as never)),
    replace: async ({ id, ...rest }) =>
      void (await collection.replaceOne({ _id: id as never }, withoutAbsent(rest) as never)),
    remove: async (id) => void (await collection.deleteOne({ _id: id as never })),
  };
}
