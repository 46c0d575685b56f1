import type { Field } from '../../src/domain/field.js';
import { answerTo, type Heard } from '../listen.js';
import type { Turn } from '../turn.js';
import { askAgain, awaitField, questionOf, reasonOf } from './ask.js';
import { tellStory } from './draft.js';
import type { Taken } from './facts.js';
import { refusePhone } from './failures.js';

/** Questions and refusals in the place of an answer. True when they were answered and the open question put again. */
export function answeredBeside(turn: Turn, heard: Heard, field: Field, taken: Taken): boolean {
  const { signs } = heard.means;
  if (signs.includes('refuses-phone') && (field.id === 'phone' || field.id === 'name')) {
    refusePhone(turn);
    return true;
  }
  if (signs.includes('why-asked')) {
    const reason = reasonOf(turn, field);
    if (reason) turn.sayPhrases(reason);
    askAgain(turn, field);
    return true;
  }
  const told = taken.noted.length + taken.changed.length > 0;
  // Asked a second time, whatever is said is the answer.
  if (told || turn.dialog.open!.tries > 0 || field.id === 'outcome' || field.id === 'content') return false;
  if (signs.includes('asks-promise')) {
    turn.say('repair.promise');
    askAgain(turn, field);
    return true;
  }
  if (signs.includes('question') && 'invalid' in answerTo(field, heard.text, turn)) {
    tellStory(turn.draft!, heard.event.id, heard.text, heard.means.rest);
    turn.say('repair.unknown', { question: { phrase: questionOf(turn, field) } });
    awaitField(turn, field, { tries: 1 });
    return true;
  }
  return false;
}
