import type { Case } from '../domain/case.js';
import { dueAtOf, type MarkPercent } from '../domain/clock.js';
import type { Obligation, ObligationKind } from '../domain/obligation.js';
import type { Phrase } from '../domain/phrase.js';
import { stageOf } from '../domain/stage-owner.js';
import { inWakingHours } from '../domain/working-time.js';
import { accept, refuseOutcome } from './answer-outcome.js';
import { isOver } from './check-verb.js';
import { CaseWork, type CaseContext } from './case-work.js';
import { advance } from './course.js';
import { markReached, notAcknowledged } from './escalation.js';
import { finish } from './finish.js';
import { obligationsOf } from './obligations-of.js';
import { promisedBy } from './promised-by.js';
import { isGoing, resumeClocks } from './running-clocks.js';
import { askSurvey, remindOfSurvey } from './survey.js';
import { informingRole, remindOfAsk } from './waiting.js';
import { promise } from './wordings.js';
import { addDuration } from '../domain/working-time.js';
import { rulesOf } from '../domain/common-rules.js';

/** The case after the desk kept a promise; that the promise no longer stands; or when to try again. */
export type DueDecision = { case: Case } | { stale: true } | { postponed: Date };

// Customers hear from the desk by day.
const BY_DAY: ObligationKind[] = [
  'acceptance-reminder',
  'question-reminder',
  'status-update',
  'survey',
  'survey-reminder',
];

/** What the desk itself does when a promise of a case is due. */
export function decideDue(of: Case, obligation: Obligation, context: CaseContext): DueDecision {
  const owed = obligationsOf(of, context.playbook).find(({ id }) => id === obligation.id);
  if (!owed) return { stale: true };
  if (owed.dueAt > context.now) return { postponed: owed.dueAt };
  const byDay = inWakingHours(context.now, context.playbook.calendar.zone);
  if (BY_DAY.includes(owed.kind) && byDay > context.now) return { postponed: byDay };
  const work = new CaseWork(of, context);
  work.note(owed.kind, owed.detail, 'desk');
  ACTS[owed.kind]?.(work, owed);
  return { case: finish(work, owed.id) };
}

const ACTS: Partial<Record<ObligationKind, (work: CaseWork, owed: Obligation) => void>> = {
  'clock-mark': (work, { detail }) => {
    const [clock, nth] = [String(detail.clock), Number(detail.nth)];
    if (detail.mark === 'unacknowledged') notAcknowledged(work, clock, nth);
    else markReached(work, clock, nth, Number(detail.mark) as MarkPercent);
  },
  'status-update': tellNothingNew,
  'acceptance-reminder': (work) => {
    if (work.of.asked) work.of.asked.remindedAt = work.now;
    remindOfAsk(work);
  },
  'acceptance-lapse': lapse,
  'question-reminder': remindOfQuestion,
  'question-lapse': (work) => {
    work.of.question = undefined;
    resumeClocks(work);
  },
  survey: askSurvey,
  'survey-reminder': remindOfSurvey,
  'survey-expiry': ({ of }) => {
    of.survey.state = 'expired';
  },
};

/** The longest silence is over: the customer hears where the case stands, bad news first, with the next date. */
function tellNothingNew(work: CaseWork): void {
  const { of, playbook, now, context } = work;
  of.heardAt = now;
  const by = promise(promisedBy(of, playbook) ?? now);
  const { number } = of;
  const label = stageOf(of, playbook).customerLabel;
  const late = of.clocks.findLast(
    (clock) => clock.of === 'stage' && clock.entry === of.course.length && isGoing(clock),
  );
  const isLate = late?.events.some(({ what }) => what === 'breached') && label !== 'you';
  const original = late && isLate ? promise(dueAtOf(late, playbook.calendar)) : undefined;
  const told = of.breaches.some(({ clock, superior }) => clock === late?.id && superior);
  const update: Phrase = original
    ? {
        key: told ? 'late.update' : 'status.late',
        values: { number, what: { phrase: { key: `what.${label}` } }, original, by },
      }
    : {
        key: 'update.silence',
        values: { number, stage: { phrase: { key: `stage.${label}` } }, by, link: context.linkOf(number) },
      };
  work.tell({ say: [update] }, { because: 'status-update', to: informingRole(work) });
}

/** Silence counts as acceptance, except where it never does: there somebody telephones. */
function lapse(work: CaseWork): void {
  const { of, playbook } = work;
  if (playbook.neverSilent) {
    if (of.asked) of.asked.calls += 1;
    const to = informingRole(work);
    work.oweCall(to, 'acceptance');
    const by = promise(addDuration(work.now, rulesOf(playbook).callWithin, playbook.calendar));
    const reason = { phrase: { key: 'state.waiting' } };
    work.notify({ role: to }, { key: 'notify.call', values: { number: of.number, by, reason } });
    return;
  }
  if (of.asked?.declinedAt) return refuseUnexplained(work);
  const to = informingRole(work);
  accept(work, 'silent');
  advance(work, { verb: 'accept-outcome', args: {} });
  work.notify({ role: to }, { key: 'notify.silent', values: { number: of.number } });
  if (!isOver(of)) tellGoesOn(work);
}

/** They did not accept and never said why: it is taken up again, and they hear by when. */
function refuseUnexplained(work: CaseWork): void {
  const { of, playbook, now } = work;
  refuseOutcome(work, '');
  if (isOver(of)) return;
  of.heardAt = now;
  const by = promise(promisedBy(of, playbook) ?? now);
  const say: Phrase = { key: 'refused.unexplained', values: { number: of.number, by } };
  work.tell({ say: [say], closes: ['acceptance', 'refuse-why'] }, { because: 'acceptance', to: informingRole(work) });
}

/** Their silence counted as agreement, and the case goes on: they hear what comes next. */
function tellGoesOn(work: CaseWork): void {
  const { of, playbook, now } = work;
  of.heardAt = now;
  const label = stageOf(of, playbook).customerLabel;
  const what: Phrase = { key: 'moved.solve' };
  const next: Phrase = { key: `stage.${label}` };
  const values = { number: of.number, what: { phrase: what }, next: { phrase: next } };
  const by = promise(promisedBy(of, playbook) ?? now);
  work.tell({ say: [{ key: 'update.stage', values: { ...values, by } }], closes: ['acceptance', 'refuse-why'] });
}

function remindOfQuestion(work: CaseWork): void {
  const { of, playbook } = work;
  if (!of.question) return;
  of.question.remindedAt = work.now;
  const by = promise(addDuration(of.question.at, rulesOf(playbook).questionExpiry, playbook.calendar));
  work.tell({ say: [{ key: 'asked.reminder', values: { number: of.number, text: of.question.text, by } }] });
}
