import type { MessageStore, ObligationStore } from './domain/ports.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

interface Needs {
  now(): Date;
  /** Moves the clock; only a clock that is not the machine's can. */
  set(at: Date): void;
  obligations: ObligationStore;
  messages: MessageStore;
  /** One tick: everything that is due. */
  sweep(): Promise<void>;
}

/** Lets time pass until `until` as if a tick came every minute; minutes in which nothing is due, and no day begins, are passed over. */
export async function runUntil({ now, set, obligations, messages, sweep }: Needs, until: Date): Promise<void> {
  await sweep();
  for (;;) {
    const due = [await obligations.nextDue(), await messages.nextDue()].flatMap((at) => (at ? [at.getTime()] : []));
    const afterThisMinute = (Math.floor(now().getTime() / MINUTE_MS) + 1) * MINUTE_MS;
    const nextDay = (Math.floor(now().getTime() / DAY_MS) + 1) * DAY_MS;
    const next = Math.min(nextDay, Math.max(afterThisMinute, Math.ceil(Math.min(...due) / MINUTE_MS) * MINUTE_MS));
    if (next > until.getTime()) break;
    set(new Date(next));
    await sweep();
  }
  if (until > now()) set(until);
  await sweep();
}
