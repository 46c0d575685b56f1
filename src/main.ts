import { readConfig } from './config.js';
import { RedressError } from './errors.js';
import { smallStart } from './small-start.js';

/** The process: configuration, start, signals. */
async function main(): Promise<void> {
  const app = await smallStart(async () => {
    const { createApp } = await import('./app.js');
    return createApp({ config: readConfig() });
  });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  await app.start();
  for (const line of app.announcements) console.log(line);
  console.log(`Redress answers at ${app.address} (customers) and ${app.address}/desk (staff)`);
}

main().catch((error: unknown) => {
  const known =
    error instanceof RedressError
      ? error.message
      : `Redress cannot start: ${error instanceof Error ? error.message : 'unknown error'}`;
  console.error(known.split('\n')[0]);
  process.exit(1);
});
