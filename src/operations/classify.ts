import { z } from 'zod';
import { lowestSeverity, rankOf, ruleRaises } from '../domain/severity.js';
import { firstThat } from '../domain/condition.js';
import { factsOf } from '../domain/case-facts.js';
import { mustBeOneOf, text, word } from './arguments.js';
import type { CaseWork } from './case-work.js';
import { goTo } from './course.js';
import { invalid } from './refused.js';
import { raiseBy, setSeverity } from './set-severity.js';
import { verb } from './verb.js';
import { byOwner } from './who.js';

const shape = z.strictObject({
  kind: word.optional(),
  category: word.optional(),
  nature: word.optional(),
  severity: word.optional(),
  target: word.optional(),
  because: text.optional(),
});

type Args = z.infer<typeof shape>;

export const classify = verb<Args>({
  name: 'classify',
  on: 'case',
  describe: 'Says what the case is about: kind, category, nature, severity, target.',
  arguments: shape,
  when: 'open',
  who: byOwner,
  check({ playbook, of }, { kind, category, nature, severity, target, because }) {
    if (![kind, category, nature, severity, target].some((value) => value !== undefined)) {
      throw invalid('category', 'Say at least one of kind, category, nature, severity, target.');
    }
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);
    mustBeOneOf('kind', kind, ids(playbook.kinds));
    mustBeOneOf('category', category, ids(playbook.categories));
    mustBeOneOf('nature', nature, ids(playbook.natures));
    mustBeOneOf('severity', severity, ids(playbook.severities));
    mustBeOneOf('target', target, ids(playbook.targets));
    if (severity && !because && rankOf(playbook, severity) < rankOf(playbook, of.severity)) {
      throw invalid('because', 'A severity is lowered only with a reason.');
    }
  },
  apply(work, { kind, category, nature, severity, target, because }) {
    const { of, playbook } = work;
    const changed = category !== undefined && category !== of.category;
    of.category = category ?? of.category;
    of.nature = nature ?? of.nature;
    of.target = target ?? of.target;
    if (severity) setSeverity(work, severity, because ? [because] : []);
    else if (changed) raiseBy(work, ruleRaises(playbook, { category, fields: {} }, ''));
    if (kind && kind !== of.kind) changeKind(work, kind);
  },
});

/** A case of another kind goes to that kind's first stage. */
function changeKind(work: CaseWork, kind: string): void {
  const { of, playbook } = work;
  of.kind = kind;
  const least = lowestSeverity(playbook, kind);
  if (rankOf(playbook, least) > rankOf(playbook, of.severity))
    setSeverity(work, least, [playbook.kinds.find(({ id }) => id === kind)?.label[of.language] ?? kind]);
  const start = firstThat(playbook.kinds.find(({ id }) => id === kind)?.start ?? [], factsOf(of));
  if (start) goTo(work, start);
}
