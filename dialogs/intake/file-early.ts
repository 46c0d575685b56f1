import type { Draft } from '../../src/domain/dialog.js';
import type { Playbook } from '../../src/domain/playbook.js';
import { highestSeverity, ruleRaises, severityText } from '../../src/domain/severity.js';
import type { Turn } from '../turn.js';
import { plainOf } from '../understanding/reading.js';
import { pass } from './draft.js';
import { missingFields } from './fields.js';
import { readBack } from './read-back.js';
import { repeatQuestion } from './repeat-question.js';

/** The customer wants it filed before everything was asked: a major matter is not held up, others are asked on. */
export function fileEarly(turn: Turn): void {
  const draft = turn.draft!;
  const { playbook, channel } = turn.context;
  const reachable = draft.fields['phone'] !== undefined || channel.push;
  if (!isMajor(draft, playbook) || !reachable || draft.fields['content'] === undefined) return repeatQuestion(turn);
  for (const { id } of missingFields(draft, playbook)) pass(draft, id);
  readBack(turn);
}

/** Whether the playbook's rules raise what was told so far to the highest severity. */
export function isMajor(draft: Draft, playbook: Playbook): boolean {
  if (playbook.severities.length < 2) return false;
  const words = plainOf(severityText(draft.fields));
  return ruleRaises(playbook, draft, words).some(({ to }) => to === highestSeverity(playbook));
}
