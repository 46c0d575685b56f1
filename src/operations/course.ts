import { factsOf, lapOf } from '../domain/case-facts.js';
import { missingForClosing } from '../domain/closing-needs.js';
import { firstThat } from '../domain/condition.js';
import type { Branch, StageClock } from '../domain/playbook.js';
import { missingNeeds } from '../domain/stage-needs.js';
import { hasAccepted, ownerOf, stageOf } from '../domain/stage-owner.js';
import { startCaseClocks } from './case-clocks.js';
import type { CaseWork } from './case-work.js';
import { close } from './closing.js';
import { holdByAnother } from './hold-by-another.js';
import { lapse } from './lapse.js';
import { settleOwner } from './settle-owner.js';
import { beginClock, meetClocks } from './running-clocks.js';
import { stopWaiting } from './waiting.js';

/** After something was recorded: takes the branch that the operation opens at once, or moves on when nothing is missing. */
export function advance(work: CaseWork, performed?: { verb: string; args: Record<string, unknown> }): void {
  const stage = stageOf(work.of, work.playbook);
  const facts = factsOf(work.of, performed?.args);
  const at =
    performed &&
    firstThat(
      (stage.on ?? []).filter(({ verb }) => verb === performed.verb),
      facts,
    );
  if (at) return goTo(work, at, String(performed.args.reason ?? performed.args.note ?? ''));
  const next = isDone(work) ? firstThat(stage.next, factsOf(work.of)) : undefined;
  if (next && !(next.to === 'closed' && missingForClosing(work.of, work.playbook).length > 0)) return goTo(work, next);
  settleOwner(work, 'changed');
}

export function goTo(work: CaseWork, branch: Branch, reason = ''): void {
  const { of } = work;
  leave(work);
  if (branch.again) {
    of.rounds += 1;
    lapse(work);
  }
  if (branch.to === 'closed') return close(work, { tell: branch.tell, noSurvey: branch.noSurvey, reason });
  enter(work, branch.to);
  if (branch.another) holdByAnother(work);
  settleOwner(work, branch.again ? 'again' : 'entered', reason);
}

/** Ends the stay in the present stage: its clock is met, or missed. */
export function leave(work: CaseWork): void {
  const { of } = work;
  const here = of.course.at(-1);
  if (!here) return;
  stopWaiting(work);
  meetClocks(work, (clock) => clock.of === 'stage' && clock.entry === of.course.length);
  here.leftAt = work.now;
  startCaseClocks(work, (start) => 'leaving' in start && start.leaving === here.stage);
}

export function enter(work: CaseWork, stage: string): void {
  const { of, playbook } = work;
  const from = of.course.length > 0 ? of.stage : undefined;
  of.stage = stage;
  of.course.push({ stage, at: work.now, from, lap: lapOf(of), owners: [], roles: [] });
  work.note('entered', { stage }, 'desk');
  const clock = firstThat(stageOf(of, playbook).clock ?? [], factsOf(of));
  const duration = clock && durationOf(work, clock);
  if (clock && duration) beginClock(work, { id: clock.id ?? stage, of: 'stage', duration, unpaused: clock.unpaused });
}

function durationOf(work: CaseWork, clock: StageClock) {
  if ('duration' in clock) return clock.duration;
  const due = dueAfterVisit(work, clock.afterVisit);
  return due && { unit: 'until' as const, at: due };
}

/** So many minutes after the time appointed last. */
export function dueAfterVisit(work: CaseWork, minutes: number): Date | undefined {
  const visit = work.of.visits.at(-1);
  return visit && new Date(new Date(visit.at).getTime() + minutes * 60_000);
}

function isDone(work: CaseWork): boolean {
  const { of, playbook } = work;
  if (missingNeeds(of, playbook, stageOf(of, playbook)).length > 0) return false;
  return !ownerOf(of, playbook).customer || hasAccepted(of);
}
