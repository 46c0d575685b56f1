import type { Model } from 'mongoose';
import type { Obligation } from '../domain/obligation.js';
import type { ObligationStore } from '../domain/ports.js';
import { withoutAbsent } from '../domain/without-absent.js';
import type { Row } from './models.js';
import { fromRow, inserted } from './row.js';

/** The one timetable. `actAt` stands only while the desk itself still has to act. */
export function obligationStore(model: Model<Row>): ObligationStore {
  const { collection } = model;
  const read = (row: unknown) => fromRow<Obligation>(row as Row | null, 'id', 'actAt', 'leasedUntil');

  return {
    async owe({ id, ...rest }) {
      const row = withoutAbsent({
        _id: id,
        ...rest,
        actAt: rest.byPerson || rest.state !== 'owed' ? undefined : rest.dueAt,
      });
      await inserted(collection.insertOne(row as never));
    },
    async move(id, dueAt, order) {
      const found = await collection.findOne({ _id: id as never });
      const set = { dueAt, order, ...(found?.actAt ? { actAt: dueAt } : {}) };
      await collection.updateOne(
        { _id: id as never, state: 'owed', order: { $lte: order } },
        { $set: set, $unset: { leasedUntil: '', promisedAt: '' } },
      );
    },
    async settle(id, state, because) {
      await collection.updateOne(
        { _id: id as never, state: 'owed' },
        { $set: withoutAbsent({ state, because }), $unset: { actAt: '', leasedUntil: '' } },
      );
    },
    async hasten(id, now) {
      const update = { $set: { actAt: now }, $unset: { leasedUntil: '' as const } };
      const waits = { _id: id as never, state: 'owed', actAt: { $gt: new Date(0) } };
      return (await collection.updateOne(waits, update)).matchedCount === 1;
    },
    find: async (id) => read(await collection.findOne({ _id: id as never })),
    async claimDue(now, leaseUntil, limit) {
      const rows = await collection
        .find({ actAt: { $lte: now } })
        .sort({ actAt: 1 })
        .limit(limit)
        .toArray();
      const claimed: Obligation[] = [];
      for (const row of rows) {
        const leased = row.leasedUntil as Date | undefined;
        if (leased && leased > now) continue;
        const free = leased ? { leasedUntil: leased } : { leasedUntil: { $exists: false } };
        const { modifiedCount } = await collection.updateOne({ _id: row._id, state: 'owed', ...free } as never, {
          $set: { leasedUntil: leaseUntil },
        });
        if (modifiedCount === 1) claimed.push(read(row)!);
      }
      return claimed;
    },
    countOwed: () => collection.countDocuments({ state: 'owed' }),
    async nextDue() {
      const [row] = await collection
        .find({ actAt: { $gt: new Date(0) } })
        .sort({ actAt: 1 })
        .limit(1)
        .toArray();
      return row?.actAt as Date | undefined;
    },
    async list({ state, kind, caseNumber, conversationId, after, limit }) {
      const behind = after && [{ dueAt: { $gt: after.dueAt } }, { dueAt: after.dueAt, _id: { $gt: after.id } }];
      const filter = withoutAbsent({ state, kind, caseNumber, conversationId, $or: behind });
      const rows = collection
        .find(filter as never)
        .sort({ dueAt: 1, _id: 1 })
        .limit(limit);
      return (await rows.toArray()).map((row) => read(row)!);
    },
  };
}
