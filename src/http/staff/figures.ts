import type { Calendar } from '../../domain/calendar.js';
import type { Case } from '../../domain/case.js';
import { viewClock } from '../../domain/clock.js';

const WEEK_MS = 7 * 86_400_000;

export interface Kept {
  kept: number;
  missed: number;
}
export interface Week extends Kept {
  from: Date;
  opened: number;
  closed: number;
}

/** What a period's cases come to: how many, of what, how the promised times went, what was paid, what customers said. */
export interface Figures {
  weeks: Week[];
  causes: { category: string; count: number }[];
  /** By stage, and by who owned the clock, week by week. */
  stages: { id: string; weeks: Kept[] }[];
  teams: { id: string; weeks: Kept[] }[];
  paid: number;
  satisfaction: { category: string; count: number; mean: number }[];
  reopened: number;
}

/** Of the cases opened from then on, of one procedure; the weeks count back from `until`. */
export function figuresOf(cases: Case[], calendar: Calendar, weeks: number, until: Date): Figures {
  const start = until.getTime() - weeks * WEEK_MS;
  const weekOf = (at: Date) => Math.floor((at.getTime() - start) / WEEK_MS);
  const rows = Array.from({ length: weeks }, (_, n): Week => {
    return { from: new Date(start + n * WEEK_MS), opened: 0, closed: 0, kept: 0, missed: 0 };
  });
  const byStage = new Map<string, Kept[]>();
  const byTeam = new Map<string, Kept[]>();
  const inWeek = (map: Map<string, Kept[]>, id: string, week: number) => {
    const found = map.get(id) ?? rows.map(() => ({ kept: 0, missed: 0 }));
    map.set(id, found);
    return found[week]!;
  };
  for (const of of cases) {
    const opened = rows[weekOf(of.openedAt)];
    if (opened) opened.opened += 1;
    const closed = of.closedAt && of.status === 'closed' ? rows[weekOf(of.closedAt)] : undefined;
    if (closed) closed.closed += 1;
    for (const clock of of.clocks) {
      const { state, breached, dueAt, charged } = viewClock(clock, calendar);
      const over = state === 'met' || state === 'missed' || breached === true;
      const week = weekOf(dueAt);
      if (!over || !rows[week] || clock.of !== 'stage') continue;
      const how = breached || state === 'missed' ? 'missed' : 'kept';
      rows[week][how] += 1;
      inWeek(byStage, clock.id, week)[how] += 1;
      if (charged) inWeek(byTeam, charged, week)[how] += 1;
    }
  }
  const spread = (map: Map<string, Kept[]>) => [...map].map(([id, week]) => ({ id, weeks: week }));
  return {
    weeks: rows,
    causes: counted(cases.map(({ category = '' }) => category)),
    stages: spread(byStage),
    teams: spread(byTeam),
    paid: cases.flatMap(({ remedies }) => remedies).reduce((sum, one) => sum + paidBy(one), 0),
    satisfaction: meanScores(cases),
    reopened: cases.filter(({ reopened }) => reopened > 0).length,
  };
}

const paidBy = ({ state, amount }: Case['remedies'][number]) => (state === 'done' ? (amount ?? 0) : 0);

function counted(ids: string[]): Figures['causes'] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([category, count]) => ({ category, count })).sort((a, b) => b.count - a.count);
}

function meanScores(cases: Case[]): Figures['satisfaction'] {
  const scores = new Map<string, number[]>();
  for (const { category = '', survey } of cases)
    if (survey.score !== undefined) scores.set(category, [...(scores.get(category) ?? []), survey.score]);
  return [...scores].map(([category, all]) => {
    return { category, count: all.length, mean: all.reduce((sum, one) => sum + one, 0) / all.length };
  });
}
