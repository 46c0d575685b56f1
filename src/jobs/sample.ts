import type { Case } from '../domain/case.js';
import type { Playbook } from '../domain/playbook.js';
import { drawSample } from '../domain/sample.js';
import { addDuration } from '../domain/working-time.js';

export type PlanCallback = (number: string, args: { to: string; due: string }, cause: string) => Promise<void>;

/** Part of a month's closed cases, drawn by chance, and the seed by which anybody can draw it again. */
export interface Drawn {
  count: number;
  seed: string;
}

/** Has part of a month's closed cases called back, as the playbook says. Drawn again, the same ones are planned, once. */
export async function sampleForCallbacks(
  playbook: Playbook,
  closed: Case[],
  { period, now, plan }: { period: string; now: Date; plan: PlanCallback },
): Promise<Drawn | undefined> {
  const { sample, calendar, id } = playbook;
  if (!sample) return undefined;
  const seed = `${id}/${period}`;
  const of = closed.filter(({ kind }) => sample.kinds.includes(kind)).map(({ number }) => number);
  const drawn = drawSample(of, sample.percent, seed);
  const due = addDuration(now, sample.due, calendar).toISOString();
  for (const number of drawn) await plan(number, { to: sample.by, due }, `sample/${seed}/${number}`);
  return { count: drawn.length, seed };
}
