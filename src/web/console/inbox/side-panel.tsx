import { IconArrowLeft, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useCase, useCourse, useTalk } from '../api/queries.js';
import type { Course, FullCase } from '../api/case-shapes.js';
import type { Talk } from '../api/talk-shapes.js';
import { AccusedMark } from '../case/accused.js';
import { Guess } from '../case/guess.js';
import { Why } from '../case/why.js';
import { useKeys } from '../frame/keys.js';
import { Icon, Ring, SeverityChip } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { clockWords, moment, toldValue } from '../words/times.js';
import { stageClock } from './stage-clock.js';

/** Beside the talk: the case and its clock, what the stage needs, the customer and what came before. */
export function SidePanel({ id, onBack }: { id: string; onBack: () => void }) {
  const { t } = useTranslation();
  const { data: talk } = useTalk(id);
  const number = talk?.cases[0];
  const { data: of } = useCase(number);
  const { data: course } = useCourse(number);
  if (!talk) return <aside className="side" aria-label={t('side.label')} />;
  return (
    <aside className="side" aria-label={t('side.label')} data-region tabIndex={-1}>
      <button type="button" className="btn plain only-s" onClick={onBack}>
        <Icon of={IconArrowLeft} />
        {t('side.back')}
      </button>
      {of ? <CaseBeside of={of} course={course} /> : <p className="k empty">{t('side.noCase')}</p>}
      <Customer talk={talk} of={of} course={course} />
    </aside>
  );
}

function CaseBeside({ of, course }: { of: FullCase; course?: Course }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const zone = labels.book(of.playbook)?.calendar.zone;
  const clock = stageClock(course);
  const [why, setWhy] = useState(false);
  useKeys({ w: clock && (() => setWhy((open) => !open)) });
  const words = clock && clockWords(clock, t);
  const needs = [...new Set((course?.needs ?? []).map(({ verb }) => verb))];
  const open = of.status !== 'closed' && of.status !== 'withdrawn';
  return (
    <>
      <section>
        <h2 className="inline">
          <Link href={`/cases/${of.number}`} className="num">
            {of.number}
          </Link>
          <span className="end">
            <SeverityChip playbook={of.playbook} severity={of.severity} />
          </span>
        </h2>
        <p className="second clip" lang={of.language}>
          {of.fields.content}
        </p>
        {clock && words && (
          <div className="clock big">
            <Ring percent={clock.usedPercent} />
            <span className={`left ${words.tone}`}>{words.text}</span>
            <span className="due">
              {t('talk.stageBy', {
                stage: labels.of(of.playbook, 'stages', clock.id),
                by: t('clock.by', { at: moment(clock.dueAt, labels.language, new Date(), zone) }),
              })}{' '}
              ·{' '}
              <button
                type="button"
                className="why"
                aria-expanded={why}
                aria-keyshortcuts="w"
                onClick={() => setWhy(!why)}
              >
                {t('clock.why')}
              </button>
            </span>
            {why && <Why clock={clock} zone={zone} onClose={() => setWhy(false)} />}
          </div>
        )}
      </section>
      {open && (
        <section>
          <h3>{t('side.needs')}</h3>
          {needs.includes('classify') ? (
            <Guess key={of.stage} of={of} suggested={course?.suggested} />
          ) : needs.length === 0 ? (
            <p className="k">{t('side.nothing')}</p>
          ) : (
            <>
              <ul className="need-list">
                {needs.map((verb) => (
                  <li key={verb}>{labels.verb(verb)}</li>
                ))}
              </ul>
              <Link className="btn block" href={`/cases/${of.number}`}>
                {labels.of(of.playbook, 'stages', of.stage)}
              </Link>
            </>
          )}
        </section>
      )}
    </>
  );
}

/** What is known of the customer, and their earlier cases. */
function Customer({ talk, of, course }: { talk: Talk; of?: FullCase; course?: Course }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const fields = of?.fields ?? talk.known?.fields ?? {};
  const shown = Object.entries(fields).filter(([id]) => id !== 'content' || !of);
  const earlier = course?.earlier ?? [];
  return (
    <section>
      <h3>{t(of ? 'side.customer' : 'side.known')}</h3>
      <dl className="pairs">
        {shown.map(([id, value]) => (
          <div key={id} className="pair-row">
            <dt>{labels.of(talk.playbook, 'fields', id)}</dt>
            <dd className="pre" lang={talk.language}>
              {toldValue(value, t, labels.language)}
              {of && value === of.accused && <AccusedMark of={of} />}
            </dd>
          </div>
        ))}
      </dl>
      {of && (
        <>
          <h3 className="sub-h">{t('side.earlier')}</h3>
          {earlier.length === 0 && <p className="k">{t('side.noEarlier')}</p>}
          {earlier.map((one) => (
            <div key={one.number} className="note">
              <Icon of={IconHistory} size={16} />
              <span>
                <Link href={`/cases/${one.number}`} className="num">
                  {one.number}
                </Link>{' '}
                {labels.of(of.playbook, 'categories', one.category)} {labels.value(one.status)}{' '}
                {one.paid > 0 && t('side.paid', { sum: labels.money(one.paid, of.playbook) })}
              </span>
              {one.guestNote && (
                <span className="by" lang={talk.language}>
                  {t('side.guestNote')}: {one.guestNote}
                </span>
              )}
            </div>
          ))}
        </>
      )}
    </section>
  );
}
