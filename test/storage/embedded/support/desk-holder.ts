import { holdDesk } from '../../../../src/storage/embedded/desk-lock.js';

/** Holds the desk it is given, says so, and stays until it is killed. */
const desk = holdDesk(process.argv[2]!);
process.stdout.write('held\n');
setInterval(() => desk, 60_000);
