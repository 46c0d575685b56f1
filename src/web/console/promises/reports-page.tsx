import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaybooks, useReport } from '../api/queries.js';
import type { Report } from '../api/shapes.js';
import { Frame } from '../frame/frame.js';
import { Bar, Failed, Waiting } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { shareOf, sumOf } from './shares.js';
import { Weeks } from './weeks.js';

const PERIODS = [4, 8, 13, 26, 52];

/** What a period came to: one sentence, then each chart with its table. */
export default function ReportsPage() {
  const { t } = useTranslation();
  const labels = useLabels();
  const { data: playbooks } = usePlaybooks();
  const [chosen, setChosen] = useState<string>();
  const [weeks, setWeeks] = useState(8);
  const playbook = chosen ?? playbooks?.[0]?.id;
  const { data, error, refetch } = useReport(playbook, weeks);
  return (
    <Frame title={t('pages.reports.title')}>
      <div className="ov">
        <div className="inline">
          <select
            className="in pick-report"
            aria-label={t('pages.reports.playbook')}
            value={playbook}
            onChange={(event) => setChosen(event.target.value)}
          >
            {playbooks?.map(({ id, title }) => (
              <option key={id} value={id}>
                {title[labels.language]}
              </option>
            ))}
          </select>
          <select
            className="in pick-report"
            aria-label={t('pages.reports.period')}
            value={weeks}
            onChange={(event) => setWeeks(Number(event.target.value))}
          >
            {PERIODS.map((count) => (
              <option key={count} value={count}>
                {t('pages.reports.weeks', { count })}
              </option>
            ))}
          </select>
        </div>
        {!data && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting rows={6} />)}
        {data && <Told report={data} />}
      </div>
    </Frame>
  );
}

function Told({ report }: { report: Report }) {
  const { t } = useTranslation();
  const sum = (key: 'opened' | 'closed') => report.weeks.reduce((all, week) => all + week[key], 0);
  const share = shareOf(sumOf(report.weeks));
  const [opened, closed] = [sum('opened'), sum('closed')];
  const sentence =
    share === undefined
      ? t('pages.reports.counted', { opened, closed })
      : t('pages.reports.sentence', { opened, closed, percent: `${share.toFixed(1)}%` });
  return (
    <>
      <p className="report-first">{opened === 0 ? t('pages.reports.quiet') : sentence}</p>
      <Weeks weeks={report.weeks} />
      <div className="duo">
        <Causes report={report} />
        <div>
          <Satisfied report={report} />
          <Paid report={report} />
        </div>
      </div>
    </>
  );
}

/** Pareto: the most frequent first, with what they come to together. */
function Causes({ report: { causes, playbook } }: { report: Report }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const all = causes.reduce((sum, { count }) => sum + count, 0);
  const upTo = (index: number) => causes.slice(0, index + 1).reduce((sum, { count }) => sum + count, 0);
  return (
    <section>
      <h2 className="h2">{t('pages.reports.causes')}</h2>
      {causes.length === 0 ? (
        <p className="k">{t('pages.reports.none')}</p>
      ) : (
        <table className="grid bare">
          <thead>
            <tr>
              <th scope="col">{t('pages.reports.category')}</th>
              <th scope="col" aria-hidden="true" />
              <th scope="col" className="ends">
                {t('pages.reports.count')}
              </th>
              <th scope="col" className="ends">
                {t('pages.reports.running')}
              </th>
            </tr>
          </thead>
          <tbody>
            {causes.map(({ category, count }, index) => (
              <tr key={category}>
                <td>{category ? labels.of(playbook, 'categories', category) : t('pages.reports.unclassified')}</td>
                <td className="bar-cell">
                  <Bar percent={(100 * count) / (causes[0]?.count ?? 1)} />
                </td>
                <td className="num ends">{count}</td>
                <td className="num ends">{Math.round((100 * upTo(index)) / all)}%</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Satisfied({ report: { satisfaction, playbook } }: { report: Report }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <section>
      <h2 className="h2">{t('pages.reports.satisfaction')}</h2>
      {satisfaction.length === 0 ? (
        <p className="k">{t('pages.reports.none')}</p>
      ) : (
        <table className="grid bare">
          <thead>
            <tr>
              <th scope="col">{t('pages.reports.category')}</th>
              <th scope="col" aria-hidden="true" />
              <th scope="col" className="ends">
                {t('pages.reports.score')}
              </th>
              <th scope="col" className="ends">
                {t('pages.reports.answers')}
              </th>
            </tr>
          </thead>
          <tbody>
            {satisfaction.map(({ category, count, mean }) => (
              <tr key={category}>
                <td>{category ? labels.of(playbook, 'categories', category) : t('pages.reports.unclassified')}</td>
                <td className="bar-cell">
                  <Bar percent={mean * 20} />
                </td>
                <td className="num ends">{mean.toFixed(1)}</td>
                <td className="num ends">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Paid({ report: { paid, budget, reopened, playbook } }: { report: Report }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <section>
      <h2 className="h2">{t('pages.reports.money')}</h2>
      <dl className="pairs">
        <dt>{t('pages.reports.paid')}</dt>
        <dd className="num">{labels.money(paid, playbook)}</dd>
        {budget && (
          <>
            <dt>{t('pages.reports.budget')}</dt>
            <dd className="num">{labels.money(budget.monthly, playbook)}</dd>
          </>
        )}
        <dt>{t('pages.reports.reopened')}</dt>
        <dd className="num">{reopened}</dd>
      </dl>
    </section>
  );
}
