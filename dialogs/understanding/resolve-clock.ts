import { addDays, clockText, dayText, type Day } from './civil.js';
import type { ClockMention, DayPart, SaidPart } from './mentions.js';

/** A point of time in canonical form, with the reading that was not chosen. */
export interface Resolved {
  value: string;
  vague?: boolean;
  other?: string;
}

export const partName = (part: SaidPart): DayPart => (part === 'dawn' ? 'night' : part);

/** A day and a part of it: `2026-03-02 evening`. */
export const partOfDay = (day: Day, part: SaidPart): Resolved => ({
  value: `${dayText(day)} ${partName(part)}`,
  vague: true,
});

/**
 * A day and an hour as said: `2026-03-01 14:00`. `nightOf` tells that the day is named by its evening (昨晚, last night),
 * so that small hours belong to the day after.
 */
export function timeOfDay(day: Day, clock: ClockMention, nightOf = false): Resolved {
  const hour = clock.hour ?? 0;
  const minute = clock.minute ?? 0;
  const at = (hours: number, days = 0): string => {
    const over = Math.floor(hours / 24);
    return `${dayText(addDays(day, days + over))} ${clockText(hours % 24, minute)}`;
  };
  if (hour > 12 || hour === 0 || (clock.exact && !nightOf)) return { value: at(hour) };
  switch (clock.part) {
    case 'dawn':
      return { value: at(hour % 12) };
    case 'morning':
      return { value: at(hour) };
    case 'noon':
      return { value: at(hour < 4 ? hour + 12 : hour) };
    case 'afternoon':
      return { value: at(hour === 12 ? 12 : hour + 12) };
    case 'evening':
    case 'night':
      if (hour === 12) return { value: at(24) };
      if (hour >= 5) return { value: at(hour + 12) };
      return nightOf ? { value: at(hour, 1) } : { value: at(hour, 1), other: at(hour) };
  }
  if (clock.exact) return { value: at(hour < 5 ? hour + 24 : hour) };
  const later = hour === 12 ? 12 : hour + 12;
  const earlier = hour % 12;
  return hour < 7 || hour === 12 ? { value: at(later), other: at(earlier) } : { value: at(earlier), other: at(later) };
}
