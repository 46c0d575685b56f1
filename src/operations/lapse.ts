import { lapOf } from '../domain/case-facts.js';
import type { CaseWork } from './case-work.js';

/** A new round: what was proposed or approved in earlier ones and not done is off the table. */
export function lapse(work: CaseWork): void {
  const lap = lapOf(work.of);
  for (const remedy of work.of.remedies) {
    if (remedy.lap < lap && remedy.state !== 'done') remedy.state = 'refused';
  }
}
