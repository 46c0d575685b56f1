import v8 from 'node:v8';
import { readConfig } from './config.js';
import { RedressError } from './errors.js';

/** The process: configuration, start, signals. */
async function main(): Promise<void> {
  // What loading and training allocate is of no use afterwards, and a nursery that grew for it would stay as large.
  v8.setFlagsFromString('--semi-space-growth-factor=1');
  const { createApp } = await import('./app.js');
  const app = await createApp({ config: readConfig() });
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
  v8.setFlagsFromString('--semi-space-growth-factor=2');
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
