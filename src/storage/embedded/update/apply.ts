import { equalValues } from '../bson/order.js';
import { ownField } from '../bson/paths.js';
import { isPlain, type Doc } from '../bson/values.js';
import { serverError } from '../errors.js';
import { runPipelineUpdate } from '../aggregate/pipeline-update.js';
import { modify, removed } from './modify.js';
import { parseUpdate, type Step } from './parse.js';
import { targetsOf } from './targets.js';

export interface UpdateOptions {
  /** The query that found the document: it says what the positional `$` stands for. */
  readonly filter: Doc;
  readonly arrayFilters?: readonly Doc[];
}

/** An update read once, to be applied to many documents: takes a decoded document and returns the new one. */
export type Updater = (doc: Doc, inserting: boolean) => Doc;

/** Reads an update (operators or a pipeline). Throws on what MongoDB refuses before it touches a document. */
export function compileUpdate(update: Doc | Doc[], { filter, arrayFilters = [] }: UpdateOptions): Updater {
  const apply = Array.isArray(update) ? pipelineUpdater(update) : operatorUpdater(update, filter, arrayFilters);
  return (doc, inserting) => {
    const id = doc._id;
    const changed = apply(doc, inserting);
    if (id !== undefined && !equalValues(changed._id, id)) throw immutableId();
    return changed;
  };
}

export function immutableId(): Error {
  return serverError('ImmutableField', "Performing an update on the path '_id' would modify the immutable field '_id'");
}

function pipelineUpdater(pipeline: Doc[]): Updater {
  return (doc) => runPipelineUpdate(doc, pipeline);
}

function operatorUpdater(update: Doc, filter: Doc, arrayFilters: readonly Doc[]): Updater {
  const steps = parseUpdate(update);
  const targets = targetsOf(filter, arrayFilters);
  refuseUnusedFilters(steps, arrayFilters);
  return (doc, inserting) => {
    for (const step of steps) {
      if (step.operator === '$setOnInsert' && !inserting) continue;
      if (step.renamedTo) rename(doc, step.path, step.renamedTo);
      else for (const path of targets(doc, step.path)) modify(doc, path, step.creates, step.change);
    }
    return doc;
  };
}

function rename(doc: Doc, from: readonly string[], to: readonly string[]): void {
  for (const path of [from, to]) refuseRenameThrough(doc, path);
  let moved: unknown;
  modify(doc, from, false, (old) => {
    moved = old;
    return removed;
  });
  if (moved !== undefined) modify(doc, to, true, () => moved);
}

/** `$rename` goes through documents only: an array or a scalar on the way is an error on either side. */
function refuseRenameThrough(doc: Doc, path: readonly string[]): void {
  let value: unknown = doc;
  for (const step of path.slice(0, -1)) {
    value = ownField(value as Doc, step);
    if (value === undefined) return;
    if (Array.isArray(value))
      throw serverError('BadValue', `The field of $rename cannot be in an array element, '${path.join('.')}'`);
    if (!isPlain(value))
      throw serverError(
        'PathNotViable',
        `Cannot use the part (${step}) of (${path.join('.')}) to traverse the element`,
      );
  }
}

function refuseUnusedFilters(steps: readonly Step[], arrayFilters: readonly Doc[]): void {
  const used = new Set(
    steps.flatMap(({ path }) => path.filter((step) => step.startsWith('$[')).map((step) => step.slice(2, -1))),
  );
  for (const arrayFilter of arrayFilters) {
    const names = Object.keys(arrayFilter)
      .filter((key) => !key.startsWith('$'))
      .map((key) => key.split('.')[0]!);
    const unused = names.find((name) => !used.has(name));
    if (unused !== undefined) {
      throw serverError('FailedToParse', `The array filter for identifier '${unused}' was not used in the update`);
    }
  }
}
