import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { play } from './replay/play.js';
import { readTranscript } from './replay/read-transcript.js';

/** `npm run replay -- [--json] FILE...`: plays transcripts, each against a fresh desk; exits 1 if any failed. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (positionals.length === 0) {
    console.error('Name at least one transcript: npm run replay -- test/conversations/*.txt');
    process.exitCode = 2;
    return;
  }
  const { MONGODB_URI } = readConfig();
  const shared = { models: new Map() };
  const results = [];
  for (const file of positionals) {
    const transcript = readTranscript(file, await readFile(file, 'utf8'));
    const failures = await play(transcript, { mongodbUri: MONGODB_URI, shared });
    results.push({ file, title: transcript.title, failures });
    if (!values.json)
      for (const { line, expected, actual } of failures)
        console.log(`${file}:${line}: expected ${expected}; got ${actual}`);
  }
  const failed = results.filter(({ failures }) => failures.length > 0).length;
  if (values.json)
    console.log(JSON.stringify({ passed: results.length - failed, failed, transcripts: results }, null, 2));
  else console.log(`${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await main();
