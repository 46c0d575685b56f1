import type { Case } from './case.js';
import { factsOf } from './case-facts.js';
import { holds } from './condition.js';
import type { Need, Playbook } from './playbook.js';
import { isSatisfied } from './stage-needs.js';

/** What must still be recorded before the case may close, whichever stage it is in. */
export function missingForClosing(of: Case, playbook: Playbook): Need[] {
  const facts = factsOf(of);
  return (playbook.closing ?? []).filter(
    (need) => holds(need.when, facts) && !isSatisfied(need, of.records, of, playbook),
  );
}
