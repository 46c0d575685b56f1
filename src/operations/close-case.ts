import { z } from 'zod';
import { missingForClosing } from '../domain/closing-needs.js';
import { rulesOf } from '../domain/common-rules.js';
import { text } from './arguments.js';
import { close } from './closing.js';
import { leave } from './course.js';
import { Refusal } from './refused.js';
import { verb } from './verb.js';
import { byRoles } from './who.js';
import { topsOf } from './who-may.js';

const shape = z.strictObject({ reason: text });

export const closeCase = verb<z.infer<typeof shape>>({
  name: 'close',
  on: 'case',
  describe: 'Closes for good after several rounds, with a final letter that names the remedies outside the company.',
  arguments: shape,
  when: 'open',
  notNow({ of, playbook }) {
    const { finalRound } = rulesOf(playbook);
    return of.rounds >= finalRound ? undefined : `Possible from round ${finalRound} on.`;
  },
  who: (work) => byRoles(work, topsOf(work.of, work.playbook)),
  counts: () => false,
  apply(work, { reason }) {
    const missing = missingForClosing(work.of, work.playbook).map((need) => need.verb);
    if (missing.length > 0) throw new Refusal('STAGE_NEEDS', `Before closing: ${missing.join(', ')}.`, missing[0]);
    leave(work);
    close(work, { tell: 'closed.final', reason });
  },
});
