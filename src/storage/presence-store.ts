import type { Model } from 'mongoose';
import type { Presence, PresenceStore } from '../domain/presence.js';
import type { Row } from './models.js';
import { fromRow } from './row.js';

export function presenceStore({ collection }: Model<Row>): PresenceStore {
  return {
    async put(presence) {
      const id = `${presence.conversationId}/${presence.name}`;
      await collection.replaceOne({ _id: id as never }, { ...presence }, { upsert: true });
    },
    since: async (at) =>
      (await collection.find({ at: { $gte: at } }).toArray()).map((row) => fromRow<Presence>(row as never, undefined)!),
    forget: async (before) => void (await collection.deleteMany({ at: { $lt: before } })),
  };
}
