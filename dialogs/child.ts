import { callQuietly } from './person.js';
import type { Turn } from './turn.js';
import { phrase } from './wording/phrase.js';

/** Who says to be a child is heard first; a person is called, a guardian's number asked. */
export function hearChild(turn: Turn): void {
  if (turn.memory['child']) return;
  turn.memory['child'] = true;
  turn.say('privacy.minor');
  callQuietly(turn, 'child', phrase('notify.waiting.new'));
}
