import type { Calendar } from './calendar.js';
import type { Duration } from './duration.js';
import { spansOf } from './working-day.js';
import { addDuration, nextOpening, toLocal } from './working-time.js';
import { MINUTE, dateOf, instantOf, localDay } from './zone-time.js';

/**
 * One line of how a deadline came about: data for a phrase. Dates and times in `detail` are the calendar's local ones.
 * - `start`: `started`, and `countsFrom` when that is later (the next opening)
 * - `step`: `counted` is `working-day` (`n`, `date`), `working-time` (`from`, `to`, `minutes`), `elapsed` (`unit`, `count`),
 *   `given` (a stated time), `month-end`, or `extension` (`by`, `because`)
 * - `excluded`: `date`, `because` is `exception` (a holiday) or `weekday`
 * - `paused`: `from`, `to` (absent while it lasts), `because`; `at` is the due time after it
 * - `due`: `dueAt`, and `uncoveredYear` when the calendar does not know that year's holidays
 */
export interface ExplainedLine {
  at: Date;
  text: 'start' | 'step' | 'excluded' | 'paused' | 'due';
  detail: Record<string, string>;
}

/** How `addDuration` comes to its answer: a line for each working day or block counted, and for each day left out. */
export function explainDuration(start: Date, duration: Duration, calendar: Calendar): ExplainedLine[] {
  const due = addDuration(start, duration, calendar);
  switch (duration.unit) {
    case 'working-days':
      return workingDayLines(start, calendar, due);
    case 'working-hours':
      return workingTimeLines(nextOpening(start, calendar), due, calendar);
    case 'month-end':
      return [{ at: due, text: 'step', detail: { counted: 'month-end' } }];
    default:
      return [
        { at: due, text: 'step', detail: { counted: 'elapsed', unit: duration.unit, count: `${duration.count}` } },
      ];
  }
}

function workingDayLines(start: Date, calendar: Calendar, due: Date): ExplainedLine[] {
  let n = 0;
  return daysOf(nextOpening(start, calendar), due, calendar)
    .slice(1)
    .map((day) => {
      if (spansOf(day, calendar).length === 0) return excludedLine(day, calendar);
      const at = addDuration(start, { unit: 'working-days', count: ++n }, calendar);
      return { at, text: 'step', detail: { counted: 'working-day', n: `${n}`, date: dateOf(day) } };
    });
}

function workingTimeLines(opening: Date, due: Date, calendar: Calendar): ExplainedLine[] {
  return daysOf(opening, due, calendar).flatMap((day) => {
    const spans = spansOf(day, calendar);
    if (spans.length === 0) return [excludedLine(day, calendar)];
    return spans
      .map(({ from, to }) => ({ from: Math.max(from, opening.getTime()), to: Math.min(to, due.getTime()) }))
      .filter(({ from, to }) => from < to)
      .map(({ from, to }) => workingTimeLine(new Date(from), new Date(to), calendar));
  });
}

function workingTimeLine(from: Date, to: Date, { zone }: Calendar): ExplainedLine {
  const minutes = `${Math.round((to.getTime() - from.getTime()) / MINUTE)}`;
  return {
    at: to,
    text: 'step',
    detail: { counted: 'working-time', from: toLocal(from, zone), to: toLocal(to, zone), minutes },
  };
}

function excludedLine(day: number, { days, zone }: Calendar): ExplainedLine {
  const date = dateOf(day);
  const because = days[date] === 'off' ? 'exception' : 'weekday';
  return { at: new Date(instantOf(day, 0, zone)), text: 'excluded', detail: { date, because } };
}

function daysOf(from: Date, to: Date, { zone }: Calendar): number[] {
  const first = localDay(from.getTime(), zone);
  return Array.from({ length: localDay(to.getTime(), zone) - first + 1 }, (_, index) => first + index);
}
