import { statSync } from 'node:fs';
import { CASE_VERBS, STAFF_VERBS } from '../operations/verbs.js';
import { loadPlaybookFile, type LoadedPlaybook } from '../playbooks/load-folder.js';
import { errorLine } from '../playbooks/playbook-error.js';

const USAGE = 'Name at least one playbook: npm run playbook -- check my-playbooks/shop/playbook.yaml';

/** `npm run playbook -- check FILE...`: a line for every fault of each playbook and its examples; exits 1 if there is any. */
function main([action, ...files]: string[]): void {
  if (action !== 'check' || files.length === 0) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  for (const file of files) {
    const lines = isFile(file) ? check(file) : [`${file}:1 file: there is no such file`];
    if (lines.length === 0) continue;
    process.exitCode = 1;
    lines.forEach((line) => console.error(line));
  }
}

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/** The faults; without any, says what the playbook holds. */
function check(file: string): string[] {
  const verbs = [...CASE_VERBS, ...STAFF_VERBS].map(({ name }) => name);
  const loaded = loadPlaybookFile(file, verbs);
  if ('errors' in loaded) return loaded.errors.map(errorLine);
  console.log(`${file}: ok, ${summary(loaded)}`);
  return [];
}

function summary({ playbook, examples }: LoadedPlaybook): string {
  const { id, version, hash, stages, fields, categories } = playbook;
  const parts = `${stages.length} stages, ${fields.length} fields, ${categories.length} categories`;
  return `${id} version ${version} (${hash.slice(0, 12)}): ${parts}, ${examples.length} examples`;
}

main(process.argv.slice(2));
