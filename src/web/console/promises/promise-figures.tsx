import { IconAlarm } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseRow } from '../api/case-shapes.js';
import type { Report } from '../api/report-shapes.js';
import { Icon } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { wall } from '../words/times.js';
import type { Promised } from './promised.js';
import { shareOf } from './shares.js';

/** What is broken, what is due today, all that is owed, and how much of this week's was kept. */
export function PromiseFigures({ all, cases, report }: { all: Promised[]; cases: CaseRow[]; report?: Report }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const broken = all.filter(({ state }) => state === 'broken');
  const dateOf = (at: Date, playbook?: string) => wall(at, labels.book(playbook)?.calendar.zone).date;
  const now = new Date();
  const today = all.filter(
    ({ state, dueAt, playbook }) =>
      (state === 'risk' || state === 'track') && dateOf(new Date(dueAt), playbook) === dateOf(now, playbook),
  );
  const risk = all.filter(({ state }) => state === 'risk').length;
  const open = cases.filter(({ status }) => status === 'open' || status === 'waiting-for-customer').length;
  const unnoticed = cases.filter(({ acknowledge = [] }) => acknowledge.length > 0).length;
  const [before, week] = report?.weeks.slice(-2) ?? [];
  const [share, shareBefore] = [week && shareOf(week), before && shareOf(before)];
  return (
    <div className="figs">
      <div>
        <div className={`v ${broken.length > 0 ? 'late' : ''}`}>{broken.length}</div>
        <div className="l">
          {broken.length > 0 && <Icon of={IconAlarm} size={16} className="late" />}
          {t('promises.broken')}
        </div>
        <div className="d">{unnoticed > 0 && t('promises.unnoticed', { count: unnoticed })}</div>
      </div>
      <div>
        <div className="v">{today.length}</div>
        <div className="l">{t('promises.today')}</div>
        <div className="d">{risk > 0 && t('promises.atRisk', { count: risk })}</div>
      </div>
      <div>
        <div className="v">{all.length}</div>
        <div className="l">{t('promises.owed')}</div>
        <div className="d">{t('promises.inCases', { count: open })}</div>
      </div>
      <div>
        <div className="v">
          {share === undefined ? '–' : share.toFixed(1)}
          {share !== undefined && <small>%</small>}
        </div>
        <div className="l">{t('promises.keptWeek')}</div>
        <div className="d">
          {[
            week && week.missed > 0 && t('promises.missedWeek', { count: week.missed }),
            shareBefore !== undefined && t('promises.weekBefore', { share: shareBefore.toFixed(1) }),
          ]
            .filter(Boolean)
            .join(t('clause'))}
        </div>
      </div>
    </div>
  );
}
