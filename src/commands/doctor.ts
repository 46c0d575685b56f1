import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { examine } from '../storage/examine.js';
import { systemClock } from '../system.js';
import { runCommand } from './run-command.js';

/** `npm run doctor -- [--json]`: looks at everything that is stored, also while the desk runs; exits 1 with a list of what is wrong. */
runCommand(async () => {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const { MONGODB_URI, DATA_DIR } = readConfig();
  const { counts, findings } = await examine({ mongodbUri: MONGODB_URI, dataDir: DATA_DIR }, systemClock.now());
  process.exitCode = findings.length > 0 ? 1 : 0;
  if (values.json) return console.log(JSON.stringify({ sound: findings.length === 0, counts, findings }, null, 2));
  for (const [name, count] of Object.entries(counts)) console.log(`${name.padEnd(14)} ${count}`);
  for (const { what, where, times } of findings)
    console.log(`${times} x ${what}: ${where.join(', ')}${times > where.length ? ', ...' : ''}`);
  console.log(findings.length === 0 ? 'Nothing is wrong.' : `${findings.length} kinds of fault.`);
});
