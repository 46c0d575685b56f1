import { join, resolve } from 'node:path';
import { readConfig } from '../config.js';
import { RedressError } from '../errors.js';
import { evaluateCommand, Fault } from './classifier/evaluate-command.js';

const ROOT = resolve(
  import.meta.dirname,
  import.meta.dirname.endsWith(join('dist', 'src', 'commands')) ? '../../..' : '../..',
);

/** `npm run classifier -- evaluate ...`: prints the figures; a fault is one line and exit code 2. */
function main(args: string[]): void {
  const folders = () => {
    const { PLAYBOOK_DIR } = readConfig();
    return [join(ROOT, 'dialogs', 'playbooks'), ...(PLAYBOOK_DIR ? [PLAYBOOK_DIR] : [])];
  };
  try {
    console.log(evaluateCommand(args, folders));
  } catch (error) {
    if (!(error instanceof Fault || error instanceof RedressError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

main(process.argv.slice(2));
