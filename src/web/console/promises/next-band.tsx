import { useQuery } from '@tanstack/react-query';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarOfYear } from '../admin/year.js';
import { get } from '../api/request.js';
import { useLabels } from '../words/labels.js';
import { timeOfDay, weekdayTime } from '../words/times.js';
import { dotsOf, placeOf, stretchesOf, type Stretch } from './band.js';
import type { Promised } from './promised.js';

const TONE = { broken: 'late', risk: 'soon', track: '', paused: '' };
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const EVERY = 180;
/** Nearer than that to the left the word would stand outside. */
const EDGE = 12;

/** The hours written below a stretch: its beginning, and every third hour within. */
const hoursOf = ({ from, to }: Stretch) => [
  from,
  ...Array.from({ length: 8 }, (_, n) => n * EVERY).filter((minutes) => minutes > from + 120 && minutes < to - 60),
];
const percentOf = (minutes: number, { from, to }: Stretch) => ((minutes - from) / (to - from)) * 100;

/** The coming hours to scale, with every promise where it is due; the words stand in the list below. */
export function NextBand({ all }: { all: Promised[] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const now = new Date();
  const { data } = useQuery({
    queryKey: ['calendars', now.getUTCFullYear()],
    queryFn: () =>
      get<{ calendars: CalendarOfYear[] }>(`/calendars?year=${now.getUTCFullYear()}`).then((one) => one.calendars),
  });
  const calendar = data?.[0];
  if (!calendar) return null;
  const stretches = stretchesOf(calendar, now);
  const dots = dotsOf(all, stretches, calendar.zone);
  const here = placeOf(now, stretches, calendar.zone);
  const style = (values: Record<string, number>) => values as unknown as CSSProperties;
  const isFirst = ({ date }: Stretch, index: number) => stretches.findIndex((one) => one.date === date) === index;
  return (
    <section aria-labelledby="band">
      <div className="inline">
        <h2 className="h2" id="band">
          {t('pages.kept.next')}
        </h2>
        <p className="legend end">
          {(['broken', 'risk', 'track'] as const).map((state) => (
            <span key={state}>
              <span className={`owed-key ${TONE[state]}`} aria-hidden="true" />
              {t(`promises.${state}`)}
            </span>
          ))}
          <span>
            <span className="swatch hol" aria-hidden="true" />
            {t('pages.kept.closed')}
          </span>
        </p>
      </div>
      <div className="band" aria-hidden="true">
        {stretches.map((one, index) => (
          <div key={`${one.date}${one.from}`} className={one.works ? 'blk' : 'gap'} style={style({ '--w': one.width })}>
            {one.works && isFirst(one, index) && (
              <span className="hd">{weekdayTime(`${one.date}T12:00:00Z`, labels.language, 'UTC').split(' ')[0]}</span>
            )}
            {one.works &&
              hoursOf(one).map((minutes) => (
                <span key={minutes} className="hr" style={style({ '--x': percentOf(minutes, one) })}>
                  {clock(minutes)}
                </span>
              ))}
            {dots[index]?.map(({ one: each, x, y }) => (
              <span key={each.id} className={`owed ${TONE[each.state]}`} style={style({ '--x': x, '--y': y })} />
            ))}
            {here?.stretch === index && (
              <span className={`nowl ${index === 0 && here.x < EDGE ? 'edge' : ''}`} style={style({ '--x': here.x })}>
                <span>{t('pages.kept.now', { at: timeOfDay(now, calendar.zone) })}</span>
              </span>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
