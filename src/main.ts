import { setTimeout } from 'node:timers/promises';
import type { App } from './app.js';
import { readConfig } from './config.js';
import { RedressError } from './errors.js';
import { smallStart } from './small-start.js';

/** Long enough for whoever waits for the first page: training holds the event loop. */
const FIRST_PAGES_MS = 500;

/** The process: configuration, start, signals. */
const main = () =>
  smallStart(async () => {
    const { createApp } = await import('./app.js');
    const app = await createApp({ config: readConfig() });
    stopOnSignals(app);
    await app.start();
    for (const line of app.announcements) console.log(line);
    console.log(`Redress answers at ${app.address} (customers) and ${app.address}/desk (staff)`);
    await setTimeout(FIRST_PAGES_MS);
    await app.train();
  });

function stopOnSignals(app: App): void {
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  const known =
    error instanceof RedressError
      ? error.message
      : `Redress cannot start: ${error instanceof Error ? error.message : 'unknown error'}`;
  console.error(known.split('\n')[0]);
  process.exit(1);
});
