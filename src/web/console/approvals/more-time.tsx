import { useTranslation } from 'react-i18next';
import type { Approval } from '../api/case-shapes.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';

type Extension = NonNullable<Approval['extension']>;

/** What somebody asks for who cannot keep a due time: which clock, until when, and why. */
export function MoreTime({ extension, playbook, dueAt }: { extension: Extension; playbook: string; dueAt?: string }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const zone = labels.book(playbook)?.calendar.zone;
  const at = (instant: string) => moment(instant, labels.language, new Date(), zone);
  const rows: [string, string][] = [
    [t('approvals.clock'), labels.of(playbook, 'stages', extension.clock)],
    ...(dueAt ? [[t('approvals.dueNow'), at(dueAt)] as [string, string]] : []),
    [t('approvals.until'), at(extension.dueAt)],
    [t('approvals.why'), extension.because],
  ];
  return (
    <dl className="pairs">
      {rows.map(([name, value]) => (
        <div key={name} className="pair-row">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
