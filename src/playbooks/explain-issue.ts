import type { core } from 'zod';
import type { Fault } from './cross-check.js';
import type { Path } from './yaml-source.js';

/** A problem in the words of somebody who writes a playbook; undefined leaves the schema's own. */
export function explainProblem(issue: core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined && issue.code !== 'custom') return 'is missing';
  if (issue.code === 'invalid_type') return `expected ${issue.expected}, found ${kindOf(issue.input)}`;
  if (issue.code === 'invalid_value') return `${JSON.stringify(issue.input)} is none of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small' && issue.origin === 'array') return 'write at least one';
  if (issue.code === 'too_small' && issue.origin === 'string') return 'is empty or too short';
  return undefined;
}

function kindOf(input: unknown): string {
  if (input === null) return 'nothing';
  return Array.isArray(input) ? 'a list' : typeof input === 'object' ? 'a map' : JSON.stringify(input);
}

/** The faults that an issue tells of: one for each unknown key. */
export function explainIssue(issue: core.$ZodIssue): Fault[] {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol') as Path;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], message: 'no such key is known here' }));
  }
  if (issue.code === 'invalid_key') {
    return [{ path, message: issue.issues[0]?.message ?? issue.message }];
  }
  return [{ path, message: issue.message }];
}
