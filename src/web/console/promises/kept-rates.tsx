import { useTranslation } from 'react-i18next';
import type { Kept, Report } from '../api/report-shapes.js';
import { Bar } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { fallingWeeks, shareOf, sumOf } from './shares.js';

const WELL = 95;
const FALLING = 3;
const [WIDE, TALL] = [84, 22];

/** How much of what was promised was kept, by kind and by whom, with a line of weeks each. */
export function KeptRates({ report }: { report: Report }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const groups = [
    { id: 'byStage', rows: report.stages, word: (id: string) => labels.of(report.playbook, 'stages', id) },
    { id: 'byTeam', rows: report.teams, word: (id: string) => labels.who(id, report.playbook) },
  ] as const;
  const any = report.stages.length > 0;
  const worst = groups
    .flatMap(({ rows, word }) => rows.map(({ id, weeks }) => ({ what: word(id), count: fallingWeeks(weeks) })))
    .sort((a, b) => b.count - a.count)[0];
  return (
    <section aria-labelledby="kept">
      <h2 className="h2" id="kept">
        {t('pages.kept.title')}
      </h2>
      {!any && <p className="k">{t('pages.kept.none')}</p>}
      {groups.map(
        ({ id, rows, word }) =>
          rows.length > 0 && (
            <div key={id}>
              <h3 className="k">{t(`pages.kept.${id}`)}</h3>
              {rows.map((row) => (
                <Rate key={row.id} name={word(row.id)} weeks={row.weeks} />
              ))}
            </div>
          ),
      )}
      {worst && worst.count >= FALLING && <p className="k">{t('pages.kept.falls', worst)}</p>}
    </section>
  );
}

function Rate({ name, weeks }: { name: string; weeks: Kept[] }) {
  const share = shareOf(sumOf(weeks)) ?? 100;
  const shares = weeks.flatMap((week, index) => {
    const part = shareOf(week);
    return part === undefined ? [] : [[(index / Math.max(1, weeks.length - 1)) * WIDE, TALL - (part / 100) * TALL]];
  });
  const end = shares.at(-1);
  return (
    <div className="rate">
      <span>{name}</span>
      <Bar percent={share} tone={share < WELL ? 'soon' : ''} />
      <span className="num">{Math.round(share)}%</span>
      <svg viewBox={`0 0 ${WIDE} ${TALL}`} aria-hidden="true">
        <polyline points={shares.map((point) => point.join(',')).join(' ')} />
        {end && <circle cx={end[0]} cy={end[1]} r={2.5} />}
      </svg>
    </div>
  );
}
