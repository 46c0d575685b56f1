import { z } from 'zod';
import { rulesOf } from '../domain/common-rules.js';
import { score, text, word, words } from './arguments.js';
import type { CaseWork } from './case-work.js';
import { isOver } from './check-verb.js';
import { invalid } from './refused.js';
import { reopen } from './reopening.js';
import { verb } from './verb.js';
import { byCustomer } from './who.js';

const shape = z.strictObject({
  score: score.optional(),
  /** The free words; empty: none to add. */
  comment: words.optional(),
  /** One of the playbook's further questions, with its answer. */
  question: word.optional(),
  answer: text.optional(),
});

type Args = z.infer<typeof shape>;

export const answerSurvey = verb<Args>({
  name: 'answer-survey',
  on: 'case',
  describe: 'The customer answers the survey: a score, then words, then further questions.',
  arguments: shape,
  when: 'always',
  internal: true,
  check({ playbook }, { score, comment, question, answer }) {
    if (score === undefined && comment === undefined && !question) throw invalid('score', 'Say a score from 1 to 5.');
    if (!question) return;
    const known = playbook.survey?.questions.find(({ id }) => id === question);
    if (!known) throw invalid('question', 'There is no such question.');
    if (known.type === 'score' && answer && answer !== 'skip' && !/^[1-5]$/.test(answer)) {
      throw invalid('answer', 'Say a score from 1 to 5, or skip.');
    }
  },
  notNow({ of }, args) {
    const { state, score } = of.survey;
    if (state !== 'asked' && state !== 'answered') return 'No survey is open.';
    return args.score === undefined && score === undefined ? 'The score comes first.' : undefined;
  },
  who: byCustomer,
  counts: () => false,
  apply(work, args) {
    const { survey } = work.of;
    const low = (survey.score ?? args.score ?? 5) <= rulesOf(work.playbook).lowScore;
    if (args.comment !== undefined) takeWords(work, args.comment, low);
    if (args.question && args.answer && args.answer !== 'skip') survey.answers[args.question] = args.answer;
    if (args.score === undefined || survey.score !== undefined) return;
    survey.score = args.score;
    if (args.comment !== undefined) survey.state = 'answered';
    if (low && isOver(work.of) && work.of.status === 'closed') reopenFor(work, args);
  },
});

function takeWords(work: CaseWork, comment: string, low: boolean): void {
  const { survey, owners, number } = work.of;
  survey.state = survey.score === undefined ? survey.state : 'answered';
  if (!comment) return;
  survey.comment = comment;
  if (!low || survey.score === undefined) return;
  const values = { number, score: survey.score, text: comment };
  for (const name of owners.filter((one) => one !== 'customer')) {
    work.notifyName(name, { key: 'notify.survey_low', values });
  }
}

function reopenFor(work: CaseWork, { score, comment }: Args): void {
  reopen(work, comment || String(score), true);
  work.of.heardAt = work.now;
}
