import { compareStrings } from '../bson/order.js';
import { isPlain, type Doc } from '../bson/values.js';
import { serverError, UnsupportedByEmbeddedEngine } from '../errors.js';
import { arrayOperators } from './array-operators.js';
import { fieldOperators } from './field-operators.js';
import type { Change } from './modify.js';

/** One field that an update changes, its argument already checked. */
export interface Step {
  readonly operator: string;
  readonly path: readonly string[];
  readonly creates: boolean;
  readonly change: Change;
  /** `$rename` only: where the value goes. */
  readonly renamedTo?: readonly string[];
}

const operators = { ...fieldOperators, ...arrayOperators };

/** Reads an update document into steps, in the order of their paths as MongoDB applies them. */
export function parseUpdate(update: Doc): Step[] {
  const steps = Object.entries(update).flatMap(([name, fields]) => stepsOf(name, fields));
  refuseConflicts(steps);
  return steps.sort((a, b) => comparePaths(a.renamedTo ?? a.path, b.renamedTo ?? b.path));
}

function stepsOf(name: string, fields: unknown): Step[] {
  if (name === '$currentDate') throw new UnsupportedByEmbeddedEngine('$currentDate: pass the time as a value');
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!operator && name !== '$rename') throw serverError('FailedToParse', `Unknown modifier: ${name}`);
  if (!isPlain(fields))
    throw serverError('FailedToParse', `Modifiers operate on fields but ${name} got ${JSON.stringify(fields)}`);
  return Object.entries(fields).map(([path, argument]) => {
    if (!operator) return renaming(path, argument);
    const { creates, changeWith } = operator;
    return { operator: name, path: pathOf(path), creates, change: changeWith(argument, path) };
  });
}

function renaming(from: string, to: unknown): Step {
  if (typeof to !== 'string') throw serverError('BadValue', `The 'to' field for $rename must be a string: ${from}`);
  if ([from, to].some((path) => path.split('.').some((step) => step.startsWith('$')))) {
    throw serverError('BadValue', `The fields of $rename may not be dynamic: ${from}, ${to}`);
  }
  return { operator: '$rename', path: pathOf(from), creates: false, change: (old) => old, renamedTo: pathOf(to) };
}

function pathOf(path: string): string[] {
  const steps = path.split('.');
  if (steps.includes('')) throw serverError('EmptyFieldName', `The update path '${path}' contains an empty field name`);
  if (steps.includes('__proto__')) throw new UnsupportedByEmbeddedEngine('fields named __proto__');
  if (steps[0]!.startsWith('$')) {
    throw serverError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${path}' is not allowed in the context of an update`,
    );
  }
  return steps;
}

function refuseConflicts(steps: readonly Step[]): void {
  const paths = steps.flatMap(({ path, renamedTo }) => (renamedTo ? [path, renamedTo] : [path]));
  const written = paths.map((path) => `${path.join('.')}.`).sort(compareStrings);
  for (const [at, path] of written.entries()) {
    const next = written[at + 1];
    if (next?.startsWith(path)) {
      throw serverError(
        'ConflictingUpdateOperators',
        `Updating the path '${next.slice(0, -1)}' would create a conflict at '${path.slice(0, -1)}'`,
      );
    }
  }
}

/** Numbers as numbers, names by their bytes. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (const [at, step] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    const numeric = /^\d+$/.test(step) && /^\d+$/.test(other);
    const order = numeric ? Number(step) - Number(other) : compareStrings(step, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
