import type { Texts } from '../../../domain/language.js';
import type { CaseRow } from '../api/case-shapes.js';
import type { Obligation } from '../api/report-shapes.js';

export interface Promised {
  id: string;
  state: 'broken' | 'risk' | 'track' | 'paused';
  /** An obligation's kind, or `stage/<procedure>/<stage>`. */
  kind: string;
  whose: string;
  /** A role in words, where the procedure says them. */
  whoseLabel?: Texts;
  number?: string;
  conversation?: string;
  playbook?: string;
  dueAt: string;
}

const RISK_PERCENT = 80;
const RISK_MS = 3_600_000;
/** What the desk itself watches, beside what it promises. */
const INNER = new Set(['clock-mark', 'retention', 'survey-expiry', 'question-lapse', 'acceptance-lapse', 'fetch-file']);

/** Stage clocks and what else is owed, the most pressing first. */
export function promisesOf(cases: CaseRow[], owed: Obligation[], now: Date): Promised[] {
  const clocks = cases.flatMap(({ number, playbook, clock, assigned, owner, status, stage }): Promised[] => {
    if (!clock || status === 'closed' || status === 'withdrawn') return [];
    if (clock.state !== 'running' && clock.state !== 'paused') return [];
    const running = clock.leftMs < 0 ? 'broken' : clock.usedPercent >= RISK_PERCENT ? 'risk' : 'track';
    return [
      {
        id: `${number}/${clock.id}`,
        state: clock.state === 'paused' ? 'paused' : running,
        kind: `stage/${playbook}/${stage}`,
        whose: assigned ?? owner ?? '',
        number,
        playbook,
        dueAt: clock.dueAt,
      },
    ];
  });
  const books = new Map(cases.map(({ number, playbook }) => [number, playbook]));
  const others = owed
    .filter(({ kind }) => !INNER.has(kind))
    .map(({ id, kind, to = '', case: number, conversation, dueAt, toLabel, playbook }): Promised => {
      const left = Date.parse(dueAt) - now.getTime();
      const state = left < 0 ? 'broken' : left < RISK_MS ? 'risk' : 'track';
      const book = playbook ?? (number && books.get(number));
      return { id, state, kind, whose: to, whoseLabel: toLabel, number, conversation, playbook: book, dueAt };
    });
  return [...clocks, ...others].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
}

/** How many there are of each, the most first. */
export function countBy<T>(list: T[], key: (one: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
