import { isPlain, type Doc } from '../bson/values.js';
import { ownField } from '../bson/paths.js';
import { serverError } from '../errors.js';
import { conditionOf } from '../match/operators.js';
import { compileFilter } from '../match/filter.js';
import { matchedIndex } from './matched-index.js';

/** The concrete paths (no `$`, `$[]` or `$[name]` left) that one path of an update means in one document. */
export type Targets = (doc: Doc, path: readonly string[]) => string[][];

type ElementTest = (item: unknown) => boolean;

/** Resolves positional paths by the query's filter and the update's `arrayFilters`. */
export function targetsOf(filter: Doc, arrayFilters: readonly Doc[]): Targets {
  const tests = elementTests(arrayFilters);
  return (doc, path) => expand(doc, path, 0, [], { root: doc, filter, tests });
}

interface Scope {
  readonly root: Doc;
  readonly filter: Doc;
  readonly tests: Map<string, ElementTest>;
}

function expand(value: unknown, path: readonly string[], at: number, done: string[], scope: Scope): string[][] {
  if (at === path.length) return [done];
  const step = path[at]!;
  if (step === '$') {
    const index = String(matchedIndex(scope.root, done, scope.filter));
    return expand(below(value, index), path, at + 1, [...done, index], scope);
  }
  if (!step.startsWith('$[')) return expand(below(value, step), path, at + 1, [...done, step], scope);
  if (!Array.isArray(value)) {
    const where = done.join('.');
    throw serverError(
      'BadValue',
      value === undefined
        ? `The path '${where}' must exist in the document in order to apply array updates.`
        : `Cannot apply array updates to non-array element ${where}`,
    );
  }
  const test = testFor(step, scope);
  return value.flatMap((item, index) =>
    test(item) ? expand(item, path, at + 1, [...done, String(index)], scope) : [],
  );
}

function below(value: unknown, step: string): unknown {
  return Array.isArray(value) || isPlain(value) ? ownField(value, step) : undefined;
}

function testFor(step: string, { tests }: Scope): ElementTest {
  const name = step.slice(2, -1);
  if (name === '') return () => true;
  const test = tests.get(name);
  if (!test) throw serverError('BadValue', `No array filter found for identifier '${name}'`);
  return test;
}

/** One test for each name in `arrayFilters`: `{'item.id': 3}` and `{item: 3}` both speak of `$[item]`. */
function elementTests(arrayFilters: readonly Doc[]): Map<string, ElementTest> {
  const tests = new Map<string, ElementTest>();
  for (const arrayFilter of arrayFilters) {
    const [name] = namesIn(arrayFilter);
    if (name === undefined)
      throw serverError('FailedToParse', 'Cannot use an expression without a top-level field name in arrayFilters');
    if (tests.has(name))
      throw serverError('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`);
    const onlyKey = Object.keys(arrayFilter).length === 1 && name in arrayFilter;
    const condition = onlyKey ? conditionOf(arrayFilter[name], compileFilter) : undefined;
    const holds = compileFilter(arrayFilter);
    tests.set(name, (item) => (condition ? condition.onValue(item) : holds({ [name]: item })));
  }
  return tests;
}

function namesIn(filter: Doc): Set<string> {
  const names = new Set<string>();
  for (const [key, operand] of Object.entries(filter)) {
    if (!key.startsWith('$')) names.add(key.split('.')[0]!);
    else if (Array.isArray(operand))
      for (const branch of operand.filter(isPlain)) for (const name of namesIn(branch)) names.add(name);
  }
  if (names.size > 1) throw serverError('FailedToParse', 'Expected a single top-level field name in each array filter');
  return names;
}
