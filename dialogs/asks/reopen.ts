import type { OpenAsk } from '../../src/domain/conversation.js';
import type { Heard } from '../listen.js';
import { isOpenCase } from '../status/case-words.js';
import { tellCase } from '../status/status.js';
import type { Turn } from '../turn.js';
import { closeAsk, openAsk } from './open-ask.js';

/** The latest closed case is to be taken up again: what is still wrong is asked first. */
export function answerReopen(turn: Turn, heard: Heard): boolean {
  const { cases } = turn.context;
  const number = heard.means.caseNumber;
  const known = cases.find(({ case: of }) => (number ? of.number === number : !isOpenCase(of))) ?? cases[0];
  if (!known || isOpenCase(known.case)) {
    tellCase(turn, known);
    return true;
  }
  openAsk(turn, { kind: 'reopen-why', caseNumber: known.case.number, choices: [] });
  turn.say('reopen.ask', { number: known.case.number });
  return true;
}

export function tellWhyReopened(turn: Turn, ask: OpenAsk, heard: Heard): void {
  closeAsk(turn, ask);
  turn.perform.push({ verb: 'reopen', caseNumber: ask.caseNumber, args: { reason: heard.text } });
}
