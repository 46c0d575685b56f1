import type { Case, CaseClockEntry } from './case.js';
import { viewClock } from './clock.js';
import type { Playbook } from './playbook.js';

/** Kept for deciding, not for reading. */
const INSIDE = [
  'assigned',
  'assignedAs',
  'assignedRole',
  'assignedBefore',
  'holder',
  'owners',
  'severitySet',
  'seenBy',
  'effects',
  'effectsDue',
  'customerId',
  'conversationId',
  'calls',
  'callbacks',
  'asked',
  'breaches',
  'records',
];

/** The case's JSON, as staff, transcripts and the API read it; instants are ISO strings. */
export function viewCase(of: Case, playbook: Playbook, now: Date): Record<string, unknown> {
  const shown = Object.fromEntries(Object.entries(of).filter(([key]) => !INSIDE.includes(key)));
  const view = {
    ...shown,
    playbook: of.playbook.id,
    owner: of.owners[0],
    assigned: of.assigned,
    severityBecause: of.severityBecause.length > 0 ? of.severityBecause.join('；') : undefined,
    recused: of.recused.map(({ name }) => name),
    clocks: clocksOf(of.clocks, playbook),
    findings: of.findings.map(({ checks, ...finding }) => ({ ...finding, checks: checks?.join(',') })),
    timeline: of.timeline.map(({ at, by, what, detail }) => ({
      at,
      by,
      what,
      ...(Object.keys(detail).length > 0 && { detail }),
    })),
    acknowledge: of.breaches
      .filter(({ superior, acknowledgedAt }) => superior && !acknowledgedAt)
      .map(({ clock }) => clock),
    readAt: now,
  };
  return JSON.parse(JSON.stringify(view)) as Record<string, unknown>;
}

/** By id: the latest of each, with the earlier ones as its history. */
function clocksOf(clocks: CaseClockEntry[], playbook: Playbook): Record<string, object> {
  const views: Record<string, { history: object[] }> = {};
  for (const clock of clocks) {
    const { id, round, state, startedAt, dueAt, breached, charged } = viewClock(clock, playbook.calendar);
    const before = views[id];
    const { history = [], ...last } = before ?? {};
    views[id] = Object.assign(
      { round, state, startedAt, dueAt, breached, charged },
      { history: before ? [...history, last] : [] },
    );
  }
  return views;
}
