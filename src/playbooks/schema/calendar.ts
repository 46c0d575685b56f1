import { z } from 'zod';
import { calendarFaults, type Block, type Calendar } from '../../domain/calendar.js';
import { always } from '../../domain/calendars/always.js';
import { officeCn } from '../../domain/calendars/office-cn.js';
import { id, oneOrMore } from './values.js';

const BUILT_IN: Record<string, Calendar> = { [officeCn.id]: officeCn, [always.id]: always };
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const blocks = z
  .string()
  .regex(/^\d\d:\d\d-\d\d:\d\d( \d\d:\d\d-\d\d:\d\d)*$/, 'write the hours like "09:00-12:00 13:00-18:00"')
  .transform((text) => text.split(' ').map((block): Block => ({ from: block.slice(0, 5), to: block.slice(6) })));

const dates = oneOrMore(z.string()).optional();

const own = z
  .strictObject({
    id,
    zone: z.string(),
    week: z.partialRecord(z.enum(DAYS), blocks),
    off: dates,
    work: dates,
  })
  .transform(({ id: name, zone, week, off = [], work = [] }, context): Calendar => {
    const days: Calendar['days'] = {};
    for (const date of off) days[date] = 'off';
    for (const date of work) days[date] = 'work';
    const hours = DAYS.flatMap((day, index) => (week[day] ? [[index + 1, week[day]] as const] : []));
    const years = [...new Set([...off, ...work].map((date) => Number(date.slice(0, 4))))].sort();
    const calendar = { id: name, zone, week: Object.fromEntries(hours), days, years };
    for (const message of calendarFaults(calendar)) context.addIssue({ code: 'custom', message });
    return calendar;
  });

const builtIn = z.string().transform((name, context) => {
  const calendar = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
  if (calendar) return calendar;
  const names = Object.keys(BUILT_IN).join(', ');
  context.addIssue({ code: 'custom', message: `there is no calendar "${name}": write one of ${names}, or its hours` });
  return z.NEVER;
});

/** `office-cn`, `always`, or a calendar of one's own; by the value, so that errors speak of what was meant. */
export function calendarSchema(written: unknown): z.ZodType<Calendar> {
  return typeof written === 'object' ? own : builtIn;
}
