import { z } from 'zod';
import { lapOf } from '../domain/case-facts.js';
import { approversOf } from './who-may.js';
import { text } from './arguments.js';
import { verb } from './verb.js';

const shape = z.strictObject({ what: text });

export const requestChange = verb<z.infer<typeof shape>>({
  name: 'request-change',
  on: 'case',
  describe: 'Asks for a change of design or process.',
  arguments: shape,
  when: 'stage',
  apply(work, { what }) {
    const { of, playbook } = work;
    of.changes.push({ what, state: 'proposed', by: work.by, lap: lapOf(of) });
    for (const role of approversOf(of, playbook)) {
      work.notify({ role }, { key: 'notify.approval', values: { number: of.number, what } });
    }
  },
});
