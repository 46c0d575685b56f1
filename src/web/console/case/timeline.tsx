import {
  IconAlertTriangle,
  IconArrowRight,
  IconCategory,
  IconCircleCheck,
  IconCircleDot,
  IconClock,
  IconLink,
  IconLock,
  IconMessageCircle,
  IconRubberStamp,
  IconScale,
  IconSearch,
  IconUser,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Course, FullCase } from '../api/case-shapes.js';
import { Icon, type IconType } from '../frame/parts.js';
import { useLabels, type Labels } from '../words/labels.js';
import { moment } from '../words/times.js';

const ICONS: Record<string, IconType> = {
  entered: IconArrowRight,
  'open-case': IconMessageCircle,
  opened: IconMessageCircle,
  classify: IconCategory,
  assign: IconUser,
  'record-finding': IconSearch,
  'propose-remedy': IconScale,
  approve: IconRubberStamp,
  refuse: IconRubberStamp,
  'add-note': IconLock,
  'inform-customer': IconMessageCircle,
  say: IconMessageCircle,
  'carry-out-remedy': IconCircleCheck,
  breached: IconAlertTriangle,
};
const TOLD = /inform-customer|say|ask-customer|apologise|told|update/;
const CLOCK = /clock|breach|mark|deadline|entered|late|missed/;

/** Everything that happened, newest first, with whether anybody altered it. */
export function Timeline({ of, course }: { of: FullCase; course?: Course }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const zone = labels.book(of.playbook)?.calendar.zone;
  const [filter, setFilter] = useState<'all' | 'clocksOnly' | 'told'>('all');
  const now = new Date();
  const shown = of.timeline
    .filter(({ what }) => filter === 'all' || (filter === 'told' ? TOLD : CLOCK).test(what))
    .reverse();
  return (
    <section className="story" aria-labelledby="timeline">
      <header className="inline">
        <h3 id="timeline" className="h2">
          {t('case.timeline')}
        </h3>
        {course && (
          <span className={`st ${course.unaltered ? 'kept' : 'late'}`}>
            <Icon of={course.unaltered ? IconLink : IconAlertTriangle} size={14} />
            {course.unaltered ? t('case.entries', { count: of.timeline.length }) : t('case.altered')}
          </span>
        )}
        <div className="seg end no-s" role="group" aria-label={t('case.filter')}>
          {(['all', 'clocksOnly', 'told'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={filter === one} onClick={() => setFilter(one)}>
              {t(`case.${one}`)}
            </button>
          ))}
        </div>
      </header>
      <ol>
        {shown.map(({ at, by, what, detail }, index) => (
          <li key={`${at}-${index}`} className="line">
            <time dateTime={at}>{moment(at, labels.language, now, zone)}</time>
            <Icon of={ICONS[what] ?? (CLOCK.test(what) ? IconClock : IconCircleDot)} size={16} />
            <span>
              {labels.who(by, of.playbook)} {what === 'entered' ? labels.value('entered') : labels.verb(what)}{' '}
              <span className="quiet pre">{detailWords(detail, of, labels).join(t('clause'))}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const LISTS = {
  category: 'categories',
  nature: 'natures',
  severity: 'severities',
  target: 'targets',
  kind: 'kinds',
  stage: 'stages',
  department: 'departments',
} as const;

/** The details of an entry as words; what was said stays as it was said. */
function detailWords(detail: Record<string, unknown> | undefined, of: FullCase, labels: Labels): string[] {
  return Object.entries(detail ?? {}).flatMap(([name, value]) => {
    if (value === undefined || value === null || typeof value === 'object') return [];
    const text = String(value);
    const list = (LISTS as Record<string, (typeof LISTS)[keyof typeof LISTS] | undefined>)[name];
    if (list) return [labels.of(of.playbook, list, text)];
    if (name === 'amount') return [labels.money(Number(value), of.playbook)];
    if (/^(to|owner|as|role|person|responsible|supervisor)$/.test(name)) return [labels.who(text, of.playbook)];
    if (/^(with|party|checks)$/.test(name)) {
      const words = text.split(',').map((one) => labels.word(one.trim(), of.playbook));
      return [`${labels.argument(name)} ${words.join(', ')}`];
    }
    if (/^(text|note|reason|cause|what|because|content)$/.test(name)) return [text];
    return [`${labels.argument(name)} ${labels.value(text)}`];
  });
}
