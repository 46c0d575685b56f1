export interface CalendarOfYear {
  playbook: string;
  id: string;
  zone: string;
  week: Record<string, { from: string; to: string }[]>;
  /** The year's holidays are known. */
  covered: boolean;
  days: Record<string, 'off' | 'work'>;
}

export type DayKind = 'off' | 'makeUp' | 'free' | 'working';

export interface DayOf {
  date: string;
  day: number;
  /** 1 (Monday) to 7. */
  weekday: number;
  kind: DayKind;
}

const DAY_MS = 86_400_000;

/** The days of a month (from 1) with what each is by the calendar. */
export function monthOf(year: number, month: number, calendar: CalendarOfYear): DayOf[] {
  const first = Date.UTC(year, month - 1, 1);
  const count = (Date.UTC(year, month, 1) - first) / DAY_MS;
  return Array.from({ length: count }, (_, n) => {
    const at = new Date(first + n * DAY_MS);
    const date = at.toISOString().slice(0, 10);
    const weekday = at.getUTCDay() || 7;
    return { date, day: n + 1, weekday, kind: kindOf(date, weekday, calendar) };
  });
}

function kindOf(date: string, weekday: number, { week, days }: CalendarOfYear): DayKind {
  const works = (week[weekday] ?? []).length > 0;
  const exception = days[date];
  if (exception === 'off') return 'off';
  if (exception === 'work' && !works) return 'makeUp';
  return works ? 'working' : 'free';
}

/** The blocks of a day; a make-up day has its own or Monday's. */
export function blocksOf({ kind, weekday }: DayOf, { week }: CalendarOfYear): { from: string; to: string }[] {
  if (kind === 'off' || kind === 'free') return [];
  return week[weekday]?.length ? week[weekday] : (week[1] ?? []);
}
