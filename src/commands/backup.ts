import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { RedressError } from '../errors.js';
import { backUp } from '../storage/backup.js';
import { systemClock } from '../system.js';
import { runCommand } from './run-command.js';

/** `npm run backup -- FOLDER`: a consistent copy of the embedded desk with its evidence, also while it runs. */
runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [target] = positionals;
  if (!target || positionals.length > 1)
    throw new RedressError('BAD_CONFIGURATION', 'Name the new folder of the backup: npm run backup -- backups/monday');
  const { MONGODB_URI, DATA_DIR } = readConfig();
  if (MONGODB_URI)
    throw new RedressError('BAD_CONFIGURATION', 'MONGODB_URI: back MongoDB up with its own tools, such as mongodump.');
  const { collections, files } = await backUp(DATA_DIR, target, systemClock.now());
  const rows = Object.values(collections).reduce((sum, { count }) => sum + count, 0);
  console.log(`${target}: ${rows} rows and ${files.length} pieces of evidence, with their hashes`);
});
