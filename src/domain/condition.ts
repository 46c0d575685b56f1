import type { Condition, ConditionTest } from './playbook.js';

export type Fact = string | number | string[] | undefined;

/** Answers what a path names. */
export type Facts = (path: string) => Fact;

/** Whether all entries hold; no condition always holds. */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  return Object.entries(condition ?? {}).every(([path, test]) => passes(facts(path), test));
}

/** The first of the list whose condition holds. */
export function firstThat<T extends { when?: Condition }>(list: T[], facts: Facts): T | undefined {
  return list.find(({ when }) => holds(when, facts));
}

function passes(fact: Fact, test: ConditionTest): boolean {
  const present = Array.isArray(fact) ? fact.length > 0 : fact !== undefined && fact !== '';
  if (typeof test === 'boolean') return present === test;
  const values = (Array.isArray(fact) ? fact : fact === undefined ? [] : [fact]).map(String);
  if (Array.isArray(test)) return values.some((value) => test.includes(value));
  if (typeof test !== 'object') return values.includes(String(test));
  if ('not' in test) return !values.some((value) => [test.not].flat().includes(value));
  const number = Number(values[0] ?? NaN);
  return 'over' in test ? number > test.over : number <= test.atMost;
}
