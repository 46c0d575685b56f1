import { equalValues } from '../bson/order.js';
import { received, isPlain, type Doc } from '../bson/values.js';
import { serverError, UnsupportedByEmbeddedEngine } from '../errors.js';
import { compileFilter, type Predicate } from '../match/filter.js';
import { sqlName } from '../sql/sqlite.js';

/** Up, down, or every three characters of the one path's text, which finds literal `$regex` anywhere in it. */
export type Direction = 1 | -1 | 'trigram';

/** One index as `createIndex` was given it and as `listIndexes` tells it. */
export interface IndexDefinition {
  readonly name: string;
  readonly key: Readonly<Record<string, Direction>>;
  readonly unique?: true;
  readonly sparse?: true;
  readonly partialFilterExpression?: Doc;
  readonly expireAfterSeconds?: number;
}

/** Options that change nothing the embedded engine does. */
const harmless = new Set([
  'background',
  'v',
  'ns',
  'comment',
  'maxTimeMS',
  'commitQuorum',
  'writeConcern',
  'w',
  '_autoIndex',
]);

/** Reads `createIndex`'s arguments. Throws on kinds and options that only a server has. */
export function defineIndex(spec: unknown, options: Doc = {}): IndexDefinition {
  const key = keyOf(spec);
  const { name, unique, sparse, partialFilterExpression, expireAfterSeconds, ...others } = options;
  const foreign = Object.keys(others).find((option) => others[option] !== undefined && !harmless.has(option));
  if (foreign !== undefined) throw new UnsupportedByEmbeddedEngine(`the index option ${foreign}`);
  if (expireAfterSeconds !== undefined && (typeof expireAfterSeconds !== 'number' || Object.keys(key).length !== 1)) {
    throw serverError('InvalidOptions', 'TTL indexes are single-field indexes with a number of seconds');
  }
  if (isTrigram({ key }) && (unique || sparse || partialFilterExpression || Object.keys(key).length !== 1))
    throw new UnsupportedByEmbeddedEngine(`the index ${JSON.stringify(key)} with other paths or options`);
  return {
    name: typeof name === 'string' ? name : Object.entries(key).flat().join('_'),
    key,
    ...(unique ? { unique: true } : {}),
    ...(sparse ? { sparse: true } : {}),
    ...(isPlain(partialFilterExpression)
      ? { partialFilterExpression: partialFilter(received(partialFilterExpression)) }
      : {}),
    ...(typeof expireAfterSeconds === 'number' ? { expireAfterSeconds } : {}),
  };
}

/** What MongoDB allows in a partial index's filter; nothing that holds by absence. */
const partialOperators = new Set(['$and', '$or', '$in', '$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type']);

function partialFilter(filter: Doc): Doc {
  const foreign = operatorsIn(filter).find(
    ([name, operand]) => !partialOperators.has(name) || (name === '$exists' && !operand),
  );
  if (foreign) throw serverError('BadValue', `unsupported expression in partial index: ${foreign[0]}`);
  compileFilter(filter);
  return filter;
}

function operatorsIn(value: unknown): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap(operatorsIn);
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([key, below]) => [
    ...(key.startsWith('$') ? [[key, below] as [string, unknown]] : []),
    ...operatorsIn(below),
  ]);
}

function keyOf(spec: unknown): Record<string, Direction> {
  const entries =
    typeof spec === 'string'
      ? [[spec, 1]]
      : spec instanceof Map
        ? [...spec]
        : isPlain(spec)
          ? Object.entries(spec)
          : [];
  if (entries.length === 0) throw serverError('BadValue', 'Index keys cannot be an empty object');
  return Object.fromEntries(
    (entries as [string, unknown][]).map(([path, direction]) => {
      if (direction === 'trigram' && !path.includes('$')) return [path, direction];
      if (path.includes('$') || typeof direction !== 'number' || direction === 0) {
        throw new UnsupportedByEmbeddedEngine(`the index {${path}: ${JSON.stringify(direction)}}`);
      }
      return [path, direction > 0 ? 1 : -1];
    }),
  );
}

/** Whether two indexes do the same, whatever their names. */
export function sameIndex(a: IndexDefinition, b: IndexDefinition): boolean {
  const { name: _a, ...withoutNameA } = a;
  const { name: _b, ...withoutNameB } = b;
  return equalValues(sorted(withoutNameA), sorted(withoutNameB));
}

/** The order of keys in an index matters, the order of its options does not. */
function sorted(definition: object): Doc {
  return Object.fromEntries(Object.entries(definition).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function isTrigram({ key }: Pick<IndexDefinition, 'key'>): boolean {
  return Object.values(key).includes('trigram');
}

export function pathsOf(definition: IndexDefinition): string[] {
  return Object.keys(definition.key);
}

/** The column that says whether a document is in a partial or sparse index, or undefined when all are. */
export function partialColumn(definition: IndexDefinition): string | undefined {
  return membership(definition) ? sqlName('partial', definition.name) : undefined;
}

/** Which documents a partial or sparse index holds. */
export function membership(definition: IndexDefinition): Predicate | undefined {
  const { partialFilterExpression, sparse } = definition;
  if (partialFilterExpression) return compileFilter(partialFilterExpression);
  if (!sparse) return undefined;
  return compileFilter({ $or: pathsOf(definition).map((path) => ({ [path]: { $exists: true } })) });
}
