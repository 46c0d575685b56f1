import { readConfig } from '../config.js';
import { RedressError } from '../errors.js';
import { moveToMongodb } from '../storage/move-to-mongodb.js';
import { runCommand } from './run-command.js';

/** `npm run migrate-to-mongodb`: copies the stopped desk of DATA_DIR to the empty database of MONGODB_URI, verified. */
runCommand(async () => {
  const { MONGODB_URI, DATA_DIR } = readConfig();
  if (!MONGODB_URI)
    throw new RedressError('BAD_CONFIGURATION', 'MONGODB_URI: name the MongoDB database that the desk moves to.');
  const { collections, files } = await moveToMongodb(DATA_DIR, MONGODB_URI);
  for (const [name, { count, hash }] of Object.entries(collections))
    console.log(`${name.padEnd(14)} ${String(count).padStart(8)}  ${hash.slice(0, 16)}`);
  console.log(`${files} pieces of evidence; counts and hashes agree. Start the desk with MONGODB_URI from now on.`);
});
