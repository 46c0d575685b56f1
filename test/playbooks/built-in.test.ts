import { readFileSync } from 'node:fs';
import { errorLine } from '../../src/playbooks/playbook-error.js';
import { readPlaybook } from '../../src/playbooks/load-playbook.js';
import { VERBS } from './verbs.js';

test.each(['travel', 'hotel-frontdesk'])('%s loads without errors', (name) => {
  const file = `dialogs/playbooks/${name}/playbook.yaml`;
  const read = readPlaybook(readFileSync(file, 'utf8'), file, VERBS);
  expect('errors' in read ? read.errors.map(errorLine) : []).toEqual([]);
});
