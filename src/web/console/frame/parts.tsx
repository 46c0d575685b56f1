import type { ComponentType, CSSProperties, ReactNode } from 'react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  IconAlarm,
  IconCircleCheck,
  IconFlag,
  IconHourglass,
  IconPlayerPause,
  IconStairsUp,
} from '@tabler/icons-react';
import { faceGround } from '../../shared/face-ground.js';
import { asProblem } from '../api/problem.js';
import type { ClockLeft } from '../api/case-shapes.js';
import { clockWords } from '../words/times.js';
import { useLabels } from '../words/labels.js';

export type IconType = ComponentType<{ size?: number; stroke?: number; className?: string; 'aria-hidden'?: boolean }>;

/** Decoration beside a word, which carries the meaning. */
export function Icon({ of: Of, size = 18, className = '' }: { of: IconType; size?: number; className?: string }) {
  return (
    <Of size={size} stroke={size < 16 ? 2 : 1.7} className={`i ${size < 16 ? 's' : ''} ${className}`} aria-hidden />
  );
}

/** A key beside a button's word; the button says it by `aria-keyshortcuts`. */
export function Key({ children }: { children: string }) {
  return (
    <kbd className="key no-s" aria-hidden="true">
      {children}
    </kbd>
  );
}

/** Keys pressed together or one after the other, each drawn as its own. */
export function KeyCaps({ keys }: { keys: string }) {
  return keys.split(' ').map((key) => (
    <kbd key={key} className="key">
      {key}
    </kbd>
  ));
}

/** A person's round face: the last sign of a Chinese name's family part, or the first letter. */
export function Face({ name, size = '', gone = false }: { name: string; size?: '' | 's' | 'l'; gone?: boolean }) {
  return (
    <span className={`av ${size} ${gone ? 'gone' : faceGround(name)}`} aria-hidden="true">
      {[...name][0]?.toUpperCase()}
    </span>
  );
}

/** How much of something is used, as a ring. */
export function Ring({ percent }: { percent: number }) {
  return <span className="ring" style={{ '--p': Math.min(100, percent) } as CSSProperties} aria-hidden="true" />;
}

export function Bar({ percent, tone = 'now' }: { percent: number; tone?: string }) {
  return (
    <span className={`bar ${tone}`} style={{ '--p': Math.min(100, percent) } as CSSProperties} aria-hidden="true">
      <i />
    </span>
  );
}

const ICONS = {
  '': undefined,
  soon: IconHourglass,
  late: IconAlarm,
  over: IconStairsUp,
  hold: IconPlayerPause,
  kept: IconCircleCheck,
};

/** A clock in a word: what is left, or how late. */
export function ClockChip({ clock, bare = false }: { clock: ClockLeft; bare?: boolean }) {
  const { t } = useTranslation();
  const { tone, text } = clockWords(clock, t);
  const icon = ICONS[tone];
  return (
    <span className={`st ${tone} ${bare || tone === '' ? 'bare' : ''}`}>
      {icon ? <Icon of={icon} size={14} /> : clock.state === 'running' && <Ring percent={clock.usedPercent} />}
      {text}
    </span>
  );
}

/** How grave a case is; the gravest stands out. */
export function SeverityChip({ playbook, severity }: { playbook: string; severity: string }) {
  const labels = useLabels();
  const list = labels.book(playbook)?.severities;
  const gravest = list && list.length > 1 && list.at(-1)?.id === severity;
  return (
    <span className={`st ${gravest ? 'major' : ''}`}>
      {gravest && <Icon of={IconFlag} size={14} />}
      {labels.of(playbook, 'severities', severity)}
    </span>
  );
}

const SHOW_MS = 200;
const SLOW_MS = 4000;

/** Shapes of what comes; nothing at first, a word when it takes long. */
export function Waiting({ rows = 4 }: { rows?: number }) {
  const { t } = useTranslation();
  const [stage, setStage] = useState(0);
  useEffect(() => {
    const timers = [setTimeout(() => setStage(1), SHOW_MS), setTimeout(() => setStage(2), SLOW_MS)];
    return () => timers.forEach(clearTimeout);
  }, []);
  if (stage === 0) return <div aria-busy="true" />;
  return (
    <div className="empty stack" role="status" aria-label={t('wait')}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={`sk sk-${row % 3}`} />
      ))}
      {stage === 2 && <p>{t('slow')}</p>}
    </div>
  );
}

/** What could not be read: what happened, what is safe, what to do. */
export function Failed({ error, again }: { error: unknown; again: () => void }) {
  const { t } = useTranslation();
  const { code } = asProblem(error);
  return (
    <div className="empty">
      <div className="notice late" role="alert">
        <span>
          {t('failed')} <span className="quiet">{code}</span>
        </span>
        <button type="button" className="btn end" onClick={again}>
          {t('again')}
        </button>
      </div>
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}

/** A button that may be not allowed: it stays in place and says why beside it. */
export function Act({
  label,
  icon,
  keys,
  primary = false,
  because,
  onAct,
  verb,
}: {
  label: string;
  icon?: IconType;
  keys?: string;
  primary?: boolean;
  because?: string;
  onAct: () => void;
  verb?: string;
}) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={`btn ${primary && !because ? 'primary' : ''}`}
        aria-disabled={because ? true : undefined}
        aria-describedby={because ? id : undefined}
        aria-keyshortcuts={keys?.toLowerCase()}
        data-verb={verb}
        onClick={() => !because && onAct()}
      >
        {icon && <Icon of={icon} />}
        {label}
        {keys && <Key>{keys}</Key>}
      </button>
      {because && (
        <span className="k" id={id}>
          {because}
        </span>
      )}
    </>
  );
}
