import { useTranslation } from 'react-i18next';
import type { DayOf } from './year.js';

const CLASS = { off: 'hol', makeUp: 'mk', free: 'off', working: '' };

interface Props {
  /** From 0. */
  index: number;
  days: DayOf[];
  today: string;
  chosen: string;
  onChoose: (date: string) => void;
}

/** One month as a grid of days; each says what it is. */
export function Month({ index, days, today, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const worked = days.filter(({ kind }) => kind === 'working' || kind === 'makeUp').length;
  const words = (key: string) => t(key, { returnObjects: true }) as string[];
  const kinds = { off: 'isOff', makeUp: 'isMakeUp', free: 'isFree', working: 'isWorking' } as const;
  const before = (days[0]?.weekday ?? 1) - 1;
  return (
    <section className="month">
      <h3>
        {words('pages.calendars.months')[index]}
        <span className="k">{t('pages.calendars.working', { count: worked })}</span>
      </h3>
      <div className="d">
        {words('pages.calendars.short').map((one, n) => (
          <span key={n} className="w" aria-hidden="true">
            {one}
          </span>
        ))}
        {Array.from({ length: before }, (_, n) => (
          <span key={`b${n}`} />
        ))}
        {days.map(({ date, day, kind }) => (
          <button
            key={date}
            type="button"
            className={`${CLASS[kind]} ${date === today ? 'today' : ''} ${date === chosen ? 'sel' : ''}`}
            aria-label={`${date}: ${t(`pages.calendars.${kinds[kind]}`)}`}
            aria-pressed={date === chosen}
            onClick={() => onChoose(date)}
          >
            {day}
          </button>
        ))}
      </div>
    </section>
  );
}
