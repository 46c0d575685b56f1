import type { Case } from '../domain/case.js';
import { factsOf } from '../domain/case-facts.js';
import { firstThat, holds } from '../domain/condition.js';
import type { Allowed, Need, Playbook, Stage } from '../domain/playbook.js';
import { lackingRole } from '../domain/stage-needs.js';
import { holdsRole, ownerOf, stageOf, type StageOwner } from '../domain/stage-owner.js';
import type { Person } from '../domain/staff.js';
import { rolesAbove } from '../domain/superiors.js';
import { recordsHere } from '../domain/case-facts.js';

/** The roles of this playbook that somebody holds. */
export function rolesHere(person: Pick<Person, 'roles'>, playbook: Playbook): string[] {
  return person.roles.filter((role) => playbook.roles.some(({ id }) => id === role));
}

/** The role in which somebody may act for these roles: one of them, or one above. */
export function asOneOf(person: Person, roles: string[], playbook: Playbook, department?: string): string | undefined {
  return (
    roles.find((role) => holdsRole(person, role, playbook, department)) ??
    rolesHere(person, playbook).find((role) => roles.some((one) => rolesAbove(playbook, one).includes(role)))
  );
}

/** The role in which somebody acts for a stage's owner. */
export function asOwner(
  of: Case,
  playbook: Playbook,
  person: Person,
  owner = actingOwner(of, playbook),
): string | undefined {
  if (owner.also === person.name) return rolesHere(person, playbook)[0];
  if (!owner.person) return asOneOf(person, owner.roles, playbook, owner.department);
  const relevant = owner.roles.filter((role) => owner.person?.roles.includes(role));
  const theirs = relevant.length > 0 ? relevant : owner.person.roles;
  if (owner.person.name === person.name) return theirs[0] ?? rolesHere(person, playbook)[0];
  return rolesHere(person, playbook).find((role) => theirs.some((one) => rolesAbove(playbook, one).includes(role)));
}

/** Who owns the case now; while the customer does, those who owned the stage before. */
export function actingOwner(of: Case, playbook: Playbook): StageOwner {
  const owner = ownerOf(of, playbook);
  if (!owner.customer) return owner;
  const here = stageOf(of, playbook).owner;
  const staff = here === 'customer' ? undefined : here.find(({ roles }) => roles[0] !== 'customer')?.roles;
  const before = of.course.findLast(({ stage }) => stage !== of.stage)?.roles;
  return { customer: false, roles: staff ?? before ?? [], department: of.department };
}

/** What a stage says of a verb: a need or a further verb of it. */
export function rulesFor(stage: Stage, verb: string): (Need | Allowed)[] {
  return [...stage.needs, ...(stage.also ?? [])].filter((one) => one.verb === verb);
}

/** Whether a stage has a verb at all. */
export function stageHas(stage: Stage, verb: string): boolean {
  if (rulesFor(stage, verb).length > 0 || stage.on?.some((branch) => branch.verb === verb)) return true;
  if (verb === 'approve' || verb === 'refuse') return stage.approval !== undefined;
  return (verb === 'accept-outcome' || verb === 'refuse-outcome') && stage.acceptance !== undefined;
}

/** The role in which somebody may perform a verb of the present stage. */
export function asStageActor(
  of: Case,
  playbook: Playbook,
  person: Person,
  verb: string,
  args: object,
): string | undefined {
  const stage = stageOf(of, playbook);
  const facts = factsOf(of);
  const rules = rulesFor(stage, verb);
  const inForce = rules.filter(({ when }) => holds(when, facts));
  const fitting = inForce.filter((rule) => !('where' in rule) || fits(rule.where, args));
  const chosen = fitting.length > 0 ? fitting : inForce.length > 0 ? inForce : rules;
  if (chosen.length === 0) return asOwner(of, playbook, person);
  for (const rule of chosen) {
    if ('uninvolved' in rule && rule.uninvolved && hasPart(of, person, rule.verb)) continue;
    const role = asNamed(of, playbook, person, namedIn(rule, args));
    if (role) return role;
  }
  return undefined;
}

/** Whether somebody acted on the case, otherwise than by trying this before. */
function hasPart(of: Case, { name }: Person, verb: string): boolean {
  return of.records.some((record) => record.by === name && record.verb !== verb);
}

function namedIn(rule: Need | Allowed, args: object): string[] | undefined {
  const special = 'byWhere' in rule ? rule.byWhere?.find(({ where }) => fits(where, args)) : undefined;
  return special?.by ?? rule.by;
}

function asNamed(of: Case, playbook: Playbook, person: Person, by: string[] | undefined): string | undefined {
  if (!by) return asOwner(of, playbook, person);
  if (by.includes('assigned') && of.assigned === person.name) return rolesHere(person, playbook)[0];
  const roles = by.filter((role) => role !== 'assigned');
  return asOneOf(person, roles, playbook, of.department);
}

function fits(where: Record<string, string[]> | undefined, args: object): boolean {
  const values = args as Record<string, unknown>;
  return Object.entries(where ?? {}).every(([name, allowed]) => allowed.includes(String(values[name] ?? '')));
}

/** The roles that a stage's approval names for this case as it is. */
export function approversOf(of: Case, playbook: Playbook): string[] {
  const stage = stageOf(of, playbook);
  if (stage.approval?.by) return stage.approval.by;
  const turn = approvalTurn(of, playbook);
  if (turn) return [turn];
  if (stage.owner === 'customer') return [];
  return firstThat(stage.owner, factsOf(of))?.roles ?? [];
}

/** Where several roles approve one after another: whose turn it is. */
export function approvalTurn(of: Case, playbook: Playbook): string | undefined {
  const need = stageOf(of, playbook).needs.find(({ each }) => each);
  return need && lackingRole(need, recordsHere(of), of);
}

/** The ends of the chains above the case's owner. */
export function topsOf(of: Case, playbook: Playbook): string[] {
  return [...new Set(actingOwner(of, playbook).roles.map((role) => rolesAbove(playbook, role).at(-1) ?? role))];
}

/** Whether somebody stands above another: a role of theirs is above one that the other holds. */
export function isAbove(person: Person, other: Person, playbook: Playbook): string | undefined {
  const theirs = rolesHere(other, playbook);
  return rolesHere(person, playbook).find((role) => theirs.some((one) => rolesAbove(playbook, one).includes(role)));
}
