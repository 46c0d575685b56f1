import type { Field } from '../../src/domain/field.js';
import { choice, choices } from '../choices.js';
import type { Heard } from '../listen.js';
import type { PhraseKey } from '../phrases/phrase-keys.js';
import type { Turn } from '../turn.js';
import type { Answer } from '../understanding/understood.js';
import { awaitField, questionOf, reasonOf } from './ask.js';
import { pass, tellStory } from './draft.js';
import { nothingTaken, type Taken } from './facts.js';
import { fieldOf } from './fields.js';
import { goOn } from './go-on.js';
import { isMajor } from './file-early.js';
import { proceed } from './proceed.js';
import { labelOf, shownValue } from './shown.js';

/** So many failures, and the question is put aside. */
const ENOUGH = 3;
/** Longer than a slip of the finger: kept in the story. */
const WORDS = 12;

/** What tries to be a time. */
export const TIMELY =
  /\d|[点點號号月日天周晚早午时時前]|\b(?:am|pm|ago|last|week|month|day|night|o'clock|noon|when)\b/i;

/** Whether words try to be what a field holds, and may have gone wrong only in a sign. */
function isTry({ type }: Field, text: string): boolean {
  if (type === 'phone' || type === 'amount') return /\d/.test(text);
  return type !== 'datetime' || TIMELY.test(text);
}

/** Says what is wrong, twice; then the question is put aside, and a person or skipping offered. */
export function fail(turn: Turn, heard: Heard, field: Field, answer: Answer, taken: Taken): void {
  const open = turn.dialog.open!;
  const tries = open.tries + 1;
  // Words where a number was asked are no number with a digit wrong.
  const isToCome = 'invalid' in answer && answer.invalid === 'future';
  const wordy =
    !isToCome && (turn.draft!.urgent !== undefined || heard.text.length > WORDS || !isTry(field, heard.text));
  const bare = heard.means.command === 'yes' || heard.means.command === 'no';
  const beside = 'invalid' in answer && answer.invalid === 'text' && heard.text !== '' && !bare;
  // A few words where a name was asked may be the name after all, and no story to read back.
  const shown = wordy || field.id !== 'name' ? heard.means.rest : '';
  if (wordy || beside) tellStory(turn.draft!, heard.event.id, heard.text, shown);
  if (taken.noted.length + taken.changed.length > 0) return goOn(turn, taken);
  if (tries >= ENOUGH) return giveUp(turn, field);
  if (tries === 1 && (wordy || beside)) turn.say('repair.nomatch', { question: { phrase: questionOf(turn, field) } });
  else if (beside || (bare && field.type === 'text')) turn.sayPhrases(questionOf(turn, field));
  else sayWhatIsWrong(turn, heard, field, answer, tries);
  awaitField(turn, field, { tries, detail: { ...open.detail, said: heard.text } });
}

function sayWhatIsWrong(turn: Turn, heard: Heard, field: Field, answer: Answer, tries: number): void {
  const { playbook } = turn.context;
  const named = {
    field: labelOf(field, turn.draft!, playbook),
    example: field.example ? { texts: field.example } : '',
  };
  const wrong = 'invalid' in answer ? answer.invalid : 'text';
  if (tries === 2 && field.example) turn.say('ask.again', named);
  else if (wrong === 'pattern') turn.say('invalid.pattern', named);
  else if (wrong === 'future') {
    const value = ('invalid' in answer && answer.value) || heard.text;
    turn.say('invalid.future', { value: shownValue(field, value, playbook) });
  } else turn.say(`invalid.${wrong}` as PhraseKey);
}

function giveUp(turn: Turn, field: Field): void {
  // Told how to skip, whoever goes on otherwise has passed it over.
  if (field.optional && turn.dialog.open!.tries >= ENOUGH) {
    pass(turn.draft!, field.id);
    return goOn(turn, nothingTaken());
  }
  if (field.optional) {
    turn.say('offer.skip');
    return awaitField(turn, field, { tries: ENOUGH });
  }
  pass(turn.draft!, field.id);
  turn.say('offer.agent');
  turn.ask({ kind: 'offer', tries: 0, detail: { what: 'agent' } }, choices('agent', 'no'));
}

/** An optional question is passed over; of a required one it is first said why it is asked. */
export function skip(turn: Turn, field: Field): void {
  const open = turn.dialog.open!;
  if (open.detail?.['change']) return goOn(turn, nothingTaken());
  if (field.id === 'phone') return refusePhone(turn);
  const demanded = field.id === 'content' || (open.tries === 0 && !isMajor(turn.draft!, turn.context.playbook));
  if (!field.optional && demanded) {
    const reason = reasonOf(turn, field);
    if (reason) turn.sayPhrases(reason);
    turn.sayPhrases(questionOf(turn, field));
    return awaitField(turn, field, { tries: 1 });
  }
  pass(turn.draft!, field.id);
  proceed(turn);
}

/** Nobody can be made to say what they do not know, nor twice what they `said`: it goes on without. */
export function putAside(turn: Turn, field: Field, said = false): void {
  if (field.id === 'phone') return refusePhone(turn);
  pass(turn.draft!, field.id);
  if (field.type === 'text' && field.id !== 'outcome' && !said)
    turn.say('lack.fine', { field: labelOf(field, turn.draft!, turn.context.playbook) });
  goOn(turn, nothingTaken());
}

/** The first time the reason and the other ways; the second time it is settled. */
export function refusePhone(turn: Turn): void {
  const phone = fieldOf(turn.context.playbook, 'phone');
  if (!phone || turn.memory['phoneRefused']) return withoutPhone(turn);
  turn.memory['phoneRefused'] = true;
  turn.say('ask.phone.refused');
  const asks = { field: 'phone', type: phone.type, optional: phone.optional };
  turn.ask({ kind: 'field', field: 'phone', tries: 0 }, [choice('chat'), choice('agent')], asks);
}

/** No number is left; `elsewhere`: they gave another address, and that was said. */
export function withoutPhone(turn: Turn, elsewhere = false): void {
  turn.memory['phoneRefused'] = true;
  pass(turn.draft!, 'phone');
  if (!elsewhere) turn.say('ask.phone.none');
  goOn(turn, nothingTaken());
}
