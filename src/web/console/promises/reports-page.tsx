import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaybooks, useReport } from '../api/queries.js';
import type { Report } from '../api/report-shapes.js';
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

interface Ranked {
  category?: string;
  /** How long its bar is. */
  percent: number;
  figures: [string | number, string | number];
}

/** Categories in the order given, each with a bar and two figures. */
function Ranking({
  title,
  heads,
  rows,
  playbook,
}: {
  title: string;
  heads: [string, string];
  rows: Ranked[];
  playbook: string;
}) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <section>
      <h2 className="h2">{title}</h2>
      {rows.length === 0 ? (
        <p className="k">{t('pages.reports.none')}</p>
      ) : (
        <table className="grid bare">
          <thead>
            <tr>
              <th scope="col">{t('pages.reports.category')}</th>
              <th scope="col" aria-hidden="true" />
              {heads.map((head) => (
                <th key={head} scope="col" className="ends">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ category, percent, figures }) => (
              <tr key={category}>
                <td>{category ? labels.of(playbook, 'categories', category) : t('pages.reports.unclassified')}</td>
                <td className="bar-cell">
                  <Bar percent={percent} />
                </td>
                <td className="num ends">{figures[0]}</td>
                <td className="num ends">{figures[1]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Pareto: the most frequent first, with what they come to together. */
function Causes({ report: { causes, playbook } }: { report: Report }) {
  const { t } = useTranslation();
  const all = causes.reduce((sum, { count }) => sum + count, 0);
  const upTo = (index: number) => causes.slice(0, index + 1).reduce((sum, { count }) => sum + count, 0);
  const rows = causes.map(({ category, count }, index): Ranked => ({
    category,
    percent: (100 * count) / (causes[0]?.count ?? 1),
    figures: [count, `${Math.round((100 * upTo(index)) / all)}%`],
  }));
  const heads: [string, string] = [t('pages.reports.count'), t('pages.reports.running')];
  return <Ranking title={t('pages.reports.causes')} heads={heads} rows={rows} playbook={playbook} />;
}

function Satisfied({ report: { satisfaction, playbook } }: { report: Report }) {
  const { t } = useTranslation();
  const rows = satisfaction.map(({ category, count, mean }): Ranked => ({
    category,
    percent: mean * 20,
    figures: [mean.toFixed(1), count],
  }));
  const heads: [string, string] = [t('pages.reports.score'), t('pages.reports.answers')];
  return <Ranking title={t('pages.reports.satisfaction')} heads={heads} rows={rows} playbook={playbook} />;
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
