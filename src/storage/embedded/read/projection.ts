import { serverError, UnsupportedByEmbeddedEngine } from '../errors.js';
import { conditionOf } from '../match/operators.js';
import { compileFilter } from '../match/filter.js';
import { isOperators, isPlain, type Doc } from '../bson/values.js';

export type Projection = (doc: Doc) => Doc;

/** What happens to one field: kept or dropped whole, looked into, or its array cut down. */
type Rule = true | Tree | Cut;
/** The field's new value; undefined leaves the field out. */
type Cut = (value: unknown) => unknown;
type Tree = Map<string, Rule>;

/** A `find` projection of inclusions or exclusions, with `$slice` and `$elemMatch`. Throws on what it cannot do. */
export function compileProjection(projection: Doc | undefined): Projection {
  if (!projection || Object.keys(projection).length === 0) return (doc) => doc;
  const { _id: idWanted, ...fields } = projection;
  const tree: Tree = new Map();
  const modes = new Set<'include' | 'exclude'>();
  for (const [path, wanted] of Object.entries(fields)) addField(tree, path, wanted, modes);
  if (modes.size > 1) throw serverError('BadValue', 'Cannot do inclusion and exclusion in one projection');
  const keepsId = idWanted === undefined || isTruthy('_id', idWanted);
  const includes = modes.has('include') || (modes.size === 0 && tree.size === 0 && idWanted !== undefined && keepsId);
  if (keepsId === includes) tree.set('_id', true);
  return (doc) => (includes ? include(doc, tree) : exclude(doc, tree));
}

/** Whether a projection is plain: fields in or out, nothing computed. */
export function isPlainProjection(projection: Doc): boolean {
  return Object.entries(projection).every(
    ([path, wanted]) => !path.includes('$') && (typeof wanted === 'number' || typeof wanted === 'boolean'),
  );
}

function addField(tree: Tree, path: string, wanted: unknown, modes: Set<'include' | 'exclude'>): void {
  if (path.endsWith('.$')) throw new UnsupportedByEmbeddedEngine(`the positional projection ${path}`);
  if (isOperators(wanted)) {
    setRule(tree, path, cutOf(path, wanted, modes));
  } else if (isPlain(wanted)) {
    for (const [below, value] of Object.entries(wanted)) addField(tree, `${path}.${below}`, value, modes);
  } else {
    modes.add(isTruthy(path, wanted) ? 'include' : 'exclude');
    setRule(tree, path, true);
  }
}

function isTruthy(path: string, wanted: unknown): boolean {
  if (typeof wanted === 'number' || typeof wanted === 'boolean') return Boolean(wanted);
  throw new UnsupportedByEmbeddedEngine(`the computed projection of ${path}`);
}

function cutOf(path: string, wanted: Doc, modes: Set<'include' | 'exclude'>): Cut {
  if ('$slice' in wanted) return slicing(wanted.$slice);
  if ('$elemMatch' in wanted) {
    modes.add('include');
    const condition = conditionOf({ $elemMatch: wanted.$elemMatch }, compileFilter);
    return (value) => {
      const found = Array.isArray(value) ? value.filter((item) => condition.onValue([item])).slice(0, 1) : [];
      return found.length > 0 ? found : undefined;
    };
  }
  throw new UnsupportedByEmbeddedEngine(`the projection ${Object.keys(wanted).join()} of ${path}`);
}

function slicing(slice: unknown): Cut {
  if (typeof slice === 'number') return ofArray((items) => (slice < 0 ? items.slice(slice) : items.slice(0, slice)));
  const [skip, count] = Array.isArray(slice) ? (slice as unknown[]) : [];
  if (typeof skip !== 'number' || typeof count !== 'number' || count <= 0) {
    throw serverError('BadValue', '$slice takes a number, or an offset and a positive count');
  }
  return ofArray((items) => {
    const from = skip < 0 ? Math.max(0, items.length + skip) : skip;
    return items.slice(from, from + count);
  });
}

function ofArray(cut: (items: unknown[]) => unknown[]): Cut {
  return (value) => (Array.isArray(value) ? cut(value) : value);
}

function setRule(tree: Tree, path: string, rule: Rule): void {
  const steps = path.split('.');
  const last = steps.pop()!;
  let at = tree;
  for (const step of steps) {
    let below = at.get(step);
    if (below === undefined) at.set(step, (below = new Map()));
    if (!(below instanceof Map)) throw serverError('BadValue', `Path collision at ${path}`);
    at = below;
  }
  if (at.has(last)) throw serverError('BadValue', `Path collision at ${path}`);
  at.set(last, rule);
}

function include(doc: Doc, tree: Tree): Doc {
  const kept: Doc = {};
  for (const [field, value] of Object.entries(doc)) {
    const rule = tree.get(field);
    if (rule === undefined) continue;
    const included = rule === true ? value : rule instanceof Map ? includeBelow(value, rule) : rule(value);
    if (included !== undefined) kept[field] = included;
  }
  return kept;
}

function includeBelow(value: unknown, tree: Tree): unknown {
  if (isPlain(value)) return include(value, tree);
  if (!Array.isArray(value)) return undefined;
  return value.map((item) => includeBelow(item, tree)).filter((item) => item !== undefined);
}

function exclude(doc: Doc, tree: Tree): Doc {
  const kept: Doc = {};
  for (const [field, value] of Object.entries(doc)) {
    const rule = tree.get(field);
    if (rule === true) continue;
    kept[field] = rule === undefined ? value : rule instanceof Map ? excludeBelow(value, rule) : rule(value);
  }
  return kept;
}

function excludeBelow(value: unknown, tree: Tree): unknown {
  if (isPlain(value)) return exclude(value, tree);
  return Array.isArray(value) ? value.map((item) => excludeBelow(item, tree)) : value;
}
