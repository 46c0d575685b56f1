import { settleCalls } from './calls.js';
import { proceed } from './intake/proceed.js';
import { repeatQuestion } from './intake/repeat-question.js';
import { askAgain } from './intake/ask.js';
import { sayNoted } from './intake/noted.js';
import { nothingTaken, takeFact } from './intake/facts.js';
import { fieldOf } from './intake/fields.js';
import { readingContext } from './listen.js';
import type { Turn } from './turn.js';
import { maskSecrets } from './understanding/mask-secrets.js';
import { understand } from './understanding/understand.js';

/** The agent has gone: what is certain of what was said to them is noted, and the open question put again. */
export function takeBack(turn: Turn, displayName: string): void {
  turn.control = { by: 'bot' };
  turn.say('handback', { agent: displayName });
  settleCalls(turn, 'kept');
  const quiet = turn.memory['quiet'] === true;
  delete turn.memory['quiet'];
  if (!turn.draft) return;
  const noted = mine(turn);
  const { open } = turn.dialog;
  const field = fieldOf(turn.context.playbook, open?.field);
  const answered = field !== undefined && turn.draft.fields[field.id] !== undefined;
  if (open?.kind === 'field' && field && !answered) {
    sayNoted(turn, noted);
    return askAgain(turn, field);
  }
  if (open && open.kind !== 'field' && open.kind !== 'readback') {
    sayNoted(turn, noted);
    return repeatQuestion(turn);
  }
  if (quiet) return;
  proceed(turn, noted);
}

/** Words to an agent answer no question of the bot's; only plain facts are taken from them. */
function mine(turn: Turn): string[] {
  const taken = nothingTaken();
  const { open: _asked, ...around } = readingContext(turn);
  for (const said of turn.context.saidToAgent) {
    const { facts } = understand(maskSecrets(said.text).text, around);
    for (const fact of facts) {
      const known = turn.draft!.fields[fact.field] !== undefined;
      if (fact.sure && !known) takeFact(turn, fact, said.id, taken);
    }
  }
  return taken.noted;
}
