import { useTranslation } from 'react-i18next';
import { useCourse } from '../api/queries.js';
import type { FullCase } from '../api/case-shapes.js';
import { Ring } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { clockWords, moment } from '../words/times.js';
import { stageClock } from './stage-clock.js';

/** On a phone, under the head of a talk: what is left of the stage, and by when. */
export function ClockStrip({ of }: { of: FullCase }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { data: course } = useCourse(of.number);
  const clock = stageClock(course);
  const stage = labels.of(of.playbook, 'stages', of.stage);
  if (!clock) return <b>{stage}</b>;
  const { tone, text } = clockWords(clock, t);
  const zone = labels.book(of.playbook)?.calendar.zone;
  return (
    <>
      <Ring percent={clock.usedPercent} />
      <b className={tone}>{text}</b>
      <span className="clip-1">
        {t('talk.stageBy', {
          stage,
          by: t('clock.by', { at: moment(clock.dueAt, labels.language, new Date(), zone) }),
        })}
      </span>
    </>
  );
}
