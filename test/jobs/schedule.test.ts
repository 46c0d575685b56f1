import { jest } from '@jest/globals';
import { startTicking } from '../../src/jobs/schedule.js';

const never = () => new Promise<void>(() => undefined);

test('a sweep that is still running is left alone, and only the one log hears of it', async () => {
  jest.useFakeTimers({ now: new Date('2026-03-02T09:00:00Z') });
  const printed = [jest.spyOn(console, 'log'), jest.spyOn(console, 'warn'), jest.spyOn(process.stdout, 'write')];
  const logged: object[] = [];
  const log = (level: string) => (fields: object, text: string) => void logged.push({ level, ...fields, text });
  const logger = { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
  let begun = 0;
  const messages = () => {
    begun += 1;
    return never();
  };
  const stop = startTicking({ sweep: never, messages, webhooks: never }, logger);
  try {
    await jest.advanceTimersByTimeAsync(16_000);
    expect(begun).toBe(1);
    expect(logged).toContainEqual({ level: 'warn', job: 'messages', text: expect.stringContaining('overlap') });
    for (const one of printed) expect(one).not.toHaveBeenCalled();
  } finally {
    await stop();
    jest.useRealTimers();
    jest.restoreAllMocks();
  }
});
