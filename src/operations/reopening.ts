import { firstThat } from '../domain/condition.js';
import { factsOf } from '../domain/case-facts.js';
import type { CaseWork } from './case-work.js';
import { goTo } from './course.js';

/** The stage that a re-opened case enters. */
export function reopenStage({ of, playbook }: CaseWork): string {
  const start = firstThat(playbook.kinds.find(({ id }) => id === of.kind)?.start ?? [], factsOf(of));
  return playbook.reopen[of.kind] ?? playbook.reopen['*'] ?? start?.to ?? of.stage;
}

/** Opens a closed case again: what was recorded before no longer counts. `another`: somebody else than before gets it. */
export function reopen(work: CaseWork, reason: string, another = false): void {
  const { of } = work;
  of.status = 'open';
  of.reopened += 1;
  of.closedAt = undefined;
  of.keepUntil = undefined;
  of.callbacks = [];
  if (of.survey.state === 'owed') of.survey = { state: 'none', answers: {} };
  const here = of.course.at(-1);
  if (here) here.leftAt ??= work.now;
  goTo(work, { to: reopenStage(work), another });
  for (const name of of.owners) {
    if (name !== 'customer') work.notifyName(name, { key: 'notify.reopened', values: { number: of.number, reason } });
  }
}
