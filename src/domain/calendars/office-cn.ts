import { createRequire } from 'node:module';
import type { Block, Calendar } from '../calendar.js';

// The package's functions read dates in the zone of the machine; its data does not.
const chineseDays = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
};

const OFFICE_DAY: Block[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];

/** Office hours in China, Monday to Friday, with the public holidays and make-up working days announced so far. */
export const officeCn: Calendar = {
  id: 'office-cn',
  zone: 'Asia/Shanghai',
  week: { 1: OFFICE_DAY, 2: OFFICE_DAY, 3: OFFICE_DAY, 4: OFFICE_DAY, 5: OFFICE_DAY },
  days: {
    ...mark(Object.keys(chineseDays.holidays), 'off'),
    ...mark(Object.keys(chineseDays.workdays), 'work'),
  },
  years: [...new Set(Object.keys(chineseDays.holidays).map((date) => Number(date.slice(0, 4))))].sort(),
};

function mark(dates: string[], what: 'off' | 'work'): Calendar['days'] {
  return Object.fromEntries(dates.map((date) => [date, what]));
}
