import cron, { type Logger as CronLogger } from 'node-cron';
import type { Logger } from '../domain/ports.js';

/** The one timetable. node-cron only ticks; what is due stands in the store, so a missed tick or a restart loses nothing. */
export const TIMETABLE = {
  /** Everything that is due: obligations, unhandled messages, waiting replies, effects left by a crash. */
  sweep: '* * * * *',
  /** Replies to retry and messages whose process died: more often than a minute. */
  messages: '*/5 * * * * *',
  /** Apart, so that a slow receiver holds nothing else up. */
  webhooks: '*/5 * * * * *',
} as const;

export type Jobs = Record<keyof typeof TIMETABLE, () => Promise<void>>;

/** Starts ticking; a tick that finds the last one still running is skipped. Answers how to stop. */
export function startTicking(jobs: Jobs, log: Logger): () => Promise<void> {
  const tasks = Object.entries(TIMETABLE).map(([name, expression]) => {
    const job = jobs[name as keyof Jobs];
    const run = () =>
      job().catch((error: unknown) =>
        log.error(
          { job: name, err: error instanceof Error ? error.message : 'unknown' },
          'a sweep failed and is tried at the next tick',
        ),
      );
    return cron.schedule(expression, run, { name, noOverlap: true, logger: toldTo(log, name) });
  });
  return async () => {
    await Promise.all(tasks.map((task) => task.destroy()));
  };
}

/** What node-cron has to say, in the one log: a tick that finds the last one running is no fault. */
function toldTo(log: Logger, job: string): CronLogger {
  const told = (level: 'debug' | 'warn' | 'error') => (message: string | Error) =>
    log[level]({ job, ...(message instanceof Error && { err: message.message }) }, said(message));
  return { info: told('debug'), debug: told('debug'), warn: told('warn'), error: told('error') };
}

const said = (message: string | Error): string => (message instanceof Error ? 'a tick failed' : message);
