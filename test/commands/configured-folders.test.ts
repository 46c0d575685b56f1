import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../src/config.js';

test('a PLAYBOOK_DIR that is not there is said in words, before anything is opened', () => {
  const folder = mkdtempSync(join(tmpdir(), 'playbooks-'));
  expect(parseConfig({ PLAYBOOK_DIR: folder }).PLAYBOOK_DIR).toBe(folder);
  expect(() => parseConfig({ PLAYBOOK_DIR: join(folder, 'nowhere') })).toThrow('PLAYBOOK_DIR: there is no such folder');
});
