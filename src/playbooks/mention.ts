import type { Condition, ConditionTest, Need } from '../domain/playbook.js';
import type { Path } from './yaml-source.js';

/** What a name in a playbook stands for. */
export type Sort =
  | 'role'
  /** A role, or `assigned`. */
  | 'actor'
  /** A role, or `customer`. */
  | 'owner'
  | 'stage'
  /** A stage, or `closed`. */
  | 'way'
  | 'category'
  | 'severity'
  | 'nature'
  | 'target'
  | 'tier'
  | 'kind'
  | 'source'
  | 'department'
  | 'field'
  | 'remedy'
  | 'verb'
  | 'clock';

/** A name that a playbook uses, and where. */
export interface Mention {
  sort: Sort;
  name: string;
  path: Path;
}

export function mention(sort: Sort, names: string | string[] | undefined, path: Path): Mention[] {
  return [names ?? []].flat().map((name) => ({ sort, name, path }));
}

const SORT_OF_FACT: Record<string, Sort> = {
  kind: 'kind',
  source: 'source',
  category: 'category',
  nature: 'nature',
  severity: 'severity',
  target: 'target',
  tier: 'tier',
  department: 'department',
  from: 'stage',
  'approved-by': 'role',
  'remedies.kinds': 'remedy',
};

export function inCondition(when: Condition | undefined, path: Path): Mention[] {
  return Object.entries(when ?? {}).flatMap(([fact, test]) => {
    const at = [...path, 'when', fact];
    const [head, name] = fact.split('.');
    if (head === 'fields') return mention('field', name, at);
    if (head === 'record') return mention('verb', name, at);
    const sort = SORT_OF_FACT[fact];
    return sort ? mention(sort, valuesOf(test), at) : [];
  });
}

function valuesOf(test: ConditionTest): string[] {
  const values = typeof test === 'object' && !Array.isArray(test) && 'not' in test ? test.not : test;
  return [values].flat().filter((value) => typeof value === 'string');
}

export function inNeed(need: Need, path: Path): Mention[] {
  const remedies = need.verb === 'propose-remedy' ? [need.where?.kind, need.whereNot?.kind].flat() : [];
  return [
    ...mention('verb', need.verb, path),
    ...inCondition(need.when, path),
    ...mention('actor', need.by, [...path, 'by']),
    ...mention('clock', need.orClock, [...path, 'or-clock']),
    ...mention(
      'remedy',
      remedies.filter((kind) => kind !== undefined),
      [...path, 'where'],
    ),
    ...(need.byWhere ?? []).flatMap(({ by }) => mention('actor', by, [...path, 'by-where'])),
    ...(need.each?.roles ?? []).flatMap(({ role, when }) => [
      ...mention('role', role, [...path, 'each']),
      ...inCondition(when, [...path, 'each']),
    ]),
    ...(need.distinct?.including ?? []).flatMap(({ when }) => inCondition(when, [...path, 'distinct'])),
  ];
}

export function inNeeds(needs: Need[] | undefined, path: Path): Mention[] {
  return (needs ?? []).flatMap((need, index) => inNeed(need, [...path, index]));
}
