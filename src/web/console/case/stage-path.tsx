import type { TFunction } from 'i18next';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePlaybooks } from '../api/queries.js';
import type { Course, FullCase } from '../api/case-shapes.js';
import type { Duration } from '../api/playbook-shapes.js';
import { Icon } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { clockWords } from '../words/times.js';

/** Where the case stands in its course: what was done and when, what comes and how long it may take. */
export function StagePath({ of, course }: { of: FullCase; course?: Course }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { data: playbooks } = usePlaybooks();
  const stages = playbooks?.find(({ id }) => id === of.playbook)?.stages ?? [];
  const over = of.status === 'closed' || of.status === 'withdrawn';
  const passed = new Set(course?.course?.filter(({ leftAt }) => leftAt).map(({ stage }) => stage));
  const shown = pathOf(stages, of, passed);
  const here = shown.findIndex(({ id }) => id === of.stage);
  const clockOf = (id: string) => course?.clocks?.findLast((one) => one.id === id && one.of === 'stage');
  return (
    <ol className="stages" tabIndex={0} aria-label={t('case.stages')}>
      {shown.map(({ id, clock }, index) => {
        const state = over || index < here ? 'done' : index === here ? 'here' : 'todo';
        const ran = state === 'todo' ? undefined : clockOf(id);
        const words = ran && clockWords(ran, t);
        const skipped = state === 'done' && !passed.has(id) && !(over && id === of.stage);
        return (
          <li key={id} className={skipped ? 'todo' : state} aria-current={state === 'here' ? 'step' : undefined}>
            <span className="node" aria-hidden="true">
              {state === 'done' && !skipped && <Icon of={IconCheck} />}
            </span>
            <span>{labels.of(of.playbook, 'stages', id)}</span>
            {state === 'done' && !skipped && <span className="vh">{t('case.done')}</span>}
            <span className={`k ${words?.tone === 'late' || words?.tone === 'soon' ? words.tone : ''}`}>
              {words?.text ?? (clock?.[0] && given(clock[0], t))}
            </span>
          </li>
        );
      })}
      <li className={over ? 'done' : 'todo'} aria-current={over ? 'step' : undefined}>
        <span className="node" aria-hidden="true">
          {over && <Icon of={IconCheck} />}
        </span>
        {of.status === 'withdrawn' ? labels.value('withdrawn') : t('case.closed')}
      </li>
    </ol>
  );
}

/** 2 working days, 1 working hour. */
export function given({ unit, count }: Duration, t: TFunction): string {
  if (unit === 'working-days') return t('clock.wd', { count });
  if (unit === 'working-hours') return t('clock.wh', { count });
  if (unit === 'days') return t('clock.d', { count });
  if (unit === 'after-visit') return t('admin.afterVisit', { count });
  return `${count ?? ''} ${t(`unit.${unit}`)}`.trim();
}

type Stages = NonNullable<ReturnType<typeof usePlaybooks>['data']>[number]['stages'];

/** The stages of the case's kind that it passed, is in, or comes to by the ordinary way. */
function pathOf(stages: Stages, { kind, stage }: FullCase, passed: Set<string>): Stages {
  const mine = stages.filter(({ kinds }) => !kinds || kinds.includes(kind));
  const ahead = new Set<string>([stage]);
  for (let at: string | undefined = stage; at;) {
    const next: string | undefined = mine.find(({ id }) => id === at)?.next.at(-1);
    if (!next || next === 'closed' || ahead.has(next)) break;
    ahead.add(next);
    at = next;
  }
  return mine.filter(({ id }) => ahead.has(id) || passed.has(id));
}
