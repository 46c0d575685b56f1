import type { OpenAsk } from '../../src/domain/conversation.js';
import type { Heard } from '../listen.js';
import type { Turn } from '../turn.js';
import { tellCase } from '../status/status.js';
import { choiceIn } from './ask-answers.js';
import { closeAsk, openAsk } from './open-ask.js';

const REASON = /[,，。.;；!！]/;

/** The customer accepts, or refuses and is asked why; a reason said with it is taken at once. */
export function answerAcceptance(turn: Turn, ask: OpenAsk, heard: Heard): void {
  const { caseNumber, about } = ask;
  closeAsk(turn, ask);
  if (isSettled(turn, caseNumber)) return;
  if (choiceIn(turn, ask, heard) === 'accept') {
    turn.perform.push({ verb: 'accept-outcome', caseNumber, args: {} });
    return;
  }
  const [, ...reasons] = heard.text.split(REASON);
  const reason = heard.event.choice === undefined ? reasons.join('，').trim() : '';
  // A quote refused means no work, whatever the reason.
  if (reason.length > 1 || about === 'quote') return refuse(turn, caseNumber, reason.length > 1 ? heard.text : '');
  openAsk(turn, { kind: 'refuse-why', caseNumber, about, choices: [] });
  // From now on their silence is no agreement, whether they say why or not.
  turn.perform.push({ verb: 'decline-outcome', caseNumber, args: {} });
  turn.say('refuse.why');
}

export function tellWhyRefused(turn: Turn, ask: OpenAsk, heard: Heard): void {
  closeAsk(turn, ask);
  if (isSettled(turn, ask.caseNumber)) return;
  if (heard.means.signs.includes('asks-promise')) turn.memory['promiseAsked'] = true;
  refuse(turn, ask.caseNumber, heard.text);
}

/** Answered on the telephone meanwhile: the customer hears where the case is. */
function isSettled(turn: Turn, number: string): boolean {
  const known = turn.context.cases.find(({ case: of }) => of.number === number);
  if (!known || known.case.status === 'waiting-for-customer') return false;
  tellCase(turn, known);
  return true;
}

function refuse(turn: Turn, caseNumber: string, reason: string): void {
  turn.perform.push({ verb: 'refuse-outcome', caseNumber, args: reason ? { reason } : {} });
}
