import type { Model } from 'mongoose';
import type { Message } from '../domain/message.js';
import type { MessageStore } from '../domain/ports.js';
import { withoutAbsent } from '../domain/without-absent.js';
import type { Row } from './models.js';
import { Remembered } from './remembered.js';
import { fromRow, inserted } from './row.js';

/** A message and its place among those of its conversation. */
interface Ordered {
  order: number;
  message: Message;
}

const byOrder = (a: Ordered, b: Ordered) => a.order - b.order;

/** The record of everything said. Keys are never removed while a vendor might still redeliver. */
export function messageStore(model: Model<Row>, alone: boolean): MessageStore {
  const { collection } = model;
  let arrival = 0;
  const toRow = ({ id, ...rest }: Message): Row => ({
    _id: id,
    ...rest,
    order: rest.inbound?.sequence ?? rest.at.getTime() + (arrival = (arrival + 1) % 1000) / 1000,
  });
  const read = (row: Row | null) => fromRow<Message>(row, 'id', 'order');
  const readAll = (rows: unknown[]) => rows.map((row) => read(row as Row)!);

  /** By conversation: what waits for its lane, oldest first. */
  const unhandled = new Remembered<Ordered[]>(alone, async (conversationId) => {
    const rows = await collection.find({ conversationId, state: 'received' }).toArray();
    return rows.map((row) => ({ order: Number(row.order), message: read(row as unknown as Row)! })).sort(byOrder);
  });

  /** Marks a customer's message; one that is at hand is put in whole, which costs less than changing what is stored. */
  async function marking({
    id,
    conversationId,
    seq,
    parked,
    text,
  }: NonNullable<Parameters<MessageStore['record']>[1]>): Promise<object> {
    const filter = { _id: id, state: 'received' };
    const changes = { state: parked ? 'parked' : 'handled', seq };
    const held = alone && (await unhandled.of(conversationId)).find(({ message }) => message.id === id);
    if (held) {
      const { id: _id, inbound, due: _due, ...row } = held.message;
      const masked = text !== undefined && { text, inbound: { ...inbound, text } };
      return { replaceOne: { filter, replacement: { ...row, inbound, ...masked, ...changes, order: held.order } } };
    }
    const masked = text !== undefined && { text, 'inbound.text': text };
    return { updateOne: { filter, update: { $set: { ...changes, ...masked }, $unset: { due: '' } } } };
  }

  return {
    async take(message) {
      const row = toRow(message);
      if (await inserted(collection.insertOne(row as never))) {
        const taken = { order: Number(row.order), message };
        unhandled.change(message.conversationId, (waiting) => [...waiting, taken].sort(byOrder));
        return { taken: true };
      }
      const existing = read((await collection.findOne({ _id: message.id as never })) as Row | null);
      if (!existing) throw new Error('a message that exists cannot be found');
      return { taken: false, existing };
    },
    async record(outbound, handled) {
      const operations: object[] = outbound.map((message) => {
        const { _id, ...row } = toRow(message);
        return { updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true } };
      });
      if (handled) operations.push(await marking(handled));
      if (operations.length > 0) await collection.bulkWrite(operations as never, { ordered: true });
      if (handled)
        unhandled.change(handled.conversationId, (waiting) =>
          waiting.filter(({ message }) => message.id !== handled.id),
        );
    },
    find: async (id) => read((await collection.findOne({ _id: id as never })) as Row | null),
    oldestUnhandled: async (conversationId) => (await unhandled.of(conversationId))[0]?.message,
    async due(now, states, limit) {
      return readAll(
        await collection
          .find({ due: { $lte: now }, state: { $in: states } })
          .sort({ due: 1 })
          .limit(limit)
          .toArray(),
      );
    },
    async nextDue() {
      const [row] = await collection
        .find({ due: { $gt: new Date(0) } })
        .sort({ due: 1 })
        .limit(1)
        .toArray();
      return row?.due as Date | undefined;
    },
    page: async (conversationId, after, limit) =>
      readAll(
        await collection
          .find({ conversationId, seq: { $gt: after } })
          .sort({ seq: 1 })
          .limit(limit)
          .toArray(),
      ),
    async update(id, { state, attempts }, changes) {
      const set = withoutAbsent(changes);
      const unset = Object.fromEntries(
        Object.entries(changes).flatMap(([key, value]) => (value === undefined ? [[key, '']] : [])),
      );
      const update = {
        ...(Object.keys(set).length > 0 && { $set: set }),
        ...(Object.keys(unset).length > 0 && { $unset: unset }),
      };
      const { matchedCount } = await collection.updateOne(
        { _id: id as never, state, ...(attempts !== undefined && { attempts }) },
        update,
      );
      if (state === 'received' || changes.state === 'received') unhandled.forgetAll(); // rare: it failed, or is tried again
      return matchedCount === 1;
    },
    queued: async (conversationId) =>
      readAll(
        (await collection.find({ conversationId, state: 'queued' }).toArray()).sort(
          (a, b) => Number(a.seq) - Number(b.seq),
        ),
      ),
    parked: async (limit) => readAll(await collection.find({ state: 'parked' }).limit(limit).toArray()),
  };
}
