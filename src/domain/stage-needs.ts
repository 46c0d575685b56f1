import type { Case, CaseRecord } from './case.js';
import { factsOf, recordsHere } from './case-facts.js';
import { holds } from './condition.js';
import type { Need, Playbook, Stage } from './playbook.js';
import { isOrAbove } from './superiors.js';

/** The needs of the present stage that its records do not satisfy yet. */
export function missingNeeds(of: Case, playbook: Playbook, stage: Stage): Need[] {
  const facts = factsOf(of);
  return stage.needs.filter((need) => holds(need.when, facts) && !isSatisfied(need, recordsHere(of), of, playbook));
}

/** Whether these records do what a need asks. */
export function isSatisfied(need: Need, records: CaseRecord[], of: Case, playbook: Playbook): boolean {
  if (need.orClock && wasMissed(of, need.orClock)) return true;
  const matching = records.filter((record) => matches(need, record, playbook));
  if (need.each) return lackingRole(need, records, of) === undefined;
  return (
    matching.length > 0 &&
    (need.with ?? []).every((name) => matching.some(({ args }) => isGiven(args[name]))) &&
    hasAll(need, matching) &&
    hasDistinct(need, matching, of) &&
    !of.actions.some(({ kind, state }) => state === 'open' && need.allDone?.includes(kind))
  );
}

/** Whether a record is of the kind that a need speaks of, whatever else the need asks. */
export function matches(need: Need, { verb, args, roles }: CaseRecord, playbook: Playbook): boolean {
  return (
    verb === need.verb &&
    Object.entries(need.where ?? {}).every(([name, values]) => values.includes(String(args[name] ?? ''))) &&
    Object.entries(need.whereNot ?? {}).every(([name, values]) => !values.includes(String(args[name] ?? ''))) &&
    (!need.by ||
      need.by.includes('assigned') ||
      need.by.some((role) => roles.some((one) => isOrAbove(playbook, one, [role]))))
  );
}

/** Of several roles that must perform a verb in order: the one whose turn it is. */
export function lackingRole(need: Need, records: CaseRecord[], of: Case): string | undefined {
  const facts = factsOf(of);
  const wanted = (need.each?.roles ?? []).filter(({ when }) => holds(when, facts));
  return wanted.find(({ role }) => !records.some(({ verb, args }) => verb === need.verb && args.as === role))?.role;
}

function hasAll({ all }: Need, matching: CaseRecord[]): boolean {
  if (!all) return true;
  const given = new Set(matching.flatMap(({ args }) => listOf(args[all.argument])));
  return all.of.every((one) => given.has(one)) || matching.some(({ args }) => all.or && isGiven(args[all.or]));
}

function hasDistinct({ distinct }: Need, matching: CaseRecord[], of: Case): boolean {
  if (!distinct) return true;
  const given = new Set(matching.map(({ args }) => String(args[distinct.argument] ?? '')));
  const facts = factsOf(of);
  return (
    distinct.among.filter((one) => given.has(one)).length >= distinct.count &&
    (distinct.including ?? []).every(({ when, value }) => !holds(when, facts) || given.has(value))
  );
}

function wasMissed(of: Case, id: string): boolean {
  return of.clocks.some(
    (clock) =>
      clock.id === id && clock.entry === of.course.length && clock.events.some(({ what }) => what === 'missed'),
  );
}

/** The entries of a comma-separated argument. */
export function listOf(value: unknown): string[] {
  return String(value ?? '')
    .split(/[,，、]/)
    .map((one) => one.trim())
    .filter(Boolean);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== '';
}
