import { useTranslation } from 'react-i18next';
import type { Report } from '../api/report-shapes.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { shareOf } from './shares.js';

const [WIDE, TALL] = [600, 120];

/** What came in and what was closed, week by week: as lines, and as the table that says the same. */
export function Weeks({ weeks }: { weeks: Report['weeks'] }) {
  const { t } = useTranslation();
  const { language } = useLabels();
  const most = Math.max(1, ...weeks.flatMap(({ opened, closed }) => [opened, closed]));
  const line = (key: 'opened' | 'closed') =>
    weeks
      .map((week, n) => `${(n / Math.max(1, weeks.length - 1)) * WIDE},${TALL - (week[key] / most) * TALL}`)
      .join(' ');
  const day = (at: string) => moment(at, language, new Date()).replace(/ ?\d\d:\d\d$/, '');
  return (
    <section>
      <h2 className="h2">{t('pages.reports.trend')}</h2>
      <p className="legend">
        {(['opened', 'closed'] as const).map((key) => (
          <span key={key}>
            <span className={`line-key ${key}`} aria-hidden="true" />
            {t(`pages.reports.${key}`)}
          </span>
        ))}
      </p>
      <svg className="trend" viewBox={`0 -4 ${WIDE} ${TALL + 8}`} preserveAspectRatio="none" aria-hidden="true">
        <polyline className="closed" points={line('closed')} />
        <polyline className="opened" points={line('opened')} />
      </svg>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('pages.reports.trend')}>
        <table className="grid bare">
          <thead>
            <tr>
              {(['week', 'opened', 'closed', 'kept', 'missed', 'share'] as const).map((head) => (
                <th key={head} scope="col" className={head === 'week' ? '' : 'ends'}>
                  {t(`pages.reports.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.from}>
                <td className="num">{day(week.from)}</td>
                <td className="num ends">{week.opened}</td>
                <td className="num ends">{week.closed}</td>
                <td className="num ends">{week.kept}</td>
                <td className={`num ends ${week.missed > 0 ? 'late' : ''}`}>{week.missed}</td>
                <td className="num ends">{shareOf(week) === undefined ? '–' : `${Math.round(shareOf(week) ?? 0)}%`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
