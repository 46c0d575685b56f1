import type { Effect } from '../domain/effect.js';
import type { Obligation } from '../domain/obligation.js';
import type { CaseStore, ObligationStore } from '../domain/ports.js';
import type { Phrase } from '../domain/phrase.js';
import type { Playbook } from '../domain/playbook.js';
import { sampleForCallbacks, type PlanCallback } from './sample.js';

const MANY = 100_000;

interface Needs {
  cases: CaseStore;
  now(): Date;
  playbook(id: string): Playbook | undefined;
  plan: PlanCallback;
  notify(effect: Extract<Effect, { kind: 'notify' }>, playbook: Playbook): Promise<void>;
}

/** Owes each playbook's reports of the present month and week, once a period. */
export function oweReports(obligations: ObligationStore, owed: () => Obligation[]): () => Promise<void> {
  const known = new Set<string>();
  return async () => {
    for (const report of owed().filter(({ id }) => !known.has(id))) {
      await obligations.owe(report);
      known.add(report.id);
    }
  };
}

/**
 * Makes a report that is due and delivers it to the role that owes it: what came in, what was closed, what was late. With a
 * month's report go the callbacks that are drawn from it.
 */
export async function deliverReport(
  { cases, now, playbook: named, plan, notify }: Needs,
  { id, to, detail, dueAt }: Obligation,
): Promise<void> {
  const playbook = named(String(detail.playbook));
  if (!playbook || !to) return;
  const [from, until] = periodOf(String(detail.every), String(detail.period), dueAt);
  const all = (await cases.list({ limit: MANY })).cases.filter((of) => of.playbook.id === playbook.id);
  const within = (at: Date | undefined) => at !== undefined && at >= from && at <= until;
  const opened = all.filter(({ openedAt }) => within(openedAt));
  const closed = all.filter(({ status, closedAt }) => status === 'closed' && within(closedAt));
  const figures: [key: string, value: number][] = [
    ['report.received', opened.length],
    ['report.closed', closed.length],
    ['report.open', all.filter(({ status }) => status === 'open' || status === 'waiting-for-customer').length],
    ['report.repeat', opened.filter(({ linked }) => linked.length > 0).length],
    ['report.reopened', all.filter(({ reopened }) => reopened > 0).length],
    [
      'report.late',
      all
        .flatMap(({ clocks }) => clocks)
        .filter(({ events }) => events.some(({ what, at }) => what === 'breached' && within(at))).length,
    ],
  ];
  const lines = figures.map(([key, value]): [{ phrase: Phrase }, number] => [{ phrase: { key } }, value]);
  const period = String(detail.period);
  const drawn =
    detail.every === 'month' ? await sampleForCallbacks(playbook, closed, { period, now: dueAt, plan }) : undefined;
  if (drawn) lines.push([{ phrase: { key: 'report.drawn', values: { seed: drawn.seed } } }, drawn.count]);
  const day = (at: Date) => ({ date: at.toISOString(), form: 'day' as const });
  const report = { phrase: { key: `report.${String(detail.every)}` } };
  await notify(
    {
      kind: 'notify',
      key: `${id}/delivered`,
      to: { role: to },
      phrase: {
        key: 'notify.report.made',
        values: { report, from: day(from), to: day(until > now() ? now() : until), lines: { lines } },
      },
    },
    playbook,
  );
}

function periodOf(every: string, period: string, dueAt: Date): [Date, Date] {
  const start = every === 'month' ? new Date(`${period}-01T00:00:00Z`) : new Date(`${period}T00:00:00Z`);
  return [start, dueAt];
}
