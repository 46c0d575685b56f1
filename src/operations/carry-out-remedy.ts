import { z } from 'zod';
import { remediesOf, sumOf } from '../domain/case-facts.js';
import { text } from './arguments.js';
import type { CaseWork } from './case-work.js';
import { Refusal } from './refused.js';
import { verb } from './verb.js';

const shape = z.strictObject({ note: text.optional() });

export const carryOutRemedy = verb<z.infer<typeof shape>>({
  name: 'carry-out-remedy',
  on: 'case',
  describe: 'Records that the customer got what was decided.',
  arguments: shape,
  when: 'stage',
  apply(work) {
    const due = remediesOf(work.of).filter(({ state, kind }) => state !== 'done' && kind !== 'none');
    if (due.length === 0) throw new Refusal('STAGE_NEEDS', 'There is no remedy to carry out.', 'propose-remedy');
    for (const remedy of due) Object.assign(remedy, { state: 'done', doneAt: work.now });
    book(work, due);
  },
});

/** Books what was spent against the month's sum; those named hear when a percentage is passed. */
function book(work: CaseWork, done: ReturnType<typeof remediesOf>): void {
  const { budget, calendar } = work.playbook;
  if (!budget) return;
  const before = work.context.spent;
  const after = before + sumOf(done.filter(({ kind }) => kind === budget.remedy));
  for (const percent of budget.at) {
    const line = (budget.monthly * percent) / 100;
    if (before >= line || after < line) continue;
    const month = new Intl.DateTimeFormat('en-CA', { timeZone: calendar.zone, year: 'numeric', month: '2-digit' });
    const values = { month: month.format(work.now), percent, amount: { amount: budget.monthly } };
    for (const role of budget.tell) work.notify({ role }, { key: 'notify.budget', values });
  }
}
