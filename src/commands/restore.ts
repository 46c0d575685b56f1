import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { RedressError } from '../errors.js';
import { restore } from '../storage/restore.js';
import { runCommand } from './run-command.js';

/** `npm run restore -- FOLDER`: brings a backup back into an empty desk (DATA_DIR, or MONGODB_URI where that is set), verified. */
runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [backup] = positionals;
  if (!backup || positionals.length > 1)
    throw new RedressError('BAD_CONFIGURATION', "Name the backup's folder: npm run restore -- backups/monday");
  const { MONGODB_URI, DATA_DIR } = readConfig();
  const { collections, files, madeAt } = await restore(backup, { mongodbUri: MONGODB_URI, dataDir: DATA_DIR });
  const rows = Object.values(collections).reduce((sum, { count }) => sum + count, 0);
  console.log(`The desk of ${madeAt} is back: ${rows} rows and ${files.length} pieces of evidence, all as they were`);
});
