import { IconAlarm, IconCircleCheck, IconHourglass, IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Course, FullCase } from '../api/case-shapes.js';
import { useKeys } from '../frame/keys.js';
import { Icon, Ring } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { clockWords, moment } from '../words/times.js';
import { given } from './stage-path.js';
import { Why } from './why.js';

const ICONS = {
  late: IconAlarm,
  over: IconAlarm,
  soon: IconHourglass,
  hold: IconPlayerPause,
  kept: IconCircleCheck,
  '': undefined,
};

/** The clocks of a case, the running one first: what is left, whose, by when, and why. */
export function Clocks({ of, course }: { of: FullCase; course?: Course }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const zone = labels.book(of.playbook)?.calendar.zone;
  const clocks = (course?.clocks ?? []).filter(({ state }) => state !== 'ended').reverse();
  const [open, setOpen] = useState<string>();
  const now = new Date();
  const running = clocks.find(({ state }) => state === 'running');
  useKeys({ w: running && (() => setOpen((before) => (before ? undefined : key(running)))) });
  return (
    <section>
      <h3>{t('case.clocks')}</h3>
      {clocks.length === 0 && <p className="k">{t('clock.none')}</p>}
      {clocks.map((clock) => {
        const { tone, text } = clockWords(clock, t);
        const icon = ICONS[tone];
        const over = clock.state === 'met' || clock.state === 'missed';
        const name = labels.of(of.playbook, clock.of === 'stage' ? 'stages' : 'stages', clock.id);
        return (
          <div key={key(clock)} className="clock">
            {icon ? (
              <Icon of={icon} size={16} className={tone === 'over' ? 'late' : tone} />
            ) : (
              <Ring percent={clock.usedPercent} />
            )}
            <span className={over ? 'second' : 'strong'}>{name}</span>
            <span className="left">
              <span className={`st bare ${tone === 'over' ? 'late' : tone}`}>{text}</span>
            </span>
            {!over && (
              <>
                <span className="by">
                  {[clock.given && given(clock.given, t), clock.charged && labels.who(clock.charged, of.playbook)]
                    .filter(Boolean)
                    .join(t('clause'))}
                </span>
                <span className="due">
                  {moment(clock.dueAt, labels.language, now, zone)} ·{' '}
                  <button
                    type="button"
                    className="why"
                    aria-expanded={open === key(clock)}
                    aria-keyshortcuts="w"
                    onClick={() => setOpen(open === key(clock) ? undefined : key(clock))}
                  >
                    {t('clock.why')}
                  </button>
                </span>
              </>
            )}
            {open === key(clock) && <Why clock={clock} zone={zone} onClose={() => setOpen(undefined)} />}
          </div>
        );
      })}
    </section>
  );
}

const key = ({ id, round, startedAt }: { id: string; round: number; startedAt: string }) =>
  `${id}/${round}/${startedAt}`;
