import { IconAlarm, IconHourglass } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useCases } from '../api/case-lists.js';
import { useObligations, usePlaybooks, useReport } from '../api/queries.js';
import { Frame } from '../frame/frame.js';
import { Bar, Empty, Face, Icon, Waiting } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { KeptRates } from './kept-rates.js';
import { NextBand } from './next-band.js';
import { PromiseFigures } from './promise-figures.js';
import { countBy, promisesOf, type Promised } from './promised.js';

const SHOWN = 200;
const WEEKS = 8;

/** What was promised: broken, at risk, on track; whose and of which kind. */
export default function PromisesPage() {
  const { t } = useTranslation();
  const labels = useLabels();
  const { data: cases } = useCases('');
  const { data: owed } = useObligations('state=owed');
  const now = new Date();
  const all = useMemo(() => promisesOf(cases ?? [], owed ?? [], new Date()), [cases, owed]);
  const of = (state: Promised['state']) => all.filter((one) => one.state === state);
  const bad = [...of('broken'), ...of('risk')];
  const { data: playbooks } = usePlaybooks();
  const { data: report } = useReport(playbooks?.[0]?.id, WEEKS);
  const whose = (one: Promised) =>
    one.whoseLabel?.[labels.language] ?? (labels.who(one.whose, one.playbook) || t('promises.nobody'));
  const most = (list: [string, number][]) => Math.max(1, ...list.map(([, count]) => count));
  const people = countBy(all, whose);
  const kinds = countBy(all, ({ kind }) => kind);
  const late = new Map(countBy(of('broken'), whose));
  const lateKinds = new Map(countBy(of('broken'), ({ kind }) => kind));
  const kindWords = (one: string) =>
    one.startsWith('stage/')
      ? t('promises.clock', { stage: labels.of(one.split('/')[1], 'stages', one.split('/')[2]) })
      : t(`owed.${one}`);
  if (!cases || !owed)
    return (
      <Frame title={t('nav.promises')}>
        <Waiting rows={6} />
      </Frame>
    );
  return (
    <Frame title={t('nav.promises')} fact={t('promises.fact', { count: all.length })}>
      <div className="ov" data-region tabIndex={0} role="region" aria-label={t('nav.promises')}>
        <PromiseFigures all={all} cases={cases} report={report} />
        <NextBand all={all} />
        <div className="split">
          <div>
            <h2 className="h2">{t('promises.list')}</h2>
            {bad.length === 0 ? (
              <Empty>{t('promises.none')}</Empty>
            ) : (
              <ul className="owed-list">
                {bad.slice(0, SHOWN).map((one) => (
                  <li key={one.id} className="promise">
                    <Icon
                      of={one.state === 'broken' ? IconAlarm : IconHourglass}
                      size={16}
                      className={one.state === 'broken' ? 'late' : 'soon'}
                    />
                    <span>
                      {kindWords(one.kind)}{' '}
                      {one.number ? (
                        <Link className="num" href={`/cases/${one.number}`}>
                          {one.number}
                        </Link>
                      ) : (
                        one.conversation && (
                          <Link href={`/conversations/${one.conversation}`}>{t('promises.talk')}</Link>
                        )
                      )}
                    </span>
                    <time className="when" dateTime={one.dueAt}>
                      {moment(one.dueAt, labels.language, now, labels.book(one.playbook)?.calendar.zone)}
                    </time>
                    <span className={`how ${one.state === 'broken' ? 'late' : 'soon'}`}>
                      {t(`promises.${one.state}`)}
                      {t('clause')}
                      {whose(one)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
            <div className="duo">
              <section>
                <h2 className="h2">{t('promises.people')}</h2>
                {people.map(([name, count]) => (
                  <Load key={name} name={name} face count={count} most={most(people)} late={late.get(name)} />
                ))}
              </section>
              <section>
                <h2 className="h2">{t('promises.kinds')}</h2>
                {kinds.map(([kind, count]) => (
                  <Load key={kind} name={kindWords(kind)} count={count} most={most(kinds)} late={lateKinds.get(kind)} />
                ))}
              </section>
            </div>
          </div>
          {report && <KeptRates report={report} />}
        </div>
      </div>
    </Frame>
  );
}

interface LoadProps {
  name: string;
  face?: boolean;
  count: number;
  most: number;
  late?: number;
}

/** How much somebody, or one kind of promise, has to keep; how much of it is broken. */
function Load({ name, face = false, count, most, late = 0 }: LoadProps) {
  const { t } = useTranslation();
  return (
    <div className="load">
      <span className="inline">
        {face && <Face name={name} size="s" />}
        {name}
      </span>
      <Bar percent={(100 * count) / most} />
      <span className="num">{count}</span>
      <span>
        {late > 0 && (
          <span className="st late">
            <Icon of={IconAlarm} size={14} />
            {late} {t('promises.broken')}
          </span>
        )}
      </span>
    </div>
  );
}
