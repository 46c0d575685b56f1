import type { Model } from 'mongoose';
import type { Conversation } from '../domain/conversation.js';
import type { ConversationStore } from '../domain/ports.js';
import type { Row } from './models.js';
import { fromRow, inserted } from './row.js';

const ONLY_FOR_QUERIES = ['controlledBy', 'activityAt', 'turnOpenedAt', 'changedAt'];

export function conversationStore(model: Model<Row>, now: () => Date): ConversationStore {
  const toRow = ({ id, ...rest }: Conversation): Row => ({
    _id: id,
    ...rest,
    controlledBy: rest.control.by,
    activityAt: rest.heardFromAt ?? rest.createdAt,
    turnOpenedAt: rest.turn?.open ? now() : undefined,
    changedAt: now(),
  });
  const read = (row: Row | null) => fromRow<Conversation>(row, 'id', ...ONLY_FOR_QUERIES);
  const readAll = (rows: Row[]) => rows.map((row) => read(row)!);

  return {
    create: (conversation) => inserted(model.collection.insertOne(toRow(conversation) as never)),
    find: async (id) => read((await model.collection.findOne({ _id: id as never })) as Row | null),
    async replace(conversation, ifVersion) {
      const { _id, ...row } = toRow(conversation);
      const { modifiedCount } = await model.collection.replaceOne({ _id: _id as never, version: ifVersion }, row);
      return modifiedCount === 1;
    },
    async list({ control, agent, after, limit }) {
      const filter = {
        ...(control && { controlledBy: control }),
        ...(agent && { 'control.agent': agent }),
        ...(after && { activityAt: { $lt: new Date(Number(after)) } }),
      };
      const rows = (await model.collection
        .find(filter)
        .sort({ activityAt: -1 })
        .limit(limit)
        .toArray()) as unknown as Row[];
      const conversations = readAll(rows);
      if (control === 'waiting') conversations.sort(byUrgency);
      const last = rows.at(-1)?.activityAt as Date | undefined;
      return { conversations, cursor: rows.length === limit && last ? String(last.getTime()) : undefined };
    },
    async turnDone(id, version) {
      await model.collection.updateOne(
        { _id: id as never, version },
        { $set: { 'turn.open': false }, $unset: { turnOpenedAt: '' } },
      );
    },
    async withOpenTurn(limit, before) {
      const rows = (await model.collection
        .find({ turnOpenedAt: { $gt: new Date(0), ...(before && { $lte: before }) } })
        .sort({ turnOpenedAt: 1 })
        .limit(limit)
        .toArray()) as unknown as Row[];
      return rows.map(({ _id }) => _id);
    },
    async changedSince(since, limit) {
      const rows = (await model.collection
        .find({ changedAt: { $gte: since } }, { projection: { changedAt: 1, version: 1, seq: 1 } })
        .sort({ changedAt: 1 })
        .limit(limit)
        .toArray()) as unknown as { _id: string; changedAt: Date; version: number; seq: number }[];
      return rows.map(({ _id: id, changedAt: at, version, seq }) => ({ id, at, version, seq }));
    },
    touch: async (id) => void (await model.collection.updateOne({ _id: id as never }, { $set: { changedAt: now() } })),
    ofCustomer: async (customerId) =>
      readAll((await model.collection.find({ customerId }).toArray()) as unknown as Row[]),
  };
}

/** Urgent first, then who waits longest. */
function byUrgency(a: Conversation, b: Conversation): number {
  if (a.control.by !== 'waiting' || b.control.by !== 'waiting') return 0;
  return Number(b.control.urgent) - Number(a.control.urgent) || a.control.since.getTime() - b.control.since.getTime();
}
