import fc, { type Arbitrary } from 'fast-check';
import { anything, present, scalar, small } from './arbitrary-documents.js';
import type { AnyDoc } from './both-engines.js';

const indexedPath = fc.constantFrom('n', 's', 'w', 'd.x');
const path = fc.oneof(
  { weight: 2, arbitrary: indexedPath },
  fc.constantFrom(
    'a',
    'a.x',
    'nums',
    'items',
    'items.id',
    'items.q',
    'items.tags',
    'o.p',
    'o.p.x',
    'o.list',
    'd',
    'd.y',
    'none',
  ),
);
const sortPath = fc.oneof(
  indexedPath,
  fc.constantFrom('a', 'nums', 'nums.1', 'items.id', 'items.0.id', 'o.p', 'o.list', 'd.y', 'none'),
);

export const comparison = (value: Arbitrary<unknown>): Arbitrary<AnyDoc> =>
  fc.oneof(
    ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'].map((name) => value.map((operand) => ({ [name]: operand }))),
    fc.tuple(value, value).map(([low, high]) => ({ $gte: low, $lt: high })),
    fc.array(value, { maxLength: 3 }).map((list) => ({ $in: list })),
    fc.array(value, { maxLength: 3 }).map((list) => ({ $nin: list })),
    fc.boolean().map((exists) => ({ $exists: exists })),
  );

const condition: Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: anything },
  { weight: 5, arbitrary: comparison(fc.oneof({ weight: 4, arbitrary: scalar }, anything)) },
  comparison(scalar).map((inner) => ({ $not: inner })),
  fc
    .constantFrom('string', 'array', 'object', 'null', 'date', 'bool', 'objectId', 'number')
    .map((type) => ({ $type: type })),
  small.map((size) => ({ $size: size })),
  fc.array(present, { maxLength: 2 }).map((all) => ({ $all: all })),
  comparison(scalar).map((inner) => ({ $elemMatch: inner })),
  fc
    .record({ id: fc.oneof(small, comparison(small)), q: scalar }, { requiredKeys: ['id'] })
    .map((inner) => ({ $elemMatch: inner })),
  fc.constantFrom('^a', 'b$', '.', '^$').map((regex) => ({ $regex: regex })),
  fc.constantFrom([2, 0], [2, 1]).map((mod) => ({ $mod: mod })),
);

/** A condition on one path. */
export const leaf: Arbitrary<AnyDoc> = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(path, condition).map(([at, wanted]) => ({ [at]: wanted })) },
  comparison(fc.constantFrom(1, 2, 3, 5)).map((wanted) => ({ _id: wanted })),
  fc
    .tuple(fc.constantFrom('nums.1', 'items.0.id', 'o.list.0'), comparison(small))
    .map(([at, wanted]) => ({ [at]: wanted })),
);

const expression: Arbitrary<AnyDoc> = fc
  .tuple(
    fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'),
    fc.constantFrom('$n', '$w', '$d.x', '$none'),
    scalar,
  )
  .map(([name, field, value]) => ({ $expr: { [name]: [field, { $literal: value }] } }));

export const filters: Arbitrary<AnyDoc> = fc.oneof(
  { weight: 6, arbitrary: leaf },
  fc.array(leaf, { minLength: 2, maxLength: 3 }).map((parts) => Object.assign({}, ...parts) as AnyDoc),
  fc
    .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(leaf, { minLength: 1, maxLength: 3 }))
    .map(([name, parts]) => ({ [name]: parts })),
  expression,
  fc.constant({}),
);

export const sorts: Arbitrary<Record<string, 1 | -1>> = fc
  .tuple(
    fc.uniqueArray(sortPath, { minLength: 1, maxLength: 2 }),
    fc.array(fc.constantFrom(1, -1), { minLength: 3, maxLength: 3 }),
  )
  .map(
    ([paths, directions]) =>
      Object.fromEntries([...paths.map((at, place) => [at, directions[place]]), ['_id', directions[2]]]) as Record<
        string,
        1 | -1
      >,
  );

export const pages = fc.record({ skip: fc.constantFrom(0, 0, 1, 3), limit: fc.constantFrom(0, 0, 1, 2, 5) });

export const projections: Arbitrary<AnyDoc> = fc.oneof<Arbitrary<AnyDoc>[]>(
  fc.constant({}),
  fc
    .uniqueArray(fc.constantFrom('n', 's', 'd', 'a', 'items', 'o'), { minLength: 1, maxLength: 3 })
    .chain((paths) => fc.constantFrom(0, 1).map((wanted) => Object.fromEntries(paths.map((at) => [at, wanted])))),
  fc.constantFrom(
    { 'd.x': 1 },
    { 'items.id': 1, _id: 0 },
    { 'o.p.x': 0 },
    { 'items.q': 0, n: 0 },
    { items: { $slice: 1 } },
    { nums: { $slice: [1, 2] }, s: 1 },
    { items: { $elemMatch: { id: 3 } } },
    { _id: 0 },
    { _id: 1 },
    { d: { y: 1 } },
  ),
);

/** Filters that often find nothing, with equalities an upsert takes over. */
export const upsertFilters: Arbitrary<AnyDoc> = fc.oneof(
  filters,
  fc.record<AnyDoc>({ n: fc.constantFrom(77, 3), s: fc.constantFrom('z', 'a') }),
  fc.constant<AnyDoc>({ 'd.x': 5, _id: 99 }),
  fc.constant<AnyDoc>({ $and: [{ 'd.x': { $eq: 5 } }, { n: { $in: [78] } }] }),
);
