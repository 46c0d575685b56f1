import { z } from 'zod';
import { factsOf } from '../domain/case-facts.js';
import { holds } from '../domain/condition.js';
import { rulesOf } from '../domain/common-rules.js';
import { score, text, yesNo } from './arguments.js';
import type { CaseWork } from './case-work.js';
import { isOver } from './check-verb.js';
import { invalid } from './refused.js';
import { reopen } from './reopening.js';
import { verb } from './verb.js';
import { byRoles } from './who.js';
import { asStageActor, stageHas } from './who-may.js';
import { stageOf } from '../domain/stage-owner.js';

const shape = z.strictObject({ score: score.optional(), reached: yesNo.optional(), comment: text.optional() });

export const recordCallback = verb<z.infer<typeof shape>>({
  name: 'record-callback',
  on: 'case',
  describe: 'Records a callback: whether they were reached, their score and what they said.',
  arguments: shape,
  when: 'always',
  check(_work, args) {
    if (args.score === undefined && args.reached !== 'no') throw invalid('score', 'Say the score, or reached=no.');
  },
  notNow: (work) => (inStage(work) || callers(work).length > 0 ? undefined : 'No callback is made on this case now.'),
  who(work, args) {
    const { of, playbook, context } = work;
    if (!inStage(work)) return byRoles(work, callers(work));
    const { actor } = context;
    return actor.type === 'person' ? asStageActor(of, playbook, actor.person, 'record-callback', args) : undefined;
  },
  counts: (work) => !isOver(work.of),
  apply(work, args) {
    const { of, playbook } = work;
    of.callback = { ...args, by: work.by };
    if (args.score === undefined) return;
    of.callbacks = [];
    if (isOver(of) && args.score <= rulesOf(playbook).lowScore) reopen(work, args.comment ?? String(args.score), true);
  },
});

function inStage({ of, playbook }: CaseWork): boolean {
  return !isOver(of) && stageHas(stageOf(of, playbook), 'record-callback');
}

/** Who calls back beside the course: by the playbook's rule, from its stage on, and whoever got a task. */
function callers({ of, playbook }: CaseWork): string[] {
  const rule = playbook.callback;
  const after = rule?.after;
  const begun = !after || of.course.some(({ stage, leftAt }) => stage === after && leftAt !== undefined);
  const ruled = rule && begun && holds(rule.when, factsOf(of)) ? rule.by : [];
  return [...ruled, ...of.callbacks.map(({ to }) => to)];
}
