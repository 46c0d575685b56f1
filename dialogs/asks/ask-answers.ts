import type { OpenAsk } from '../../src/domain/conversation.js';
import { addFiles } from './add-files.js';
import { chosenByWords } from '../choices.js';
import type { Heard } from '../listen.js';
import type { Turn } from '../turn.js';
import { answerSurveyQuestion, answerSurveyScore, answerSurveyWords } from './survey.js';
import { answerAcceptance, tellWhyRefused } from './acceptance.js';
import { tellWhyReopened } from './reopen.js';

/** Kinds of question that are answered by free words. */
const IN_WORDS = ['refuse-why', 'survey-words', 'question', 'reopen-why'];

/** A survey's further question is answered by words where no score is offered. */
function takesWords({ kind, choices }: OpenAsk): boolean {
  return IN_WORDS.includes(kind) || (kind === 'survey-question' && !choices.includes('1'));
}

/** Matches a message to a question asked beyond the dialog's own, days ago perhaps. True when it answered one. */
export function answerAsk(turn: Turn, heard: Heard): boolean {
  const ask = answeredAsk(turn, heard);
  if (!ask) return false;
  switch (ask.kind) {
    case 'acceptance':
      answerAcceptance(turn, ask, heard);
      break;
    case 'refuse-why':
      tellWhyRefused(turn, ask, heard);
      break;
    case 'survey-score':
      answerSurveyScore(turn, ask, heard);
      break;
    case 'survey-words':
      answerSurveyWords(turn, ask, heard);
      break;
    case 'survey-question':
      answerSurveyQuestion(turn, ask, heard);
      break;
    case 'question':
      answerQuestionOfStaff(turn, ask, heard);
      break;
    case 'reopen-why':
      tellWhyReopened(turn, ask, heard);
      break;
  }
  return true;
}

/** The newest open question that the message can be an answer to; the dialog's own when that is newer. */
function answeredAsk(turn: Turn, heard: Heard): OpenAsk | undefined {
  const newest = [...turn.asks].sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime());
  const ownAt = turn.dialog.open ? Number(turn.memory['openAt'] ?? 0) : -Infinity;
  return newest.find((ask) => {
    const isNewer = ask.askedAt.getTime() >= ownAt;
    const named = choiceIn(turn, ask, heard);
    if (named !== undefined)
      return isNewer || !turn.dialog.open?.choices.includes(named) ? !isNumberOpen(turn, named) : false;
    if (heard.choice !== undefined || !isNewer) return false;
    return takesWords(ask) && isAnswerInWords(heard);
  });
}

/** The ask's choice that was pressed or is named in words. */
export function choiceIn(turn: Turn, ask: OpenAsk, heard: Heard): string | undefined {
  if (heard.event.choice !== undefined) return ask.choices.find((id) => id === heard.event.choice);
  const named = chosenByWords(heard.text, ask.choices, turn.context.playbook);
  if (named !== undefined) return named;
  const { command, signs } = heard.means;
  if (ask.kind === 'acceptance')
    return command === 'yes' ? 'accept' : command === 'no' ? 'refuse' : refusedInWords(heard.text);
  if (ask.choices.includes('1') && signs.includes('number-only'))
    return ask.choices.find((id) => id === heard.text.trim());
  return command === 'skip' && ask.choices.includes('skip') ? 'skip' : undefined;
}

const REFUSES =
  /^(?:我|我们|我們)?(?:是|还是|還是|绝对|絕對|完全)?(?:不能?接受|不同意|无法接受|無法接受|接受不了|不认可|不認可|不满意|不滿意|不服|没修好|沒修好)|^(?:i|we)(?: still| really)? (?:don't|do not|can't|cannot|won't|will not) (?:accept|agree)|^not (?:accepted|acceptable|satisfied|good enough)/i;
const ACCEPTS =
  /^(?:行|好|好的|嗯|那|那就)?[，, ]*(?:我|我们|我們)?(?:可以|能|愿意|願意|勉强|勉強|就)?(?:接受|同意)(?!不了|吗|嗎|什么|什麼)|^修好了|^(?:ok(?:ay)?,? )?(?:i|we)(?: can|'ll| will)? (?:accept|agree)\b|^accepted/i;

/** What takes a yes half back. */
const CONDITION = /但|不过|不過|除非|前提|\b(?:but|if|unless|only)\b/i;

function refusedInWords(text: string): string | undefined {
  const words = text.trim();
  if (REFUSES.test(words)) return 'refuse';
  return ACCEPTS.test(words) && !CONDITION.test(words) ? 'accept' : undefined;
}

/** A bare number is the answer to an open question for a number. */
function isNumberOpen(turn: Turn, choiceId: string): boolean {
  const { open } = turn.dialog;
  if (!/^\d$/.test(choiceId) || open?.kind !== 'field') return false;
  const field = turn.context.playbook.fields.find(({ id }) => id === open.field);
  return field !== undefined && field.type !== 'file';
}

function isAnswerInWords(heard: Heard): boolean {
  const { command, signs } = heard.means;
  const isCommand = command !== undefined && !['yes', 'no', 'skip', 'file'].includes(String(command));
  return !isCommand && heard.text !== '' && !signs.includes('greeting');
}

function answerQuestionOfStaff(turn: Turn, ask: OpenAsk, heard: Heard): void {
  turn.asks = turn.asks.filter(({ id }) => id !== ask.id);
  const text = heard.text || heard.event.files.map(({ name }) => name).join(' ');
  turn.perform.push({ verb: 'answer-question', caseNumber: ask.caseNumber, args: { text } });
  if (heard.event.files.length > 0) {
    addFiles(turn, ask.caseNumber, heard.event.files);
  }
}
