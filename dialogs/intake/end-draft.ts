import type { Turn } from '../turn.js';

/** Nothing of the draft stays. */
export function endDraft(turn: Turn): void {
  turn.dialog.draft = undefined;
  turn.dialog.open = undefined;
  turn.dialog.insults = 0;
  const ofDraft = [
    'readBack',
    'changes',
    'sameAsked',
    'phoneRefused',
    'voice',
    'alarm',
    'pastDanger',
    'quiet',
    'noReminder',
    'mixed',
    'heardOut',
    'reminded',
    'resumedAt',
    'matters',
    'about',
    'meanwhileAsked',
    'public',
  ];
  for (const key of ofDraft) delete turn.memory[key];
}
