import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockLeft } from '../api/case-shapes.js';
import { useCourse } from '../api/queries.js';
import { Why } from '../case/why.js';
import { useKeys } from '../frame/keys.js';
import { ClockChip } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';

interface Props {
  number: string;
  playbook: string;
  clock: ClockLeft;
}

/** The clock of what waits: what is left, by when, whose, and by `W` why. */
export function ClockWhy({ number, playbook, clock }: Props) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { data: course } = useCourse(number);
  const [open, setOpen] = useState(false);
  const explained = course?.clocks?.findLast(({ id, startedAt }) => id === clock.id && startedAt === clock.startedAt);
  const zone = labels.book(playbook)?.calendar.zone;
  const toggle = () => setOpen(!open);
  useKeys({ w: explained && toggle });
  return (
    <section>
      <h3>{t('case.clocks')}</h3>
      <div className="clock-why second">
        <ClockChip clock={clock} />
        <span>{t('clock.by', { at: moment(clock.dueAt, labels.language, new Date(), zone) })}</span>
        {explained && (
          <button type="button" className="why" aria-expanded={open} aria-keyshortcuts="w" onClick={toggle}>
            {t('clock.why')}
          </button>
        )}
        {clock.charged && <p className="k">{t('approvals.charged', { who: labels.who(clock.charged, playbook) })}</p>}
        {open && explained && <Why clock={explained} zone={zone} onClose={() => setOpen(false)} />}
      </div>
    </section>
  );
}
