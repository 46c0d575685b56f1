import type { Draft } from '../../src/domain/dialog.js';
import type { Field } from '../../src/domain/field.js';
import type { Playbook } from '../../src/domain/playbook.js';
import { highestSeverity, ruleRaises, severityText } from '../../src/domain/severity.js';
import type { Turn } from '../turn.js';
import { plainOf } from '../understanding/reading.js';
import { pass } from './draft.js';
import { missingFields } from './fields.js';
import { proceed } from './proceed.js';
import { readBack } from './read-back.js';
import { repeatQuestion } from './repeat-question.js';

/**
 * The customer wants it filed before everything was asked: what is optional is passed over, a major matter is not held up,
 * others are asked on.
 */
export function fileEarly(turn: Turn, asked?: Field): void {
  const draft = turn.draft!;
  const { playbook, channel } = turn.context;
  const missing = missingFields(draft, playbook);
  // Not to know it will do, so not to say it will do too.
  const passable = asked === undefined || asked.optional || asked.unknownAllowed;
  if (passable && missing.every(({ unknownAllowed }) => unknownAllowed)) {
    for (const { id } of missing) pass(draft, id);
    for (const { id, optional } of playbook.fields) if (optional && draft.fields[id] === undefined) pass(draft, id);
    return proceed(turn);
  }
  const reachable = draft.fields['phone'] !== undefined || channel.push;
  if (!isMajor(draft, playbook) || !reachable || draft.fields['content'] === undefined) return repeatQuestion(turn);
  for (const { id } of missing) pass(draft, id);
  readBack(turn);
}

/** Whether the playbook's rules raise what was told so far to the highest severity. */
export function isMajor(draft: Draft, playbook: Playbook): boolean {
  if (playbook.severities.length < 2) return false;
  const words = plainOf(severityText(draft.fields));
  return ruleRaises(playbook, { ...draft, alarm: draft.urgent }, words).some(
    ({ to }) => to === highestSeverity(playbook),
  );
}
