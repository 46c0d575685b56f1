import type { CaseClockEntry } from '../domain/case.js';
import { breachClock, dueAtOf, fireMark, stopClock, type MarkPercent } from '../domain/clock.js';
import { rulesOf } from '../domain/common-rules.js';
import type { Phrase, PhraseValue } from '../domain/phrase.js';
import { superiorOf } from '../domain/staff-choice.js';
import { ownerOf } from '../domain/stage-owner.js';
import { addDuration } from '../domain/working-time.js';
import { afterStop } from './case-clocks.js';
import type { CaseWork } from './case-work.js';
import { advance } from './course.js';
import { changeClocks, isGoing } from './running-clocks.js';
import { actingOwner, rolesHere } from './who-may.js';
import { clockLabel, promise, stageLabel, whoLabel } from './wordings.js';

/** Who is told of a clock, and charged: the people or roles, and the roles whose superiors are next. */
interface Concerned {
  names: string[];
  roles: string[];
}

/** A mark of a clock is reached: 80 % the owner, 100 % breach and the first superior, 150 % the next superior. */
export function markReached(work: CaseWork, id: string, nth: number, percent: MarkPercent): void {
  const clock = work.of.clocks.find((one) => one.id === id && one.round === nth);
  if (!clock || !isGoing(clock) || clock.marksFired.includes(percent)) return;
  if (percent === 80) tellOwner(work, clock);
  else if (percent === 100) breach(work, clock);
  else tellNext(work, clock);
  set(work, clock, (one) => fireMark(one, percent));
}

function tellOwner(work: CaseWork, clock: CaseClockEntry): void {
  for (const name of concernedBy(work, clock).names) work.notifyName(name, marked(work, clock, 80));
}

function breach(work: CaseWork, clock: CaseClockEntry): void {
  const { of, playbook, context, now } = work;
  work.note('breached', { clock: clock.id }, 'desk');
  if (clock.thirdParty) return missThirdParty(work, clock);
  const { names, roles } = concernedBy(work, clock);
  const charged = names[0] ?? '';
  set(work, clock, (one) => breachClock(one, now, charged));
  const superior = clock.noEscalation ? undefined : superiorOf(roles, of, playbook, context.staff);
  const values = { charged: whoLabel(work, charged) };
  for (const name of names) work.notifyName(name, marked(work, clock, 100, values));
  const acknowledgeBy = superior ? addDuration(now, rulesOf(playbook).acknowledge, playbook.calendar) : undefined;
  of.breaches.push({ clock: clock.id, nth: clock.round, at: now, superior, acknowledgeBy, told: superior ?? roles[0] });
  if (!superior || !acknowledgeBy) return;
  work.notify({ role: superior }, marked(work, clock, 100, values), true);
  const label = clockLabel(playbook, clock.id);
  const ask: Phrase = {
    key: 'notify.acknowledge',
    values: { number: of.number, clock: label, by: promise(acknowledgeBy) },
  };
  work.notify({ role: superior }, ask, true);
}

/** Nobody here is charged; the case goes on without the third party's answer when nothing else is missing. */
function missThirdParty(work: CaseWork, clock: CaseClockEntry): void {
  const { calendar } = work.playbook;
  const { party, tell } = clock.thirdParty!;
  const by = promise(dueAtOf(clock, calendar));
  set(work, clock, (one) => stopClock(breachClock(one, work.now), work.now, calendar));
  for (const role of tell) {
    work.notify({ role }, { key: 'notify.party', values: { number: work.of.number, party, by } });
  }
  afterStop(work, clock.id);
  advance(work);
}

function tellNext(work: CaseWork, clock: CaseClockEntry): void {
  const next = nextUp(work, clock);
  if (!next) return;
  const owner = whoLabel(work, work.of.owners[0] ?? '');
  const stage = stageLabel(work.playbook, work.of.stage);
  work.notify({ role: next }, marked(work, clock, 150, { owner, stage }), true);
}

/** The first superior did not acknowledge in time. */
export function notAcknowledged(work: CaseWork, id: string, nth: number): void {
  const { of, playbook } = work;
  const breach = of.breaches.find((one) => one.clock === id && one.nth === nth);
  const clock = of.clocks.find((one) => one.id === id && one.round === nth);
  if (!breach || !clock || breach.acknowledgedAt || breach.passedOn) return;
  breach.passedOn = true;
  const next = nextUp(work, clock);
  if (!next) return;
  const person = whoLabel(work, breach.superior ?? '');
  const values = { number: of.number, clock: clockLabel(playbook, id), person };
  work.notify({ role: next }, { key: 'notify.unacknowledged', values }, true);
}

/** Each time the next one up; undefined where nobody is above. */
function nextUp(work: CaseWork, clock: CaseClockEntry): string | undefined {
  const breach = work.of.breaches.find((one) => one.clock === clock.id && one.nth === clock.round);
  if (!breach?.told) return undefined;
  const next = superiorOf([breach.told], work.of, work.playbook, work.context.staff);
  if (next) breach.told = next;
  return next;
}

function concernedBy(work: CaseWork, clock: CaseClockEntry): Concerned {
  const { of, playbook, context } = work;
  if (clock.owner) {
    const person = context.staff.find(({ name }) => name === clock.owner);
    return { names: [clock.owner], roles: person ? rolesHere(person, playbook) : [clock.owner] };
  }
  const present = ownerOf(of, playbook);
  const owner = present.customer ? actingOwner(of, playbook) : present;
  if (!owner.person) return { names: owner.roles, roles: owner.roles.slice(0, 1) };
  const held = owner.roles.filter((role) => owner.person!.roles.includes(role));
  return { names: [owner.person.name], roles: held.length > 0 ? held : owner.person.roles };
}

function marked(
  work: CaseWork,
  clock: CaseClockEntry,
  percent: MarkPercent,
  more: Record<string, PhraseValue> = {},
): Phrase {
  const { of, playbook } = work;
  const by = promise(dueAtOf(clock, playbook.calendar));
  const values = { number: of.number, clock: clockLabel(playbook, clock.id), by, ...more };
  return { key: `notify.clock.${percent}`, values };
}

function set(work: CaseWork, { id, round }: CaseClockEntry, change: Parameters<typeof changeClocks>[2]): void {
  changeClocks(work.of, (clock) => clock.id === id && clock.round === round, change);
}
