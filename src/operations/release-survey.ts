import { z } from 'zod';
import { inWakingHours } from '../domain/working-time.js';
import { verb } from './verb.js';
import { byDesk } from './who.js';

const shape = z.strictObject({});

export const releaseSurvey = verb<z.infer<typeof shape>>({
  name: 'release-survey',
  on: 'case',
  describe: 'Asks a survey that was held back while another case was open.',
  arguments: shape,
  when: 'always',
  internal: true,
  who: byDesk,
  counts: () => false,
  apply({ of, playbook, now }) {
    if (of.survey.state !== 'owed' || !of.survey.heldBack) return;
    of.survey.heldBack = undefined;
    of.survey.dueAt = inWakingHours(now, playbook.calendar.zone);
  },
});
