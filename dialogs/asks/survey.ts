import type { OpenAsk } from '../../src/domain/conversation.js';
import { choices } from '../choices.js';
import type { Heard } from '../listen.js';
import type { Turn } from '../turn.js';
import { choiceIn } from './ask-answers.js';
import { closeAsk, openAsk } from './open-ask.js';

/** Up to this score the words are asked as what went wrong, and the case is taken up again. */
const LOW = 2;
const SCORES = ['1', '2', '3', '4', '5'];

export function answerSurveyScore(turn: Turn, ask: OpenAsk, heard: Heard): void {
  const score = Number(choiceIn(turn, ask, heard));
  const { caseNumber } = ask;
  closeAsk(turn, ask);
  turn.perform.push({ verb: 'answer-survey', caseNumber, args: { score } });
  turn.say(score <= LOW ? 'survey.low' : 'survey.why').offer(choices('skip'));
  openAsk(turn, { kind: 'survey-words', caseNumber, about: String(score), choices: ['skip'] });
}

export function answerSurveyWords(turn: Turn, ask: OpenAsk, heard: Heard): void {
  const skipped =
    choiceIn(turn, ask, heard) === 'skip' || heard.means.command === 'skip' || heard.means.command === 'no';
  closeAsk(turn, ask);
  turn.memory['surveyTold'] = Number(ask.about) <= LOW ? 'low' : 'high';
  turn.perform.push({
    verb: 'answer-survey',
    caseNumber: ask.caseNumber,
    args: { comment: skipped ? '' : heard.text },
  });
}

/** After score and words: the playbook's further questions, one by one. True when one was asked. */
export function askNextSurveyQuestion(turn: Turn, caseNumber: string, after?: string): boolean {
  const questions =
    turn.context.cases.find(({ case: of }) => of.number === caseNumber)?.playbook.survey?.questions ?? [];
  const next = questions[after === undefined ? 0 : questions.findIndex(({ id }) => id === after) + 1];
  if (!next) return false;
  const offered = next.type === 'score' ? [...SCORES, 'skip'] : ['skip'];
  turn.sayPhrases(next.label[turn.language]).offer(choices(...offered));
  openAsk(turn, { kind: 'survey-question', caseNumber, about: next.id, choices: offered });
  return true;
}

export function answerSurveyQuestion(turn: Turn, ask: OpenAsk, heard: Heard): void {
  const chosen = choiceIn(turn, ask, heard);
  closeAsk(turn, ask);
  const answer = chosen ?? heard.text;
  if (answer !== 'skip') {
    turn.perform.push({ verb: 'answer-survey', caseNumber: ask.caseNumber, args: { question: ask.about, answer } });
  }
  if (!askNextSurveyQuestion(turn, ask.caseNumber, ask.about)) turn.say('survey.thanks');
}
