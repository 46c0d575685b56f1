import { parseArgs } from 'node:util';
import { terminal } from '../../adapters/terminal.js';
import { createApp } from '../app.js';
import { readConfig } from '../config.js';
import { RedressError } from '../errors.js';
import { systemIds } from '../system.js';

/** `npm run chat`: the same bot in a terminal, on the desk of DATA_DIR. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { playbook: { type: 'string' }, user: { type: 'string', default: 'terminal' } },
  });
  const config = {
    ...readConfig(),
    LOG_LEVEL: 'error' as const,
    ...(values.playbook && { PLAYBOOK: values.playbook }),
  };
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const channel = terminal(
    { input: process.stdin, output: process.stdout, ended: end, session: systemIds.next() },
    values.user,
  );
  const app = await createApp({ config, channels: [channel], listen: false });
  await app.start();
  process.on('SIGINT', end);
  await ended;
  await app.idle();
  await app.stop();
}

main().catch((error: unknown) => {
  console.error(
    error instanceof RedressError
      ? error.message
      : `The chat cannot start: ${error instanceof Error ? error.message : 'unknown error'}`,
  );
  process.exitCode = 1;
});
