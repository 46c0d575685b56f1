import type { Model } from 'mongoose';
import type { Session, SessionStore } from '../domain/ports.js';
import { Listed } from './listed.js';
import type { Row } from './models.js';
import { fromRow } from './row.js';

/** `alone`: no other process writes, so that the list need not be read again until something of it changes here. */
export function sessionStore({ collection }: Model<Row>, alone: boolean): SessionStore {
  const read = (row: unknown) => fromRow<Session>(row as Row | null, 'id');
  const listed = new Listed(alone, async () => (await collection.find({}).toArray()).map((row) => read(row)!));
  return {
    create: ({ id, ...rest }) =>
      listed.changing(async () => void (await collection.insertOne({ _id: id, ...rest } as never))),
    async find(id, now) {
      const session = read(await collection.findOne({ _id: id as never }));
      return session && session.expiresAt > now ? session : undefined;
    },
    list: async (now, name) =>
      (await listed.all())
        .filter((one) => one.expiresAt > now && (name === undefined || one.name === name))
        .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()),
    end: (id) => listed.changing(async () => void (await collection.deleteOne({ _id: id as never }))),
    endAllOf: (name) => listed.changing(async () => void (await collection.deleteMany({ name }))),
  };
}
