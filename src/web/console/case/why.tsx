import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../domain/language.js';
import type { ClockLeft, ExplainedLine } from '../api/case-shapes.js';
import { useLabels } from '../words/labels.js';
import { moment, toldValue } from '../words/times.js';

interface Props {
  clock: ClockLeft & { lines: ExplainedLine[] };
  zone?: string;
  onClose: () => void;
}

/** How a deadline came about, line by line like a sum. */
export function Why({ clock, zone, onClose }: Props) {
  const { t } = useTranslation();
  const { language } = useLabels();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const now = new Date();
  const at = (value: string) => moment(value, language, now, zone);
  return (
    <div
      ref={box}
      className="pop why-pop"
      role="group"
      aria-label={t('clock.whyOf', { at: at(clock.dueAt) })}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault(); // it closes this and leads nowhere
        onClose();
      }}
    >
      <h3>{t('clock.whyOf', { at: at(clock.dueAt) })}</h3>
      <div className="sum">
        {clock.lines.map((line, index) => (
          <div key={index} className={line.text === 'due' ? 'total' : line.text === 'excluded' ? 'off' : ''}>
            <span>{nameOf(line, t)}</span>
            <span>{reasonOf(line, t, language)}</span>
            <span>{line.text === 'excluded' ? toldValue(line.detail.date, t, language) : at(line.at)}</span>
          </div>
        ))}
      </div>
      <p className="k">{t('clock.marks')}</p>
    </div>
  );
}

function nameOf({ text, detail }: ExplainedLine, t: TFunction): string {
  if (text === 'start') return t('clock.line.start');
  if (text === 'due') return t('clock.line.due');
  if (text === 'excluded') return t('clock.line.excluded');
  if (text === 'paused') return t('clock.line.paused');
  switch (detail.counted) {
    case 'working-day':
      return t('clock.line.workingDay');
    case 'working-time':
      return t('clock.line.workingTime', { minutes: detail.minutes });
    case 'elapsed':
      return t('clock.line.elapsed', { count: detail.count, unit: t(`unit.${detail.unit}`) });
    case 'month-end':
      return t('clock.line.monthEnd');
    case 'extension':
      return t('clock.line.extension', { by: detail.by });
    default:
      return t('clock.line.given');
  }
}

function reasonOf({ text, detail }: ExplainedLine, t: TFunction, language: Language): string {
  const told = (value: string | undefined) => toldValue(value, t, language);
  if (text === 'start' && detail.countsFrom) return t('clock.line.countsFrom', { at: told(detail.countsFrom) });
  if (text === 'excluded') return t(`clock.line.${detail.because}`);
  if (text === 'due' && detail.uncoveredYear) return t('clock.line.uncovered', { year: detail.uncoveredYear });
  if (text === 'paused') return [told(detail.from), told(detail.to)].filter(Boolean).join(' – ');
  return detail.because ?? '';
}
