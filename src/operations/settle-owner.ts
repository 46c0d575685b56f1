import { remediesOf, sumOf } from '../domain/case-facts.js';
import { dueAtOf } from '../domain/clock.js';
import type { Phrase } from '../domain/phrase.js';
import { ownerOf, stageOf, type StageOwner } from '../domain/stage-owner.js';
import { holdersOf, superiorOf } from '../domain/staff-choice.js';
import type { CaseWork } from './case-work.js';
import { isGoing } from './running-clocks.js';
import { beginWaiting, stopWaiting } from './waiting.js';
import { promise, stageLabel } from './wordings.js';

/** Brings the case in line with who owns its stage now: waiting for the customer or not, and the new owners are told. */
export function settleOwner(work: CaseWork, why: 'entered' | 'again' | 'changed', reason = ''): void {
  const { of, playbook } = work;
  const owner = ownerOf(of, playbook);
  const names = owner.person ? [owner.person.name] : owner.roles;
  const before = of.owners;
  of.owners = names;
  const here = of.course.at(-1);
  // Whoever owned the stage for a while keeps sight of the case.
  if (here) {
    here.owners = [...new Set([...here.owners, ...names])];
    here.roles = [...new Set([...here.roles, ...rolesOf(owner)])];
  }
  if (owner.customer) {
    if (of.status !== 'waiting-for-customer') beginWaiting(work);
    return;
  }
  if (of.status === 'waiting-for-customer') stopWaiting(work);
  if (why === 'changed' && names.every((name) => before.includes(name))) return;
  tellOwners(work, owner, why, reason);
}

/** The roles in which a stage is owned; a person's own where none of theirs is the stage's. */
function rolesOf({ customer, roles, person }: StageOwner): string[] {
  if (customer || !person) return customer ? [] : roles;
  const held = roles.filter((role) => person.roles.includes(role));
  return held.length > 0 ? held : person.roles;
}

function tellOwners(work: CaseWork, owner: StageOwner, why: 'entered' | 'again' | 'changed', reason: string): void {
  const phrase = stagePhrase(work, owner, why);
  if (owner.person) work.notify({ person: owner.person.name }, phrase);
  else for (const role of owner.roles) work.notify({ role }, phrase);
  if (owner.also) work.notify({ person: owner.also }, phrase);
  if (why === 'again' && reason) {
    const values = { number: work.of.number, count: work.of.rounds, reason };
    const round: Phrase = { key: 'notify.round', values };
    for (const name of owner.person ? [owner.person.name] : owner.roles) work.notifyName(name, round);
  }
  if (!owner.person) tellIfNobody(work, owner);
}

/** When recusal or role leaves nobody, the next superior may assign. */
function tellIfNobody(work: CaseWork, { roles }: StageOwner): void {
  const { of, playbook, context } = work;
  if (roles.some((role) => holdersOf(role, of, playbook, context.staff).length > 0)) return;
  const to = superiorOf(roles, of, playbook, context.staff) ?? 'admin';
  const values = { number: of.number, stage: stageLabel(playbook, of.stage) };
  work.notify({ role: to }, { key: 'notify.nobody', values }, true);
}

function stagePhrase(work: CaseWork, owner: StageOwner, why: 'entered' | 'again' | 'changed'): Phrase {
  const { of, playbook } = work;
  const { number } = of;
  const stage = stageLabel(playbook, of.stage);
  if (stageOf(of, playbook).approval?.what === 'remedies' && remediesOf(of).length > 0) {
    const amount = sumOf(remediesOf(of));
    const what = { list: remediesOf(of).map(({ text, kind }) => text ?? remedyLabel(work, kind)) };
    return amount > 0
      ? { key: 'notify.approval.amount', values: { number, what, amount: { amount } } }
      : { key: 'notify.approval', values: { number, what } };
  }
  if (why === 'changed' && owner.person) return { key: 'notify.assigned', values: { number, stage } };
  const clock = of.clocks.findLast((one) => one.of === 'stage' && one.entry === of.course.length && isGoing(one));
  if (!clock) return { key: 'notify.stage.undated', values: { number, stage } };
  return { key: 'notify.stage', values: { number, stage, by: promise(dueAtOf(clock, playbook.calendar)) } };
}

function remedyLabel({ playbook }: CaseWork, kind: string) {
  const label = playbook.remedies.find(({ id }) => id === kind)?.label;
  return label ? { texts: label } : kind;
}
