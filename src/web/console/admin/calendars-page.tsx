import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/request.js';
import { Failed, Icon, Waiting } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { wall } from '../words/times.js';
import { AdminFrame } from './admin-frame.js';
import { Month } from './month.js';
import { blocksOf, monthOf, type CalendarOfYear, type DayOf } from './year.js';

const KINDS = { off: 'isOff', makeUp: 'isMakeUp', free: 'isFree', working: 'isWorking' } as const;

/** When people work: twelve months of a procedure's calendar, and the chosen day's hours. */
export default function CalendarsPage() {
  const { t } = useTranslation();
  const labels = useLabels();
  const today = wall(new Date()).date;
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [chosen, setChosen] = useState<string>();
  const [date, setDate] = useState(today);
  const { data, error, refetch } = useQuery({
    queryKey: ['calendars', year],
    queryFn: () => get<{ calendars: CalendarOfYear[] }>(`/calendars?year=${year}`).then(({ calendars }) => calendars),
    placeholderData: (before) => before,
  });
  const calendar = data?.find(({ playbook }) => playbook === chosen) ?? data?.[0];
  const months = calendar ? Array.from({ length: 12 }, (_, n) => monthOf(year, n + 1, calendar)) : [];
  const days = months.flat();
  const count = (kind: DayOf['kind']) => days.filter((one) => one.kind === kind).length;
  const day = days.find((one) => one.date === date);
  const step = (by: number) => setYear(year + by);
  return (
    <AdminFrame
      page="calendars"
      side={
        <aside className="side year-side" aria-label={t('pages.calendars.day')}>
          {day && calendar && (
            <section>
              <h3 className="num">{day.date}</h3>
              <p>
                <span className={`st ${day.kind === 'makeUp' ? 'now' : ''}`}>
                  {t(`pages.calendars.${KINDS[day.kind]}`)}
                </span>
              </p>
              <p className="num">
                {blocksOf(day, calendar)
                  .map(({ from, to }) => `${from}–${to}`)
                  .join(', ')}
              </p>
            </section>
          )}
          <p className="k">{t('pages.calendars.from')}</p>
          {calendar && !calendar.covered && (
            <p className="notice soon">
              <Icon of={IconAlertTriangle} /> {t('pages.calendars.uncovered', { year })}
            </p>
          )}
        </aside>
      }
    >
      {!data && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting rows={8} />)}
      {calendar && (
        <>
          <div className="inline">
            {(data ?? []).map(({ playbook }) => (
              <button
                key={playbook}
                type="button"
                className="btn"
                aria-pressed={playbook === calendar.playbook}
                onClick={() => setChosen(playbook)}
              >
                {labels.book(playbook)?.title[labels.language]}
              </button>
            ))}
            <span className="k">{calendar.zone}</span>
            <span className="inline end">
              <button
                type="button"
                className="btn plain icon"
                aria-label={t('pages.calendars.before')}
                onClick={() => step(-1)}
              >
                <Icon of={IconChevronLeft} />
              </button>
              <h2 className="h2 num">{t('pages.calendars.year', { year })}</h2>
              <button
                type="button"
                className="btn plain icon"
                aria-label={t('pages.calendars.after')}
                onClick={() => step(1)}
              >
                <Icon of={IconChevronRight} />
              </button>
            </span>
          </div>
          <p className="legend month">
            <span>
              <span className="swatch hol" aria-hidden="true" />
              {t('pages.calendars.off', { count: count('off') })}
            </span>
            <span>
              <span className="swatch mk" aria-hidden="true" />
              {t('pages.calendars.makeUp', { count: count('makeUp') })}
            </span>
            <span>{t('pages.calendars.working', { count: count('working') + count('makeUp') })}</span>
          </p>
          <div className="months">
            {months.map((month, n) => (
              <Month key={n} index={n} days={month} today={today} chosen={date} onChoose={setDate} />
            ))}
          </div>
        </>
      )}
    </AdminFrame>
  );
}
