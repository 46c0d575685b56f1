import { factsOf } from '../domain/case-facts.js';
import { holds } from '../domain/condition.js';
import type { Phrase } from '../domain/phrase.js';
import type { Alert } from '../domain/playbook.js';
import { highestSeverity, oneStepUp, rankOf, ruleRaises, type Raise } from '../domain/severity.js';
import { startFirstWord, startSeverityClocks } from './case-clocks.js';
import type { CaseWork } from './case-work.js';

/** Sets the severity with its reasons: its clocks begin, and those it alerts are told when it was raised. */
export function setSeverity(work: CaseWork, to: string, because: string[]): void {
  const { of, playbook } = work;
  const first = !of.severitySet;
  const raised = rankOf(playbook, to) > rankOf(playbook, of.severity);
  if (to !== of.severity || because.length > 0) of.severityBecause = [...of.severityBecause, ...because];
  const changed = to !== of.severity;
  of.severity = to;
  of.severitySet = true;
  if (!changed && !first) return;
  startSeverityClocks(work, first);
  if (raised) reached(work);
}

/** A case that is on a severity from its opening, or was raised to it. */
export function reached(work: CaseWork): void {
  const { of, playbook } = work;
  if (of.severity === highestSeverity(playbook)) startFirstWord(work);
  alert(work, (on) => on !== 'opened' && on.severity === of.severity);
}

/** Tells those whom the playbook names for this event. */
export function alert(work: CaseWork, event: (on: Alert['on']) => boolean): void {
  const { of, playbook } = work;
  const { number } = of;
  const facts = factsOf(of);
  const told = new Set<string>();
  for (const { on, kinds, when, tell } of playbook.alerts) {
    if (!event(on) || (kinds && !kinds.includes(of.kind)) || !holds(when, facts)) continue;
    for (const role of tell) {
      if (told.has(role)) continue;
      told.add(role);
      if (on === 'opened') work.notify({ role }, opened(work));
      else
        work.notify({ role }, { key: 'notify.major', values: { number, because: { list: of.severityBecause } } }, true);
    }
  }
}

function opened({ of, playbook }: CaseWork): Phrase {
  const category = playbook.categories.find(({ id }) => id === of.category)?.label;
  return { key: 'notify.opened', values: { number: of.number, category: category ? { texts: category } : '' } };
}

/** Raises to the highest that the rules found; the reasons of lower ones are kept too. */
export function raiseBy(work: CaseWork, raises: Raise[]): void {
  const { of, playbook } = work;
  const higher = raises.filter(({ to }) => rankOf(playbook, to) > rankOf(playbook, of.severity));
  if (higher.length === 0) return;
  const to = higher.map((raise) => raise.to).sort((a, b) => rankOf(playbook, b) - rankOf(playbook, a))[0]!;
  const because = higher.map(({ because, words }) =>
    words ? `${because[of.language]}（${words}）` : because[of.language],
  );
  setSeverity(work, to, [...new Set(because)]);
}

/** What the customer adds is read for words that raise the case. */
export function raiseByWords(work: CaseWork, text: string): void {
  raiseBy(work, ruleRaises(work.playbook, { fields: {} }, work.context.simplified(text)));
}

export function raiseOneStep(work: CaseWork, because: string): void {
  const to = oneStepUp(work.playbook, work.of.severity);
  if (to !== work.of.severity) setSeverity(work, to, [because]);
}
