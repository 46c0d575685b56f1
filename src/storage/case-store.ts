import type { Model } from 'mongoose';
import type { Case } from '../domain/case.js';
import type { CaseQuery, CaseSearch, CaseStore } from '../domain/ports.js';
import { withoutAbsent } from '../domain/without-absent.js';
import type { Row } from './models.js';
import { Remembered } from './remembered.js';
import { fromRow, inserted } from './row.js';

const ONLY_FOR_QUERIES = ['phoneDigits', 'playbookId', 'searchText', 'searchForm', 'terms', 'timeAskedOf', 'changedAt'];

export const readCase = (row: Row | null) => fromRow<Case>(row, 'number', ...ONLY_FOR_QUERIES);

export const lastDigits = (phone: string | undefined): string | undefined =>
  phone?.replace(/\D/g, '').slice(-8) || undefined;

/** Who is asked for more time, while nobody answered. */
export const timeAskedOf = ({ extensions }: Pick<Case, 'extensions'>): string | undefined =>
  extensions.find(({ state }) => state === 'proposed')?.approver;

export function caseStore(model: Model<Row>, now: () => Date, search: CaseSearch, alone: boolean): CaseStore {
  const { collection } = model;
  const toRow = (of: Case): Row =>
    withoutAbsent({
      ...of,
      _id: of.number,
      phoneDigits: lastDigits(of.fields.phone),
      playbookId: of.playbook.id,
      timeAskedOf: timeAskedOf(of),
      changedAt: now(),
      ...search.row(of),
    });
  const readAll = (rows: unknown[]) => rows.map((row) => readCase(row as Row)!);

  /** By customer; kept only of those who have none, who are asked for at every word they say. */
  const theirs = new Remembered(
    alone,
    async (customerId) => readAll(await collection.find({ customerId }).sort({ openedAt: -1 }).toArray()),
    (cases) => cases.length === 0,
  );
  const writing = async <T>({ customerId }: Case, write: Promise<T>): Promise<T> => {
    const forget = () => void (customerId && theirs.forget(customerId));
    forget();
    return write.finally(forget);
  };

  return {
    create: (of) => writing(of, inserted(collection.insertOne(toRow(of) as never))),
    find: async (number) => readCase((await collection.findOne({ _id: number as never })) as Row | null),
    async replace(of, ifVersion) {
      const { _id, ...row } = toRow(of);
      const replaced = collection.replaceOne({ _id: _id as never, version: ifVersion }, row);
      return (await writing(of, replaced)).modifiedCount === 1;
    },
    async carriedOut(number, version) {
      await collection.updateOne(
        { _id: number as never, version },
        { $unset: { effectsDue: '' }, $set: { effects: [] } },
      );
    },
    async withEffectsDue(limit, before) {
      const rows = await collection
        .find({ effectsDue: { $gt: new Date(0), ...(before && { $lte: before }) } })
        .sort({ effectsDue: 1 })
        .limit(limit)
        .toArray();
      return rows.map(({ _id }) => String(_id));
    },
    ofCustomer: (customerId) => theirs.of(customerId),
    async changedSince(since, limit) {
      const rows = (await collection
        .find({ changedAt: { $gte: since } }, { projection: { changedAt: 1, version: 1 } })
        .sort({ changedAt: 1 })
        .limit(limit)
        .toArray()) as unknown as { _id: string; changedAt: Date; version: number }[];
      return rows.map(({ _id: number, changedAt: at, version }) => ({ number, at, version }));
    },
    async similar({ playbookId, since, anyField, customerId, phone, category }) {
      const who = [customerId && { customerId }, lastDigits(phone) && { phoneDigits: lastDigits(phone) }].filter(
        Boolean,
      ) as object[];
      if (who.length === 0) return [];
      const rows = (await Promise.all(who.map((one) => collection.find(one).toArray()))).flat();
      const about = (of: Case) =>
        anyField.some(({ field, value }) => of.fields[field] === value) ||
        (category !== undefined && of.category === category);
      const distinct = new Map(readAll(rows).map((of) => [of.number, of]));
      return [...distinct.values()]
        .filter((of) => of.playbook.id === playbookId && of.openedAt >= since && about(of))
        .sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime());
    },
    async list(query) {
      const rows = await collection
        .find(filterOf(query, search))
        .sort({ openedAt: -1, _id: -1 })
        .limit(query.limit)
        .toArray();
      const last = rows.at(-1);
      return {
        cases: readAll(rows),
        cursor:
          rows.length === query.limit && last ? `${(last.openedAt as Date).getTime()}_${String(last._id)}` : undefined,
      };
    },
    async runningByPlaybook() {
      const groups = (await collection
        .aggregate([
          { $match: { status: { $in: ['open', 'waiting-for-customer'] } } },
          { $group: { _id: '$playbook.hash', count: { $sum: 1 } } },
        ])
        .toArray()) as unknown as { _id: string; count: number }[];
      return Object.fromEntries(groups.map(({ _id, count }) => [_id, count]));
    },
    count: ({ playbookId, openedSince, fieldEquals }) =>
      collection.countDocuments({
        ...(playbookId && { playbookId }),
        ...(openedSince && { openedAt: { $gte: openedSince } }),
        ...(fieldEquals && { [`fields.${fieldEquals.field}`]: fieldEquals.value }),
      }),
  };
}

function filterOf(
  { numbers, stage, owner, status, q, asksForTime, after, viewer }: CaseQuery,
  search: CaseSearch,
): Record<string, unknown> {
  const all: Record<string, unknown>[] = [];
  if (numbers) all.push({ _id: { $in: numbers } });
  if (stage) all.push({ stage });
  if (status) all.push({ status });
  if (owner) all.push({ $or: [{ assigned: owner }, { owners: owner, assigned: { $exists: false } }] });
  if (asksForTime) all.push({ timeAskedOf: { $gt: '' } });
  if (q) all.push(...search.filter(q));
  if (viewer) {
    const tokens = [
      `person:${viewer.name}`,
      ...viewer.roles.map((role) => `role:${role}`),
      ...(viewer.department ? [`department:${viewer.department}`] : []),
    ];
    all.push({ seenBy: { $in: tokens } }, { 'recused.name': { $ne: viewer.name } });
  }
  const [time, id] = after?.split('_') ?? [];
  if (time && id)
    all.push({
      $or: [{ openedAt: { $lt: new Date(Number(time)) } }, { openedAt: new Date(Number(time)), _id: { $lt: id } }],
    });
  return all.length > 0 ? { $and: all } : {};
}
