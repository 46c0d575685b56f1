import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useObligations } from '../api/queries.js';
import type { Course, FullCase } from '../api/case-shapes.js';
import { Face, Icon } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { moment, span, toldValue } from '../words/times.js';
import { AccusedMark } from './accused.js';
import { Clocks } from './clocks.js';

/** Beside the case: clocks, promises, who has no part in it, what the customer said, neighbours. */
export function CaseSide({ of, course }: { of: FullCase; course?: Course }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <aside className="side-c" aria-label={t('case.side')} data-region tabIndex={-1}>
      <Clocks of={of} course={course} />
      <Promised number={of.number} playbook={of.playbook} />
      {of.recused.length > 0 && (
        <section>
          <h3>{t('case.recused')}</h3>
          {of.recused.map((name) => (
            <p key={name} className="inline">
              <Face name={labels.who(name)} size="s" gone />
              {labels.who(name)} <span className="k">{t('case.recusedWhy')}</span>
            </p>
          ))}
        </section>
      )}
      <Said of={of} />
      {(of.linked.length > 0 || (course?.earlier.length ?? 0) > 0) && (
        <section>
          <h3>{t('case.linked')}</h3>
          <ul className="stack">
            {[...new Set([...of.linked, ...(course?.earlier ?? []).map(({ number }) => number)])].map((number) => (
              <li key={number}>
                <Link href={`/cases/${number}`} className="num">
                  {number}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function Promised({ number, playbook }: { number: string; playbook: string }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { data } = useObligations(`state=owed&case=${encodeURIComponent(number)}`);
  const zone = labels.book(playbook)?.calendar.zone;
  const now = new Date();
  const owed = (data ?? []).filter(({ kind }) => kind !== 'clock-mark').sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  return (
    <section>
      <h3>{t('case.promised')}</h3>
      {owed.length === 0 ? (
        <p className="k">{t('case.noPromises')}</p>
      ) : (
        <ul>
          {owed.map(({ id, kind, dueAt, to }) => {
            const late = new Date(dueAt) < now;
            return (
              <li key={id} className="promise">
                <Icon of={late ? IconAlertTriangle : IconClock} size={16} className={late ? 'late' : 'open'} />
                <span>{t(`owed.${kind}`)}</span>
                <time className="when" dateTime={dueAt}>
                  {moment(dueAt, labels.language, now, zone)}
                </time>
                {(late || to) && (
                  <span className={`how ${late ? 'late' : ''}`}>
                    {[
                      late && t('clock.late', { span: span(now.getTime() - Date.parse(dueAt), t) }),
                      to && labels.who(to, playbook),
                    ]
                      .filter(Boolean)
                      .join(t('clause'))}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** The fields of the filing, in the procedure's order and words. */
export function Said({ of }: { of: FullCase }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const order = labels.book(of.playbook)?.fields.map(({ id }) => id) ?? [];
  const ids = Object.keys(of.fields).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return (
    <section>
      <h3>{t('case.said')}</h3>
      <dl className="pairs">
        {ids.map((id) => (
          <div key={id} className="pair-row">
            <dt>{labels.of(of.playbook, 'fields', id)}</dt>
            <dd className="pre" lang={of.language}>
              {toldValue(of.fields[id], t, labels.language)}
              {of.fields[id] === of.accused && <AccusedMark of={of} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
