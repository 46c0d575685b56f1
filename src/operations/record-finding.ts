import { z } from 'zod';
import { lapOf } from '../domain/case-facts.js';
import type { Playbook } from '../domain/playbook.js';
import { listOf } from '../domain/stage-needs.js';
import { mustBeOneOf, text, word, yesNo } from './arguments.js';
import { isDepartment } from './find-staff.js';
import { invalid } from './refused.js';
import { verb } from './verb.js';

const shape = z.strictObject({
  cause: text.optional(),
  'at-fault': yesNo.optional(),
  responsible: word.optional(),
  checks: text.optional(),
  note: text.optional(),
});

/** The checks that the procedure knows by name. */
function checksOf({ stages }: Playbook): string[] {
  return stages.flatMap(({ needs }) =>
    needs.flatMap(({ verb: name, all }) => (name === 'record-finding' && all?.argument === 'checks' ? all.of : [])),
  );
}

export const recordFinding = verb<z.infer<typeof shape>>({
  name: 'record-finding',
  on: 'case',
  describe: 'Records what was found: cause, fault, who is responsible, what was checked.',
  arguments: shape,
  when: 'stage',
  check({ playbook }, args) {
    if (Object.values(args).every((value) => value === undefined)) throw invalid('cause', 'Say what was found.');
    const known = checksOf(playbook);
    if (known.length > 0) for (const one of listOf(args.checks)) mustBeOneOf('checks', one, known);
  },
  apply(work, { cause, 'at-fault': atFault, responsible, checks, note }) {
    const { of, context } = work;
    const given = { cause, responsible, atFault, note, ...(checks && { checks: listOf(checks) }) };
    of.findings.push({ ...given, by: work.by, lap: lapOf(of) });
    const finder = context.actor.type === 'person' ? context.actor.person.department : undefined;
    if (responsible && isDepartment(work, responsible)) of.department = responsible;
    else if (!of.department && finder && isDepartment(work, finder)) of.department = finder;
  },
});
