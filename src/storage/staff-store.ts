import type { Model } from 'mongoose';
import type { StaffAccount, StaffStore } from '../domain/ports.js';
import { withoutAbsent } from '../domain/without-absent.js';
import { Listed } from './listed.js';
import type { Row } from './models.js';
import { fromRow, inserted } from './row.js';

/** Asked for at every word of a customer: read once a second where other processes change it too. */
const FRESH_MS = 1000;

/** `alone`: no other process writes, so that the list need not be read again until something of it changes here. */
export function staffStore({ collection }: Model<Row>, now: () => Date, alone: boolean): StaffStore {
  const toRow = ({ name, ...rest }: StaffAccount) =>
    withoutAbsent({ _id: name, ...rest, invitationHash: rest.invitation?.tokenHash });
  const read = (row: unknown) => fromRow<StaffAccount>(row as Row | null, 'name', 'invitationHash');
  const list = async () => (await collection.find({}).sort({ _id: 1 }).toArray()).map((row) => read(row)!);
  const listed = new Listed(alone, list);
  let duty: { since: number; someone: Promise<boolean> } | undefined;
  const changing = async <T>(change: () => Promise<T>): Promise<T> => {
    try {
      return await listed.changing(change);
    } finally {
      duty = undefined;
    }
  };

  async function update(name: string, changes: Partial<StaffAccount>): Promise<boolean> {
    const set = withoutAbsent({
      ...changes,
      ...('invitation' in changes && { invitationHash: changes.invitation?.tokenHash }),
    });
    const gone = Object.entries(changes).flatMap(([key, value]) => (value === undefined ? [[key, '']] : []));
    if ('invitation' in changes && !changes.invitation) gone.push(['invitationHash', '']);
    const operators = {
      ...(Object.keys(set).length > 0 && { $set: set }),
      ...(gone.length > 0 && { $unset: Object.fromEntries(gone) as Record<string, ''> }),
    };
    if (Object.keys(operators).length === 0) return (await collection.findOne({ _id: name as never })) !== null;
    return (await collection.updateOne({ _id: name as never }, operators)).matchedCount === 1;
  }

  return {
    create: (account) => changing(() => inserted(collection.insertOne(toRow(account) as never))),
    find: async (name) => read(await collection.findOne({ _id: name as never })),
    update: (name, changes) => changing(() => update(name, changes)),
    all: async () => (await listed.all()).map((account) => ({ ...account })),
    someoneOnDuty() {
      const since = now().getTime();
      if (duty && (alone || Math.abs(since - duty.since) < FRESH_MS)) return duty.someone;
      const someone = listed.all().then((staff) => staff.some(serves));
      duty = { since, someone };
      someone.catch(() => (duty = undefined));
      return someone;
    },
    byInvitation: async (tokenHash) => read(await collection.findOne({ invitationHash: tokenHash })),
  };
}

const serves = ({ active, offDuty, roles }: StaffAccount): boolean =>
  active && !offDuty && roles.some((role) => role !== 'admin');
