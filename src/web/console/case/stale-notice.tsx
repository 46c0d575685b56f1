import { useTranslation } from 'react-i18next';
import type { FullCase } from '../api/case-shapes.js';
import { useLabels } from '../words/labels.js';

/** What changed while somebody typed; what they typed stays. */
export function StaleNotice({ before, now }: { before: FullCase; now: FullCase }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const added = now.timeline.slice(before.timeline.length).filter(({ what }) => what !== 'entered');
  const what = [
    ...added.map(({ by, what }) => `${labels.who(by, now.playbook)} ${labels.verb(what)}`),
    ...(now.stage === before.stage
      ? []
      : [t('op.staleStage', { stage: labels.of(now.playbook, 'stages', now.stage) })]),
  ];
  return (
    <p className="notice soon" role="alert">
      {t('op.stale', {
        what: what.join('; ') || t('op.staleVersion', { from: before.version, to: now.version }),
      })}
    </p>
  );
}
