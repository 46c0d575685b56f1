import type { Case, CaseRecord, Remedy } from './case.js';
import type { Fact, Facts } from './condition.js';

/** rounds and re-openings so far: what was recorded in an earlier lap does not count. */
export function lapOf(of: Case): number {
  return of.rounds + of.reopened;
}

/** The records of the present stage entry. */
export function recordsHere(of: Case): CaseRecord[] {
  return of.records.filter(({ entry }) => entry === of.course.length);
}

/** The remedies of this round that were not refused. */
export function remediesOf(of: Case): Remedy[] {
  return of.remedies.filter(({ lap, state }) => lap === lapOf(of) && state !== 'refused');
}

export function sumOf(remedies: Remedy[]): number {
  return remedies.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}

/** What the paths of a playbook's conditions name on this case; `args` are those of the operation just performed. */
export function factsOf(of: Case, args: Record<string, unknown> = {}): Facts {
  return (path) => {
    const [head = '', ...rest] = path.split('.');
    const tail = rest.join('.');
    switch (head) {
      case 'fields':
        return of.fields[tail];
      case 'args':
        return plain(args[tail]);
      case 'remedies':
        return tail === 'sum' ? sumOf(remediesOf(of)) : remediesOf(of).map(({ kind }) => kind);
      case 'finding':
        return finding(of, tail);
      case 'record':
        return recorded(of, rest[0] ?? '', rest.slice(1).join('.'));
      case 'from':
        return of.course.at(-1)?.from;
      case 'approved-by':
        return recordsHere(of).flatMap(({ verb, args: { as } }) => (verb === 'approve' && as ? [String(as)] : []));
      default:
        return plain((of as unknown as Record<string, unknown>)[head]);
    }
  };
}

function finding(of: Case, name: string): Fact {
  const last = of.findings.findLast((one) => one.lap === lapOf(of));
  return name === 'at-fault' ? last?.atFault : plain((last as Record<string, unknown> | undefined)?.[name]);
}

function recorded(of: Case, verb: string, argument: string): Fact {
  const records = recordsHere(of).filter((record) => record.verb === verb);
  if (!argument) return records.length > 0 ? 'yes' : undefined;
  return plain(records.findLast(({ args }) => args[argument] !== undefined)?.args[argument]);
}

function plain(value: unknown): Fact {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return Array.isArray(value) ? value.map(String) : undefined;
}
