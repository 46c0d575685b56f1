import { answered } from '../src/domain/agent-promises.js';
import type { Telling } from '../src/domain/effect.js';
import type { Turn } from './turn.js';

/** A case tells its customer something: said at once, and what it asks stays open beside the dialog's own question. */
export function tell(turn: Turn, telling: Telling): void {
  const { caseNumber, from, author, say, choices = [], ask, closes = [], heard, receipt } = telling;
  turn.asks = turn.asks.filter((open) => open.caseNumber !== caseNumber || !closes.includes(open.kind));
  if (ask) turn.asks.push({ ...ask, id: telling.key, askedAt: turn.context.now });
  turn
    .sayPhrases(...say)
    .offer(choices)
    .mark({ from, author, caseNumber, heard, receipt, ofDialog: false });
  const { control } = turn;
  if (control.by === 'agent' && control.agent === author) turn.control = answered(control);
}
