import type { Model } from 'mongoose';
import type { ChannelHealth, ChannelHealthStore } from '../domain/channel-health.js';
import { withoutAbsent } from '../domain/without-absent.js';
import type { Row } from './models.js';
import { fromRow } from './row.js';

export function channelHealthStore({ collection }: Model<Row>): ChannelHealthStore {
  return {
    all: async () =>
      (await collection.find({}).sort({ _id: 1 }).toArray()).map((row) =>
        fromRow<ChannelHealth>(row as never, 'name', 'lastErrorAt')!,
      ),
    async note({ name, lastError, ...times }) {
      const key = { _id: name as never };
      await collection.updateOne(
        key,
        { $max: withoutAbsent({ ...times, lastErrorAt: lastError?.at }) },
        { upsert: true },
      );
      // An error that is not the latest any more has lost its place to that one.
      if (lastError) await collection.updateOne({ ...key, lastErrorAt: lastError.at }, { $set: { lastError } });
    },
  };
}
