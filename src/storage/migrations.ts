import type { Extension } from '../domain/case.js';
import type { Models } from './models.js';

/** A change of what is stored. Never altered once released: what it does to old data stands. */
interface Migration {
  /** What it does, for the log of the one who reads the code. */
  what: string;
  /** May be run again after a crash half-way: what is done already is left alone. */
  run(models: Models, now: Date): Promise<void>;
}

/** In order; the first one leads from version 0 to version 1, and so on. Forward only. */
export const MIGRATIONS: readonly Migration[] = [
  {
    what: 'an open turn says since when, so that only one left behind is taken over',
    async run({ conversations: { collection } }, now) {
      await collection.updateMany({ turnOpen: true }, { $set: { turnOpenedAt: now }, $unset: { turnOpen: '' } });
      const old = (await collection.indexes()).find(({ name }) => name === 'turnOpen_1');
      if (old) await collection.dropIndex('turnOpen_1');
    },
  },
  {
    what: 'a case in which more time is asked for says of whom, so that it is found',
    async run({ cases: { collection } }) {
      const asking = collection.find({ extensions: { $elemMatch: { state: 'proposed' } } });
      for await (const { _id, version, extensions } of asking) {
        const asked = (extensions as Extension[]).find(({ state }) => state === 'proposed')!;
        await collection.updateOne({ _id, version }, { $set: { timeAskedOf: asked.approver } });
      }
    },
  },
];

/** The version of what this program writes. */
export const SCHEMA = MIGRATIONS.length;
