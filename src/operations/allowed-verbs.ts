import type { Case } from '../domain/case.js';
import type { Playbook } from '../domain/playbook.js';
import type { Person } from '../domain/staff.js';
import { CaseWork, type CaseContext } from './case-work.js';
import { checkVerb } from './check-verb.js';
import { Refusal } from './refused.js';
import { CASE_VERBS } from './verbs.js';

/** Which operations a person may perform on a case as it is, and why not the others; for consoles. */
export function allowedVerbs(
  of: Case,
  playbook: Playbook,
  person: Person,
  { now, staff }: Pick<CaseContext, 'now' | 'staff'>,
): { verb: string; allowed: boolean; because?: string }[] {
  const still = { cause: '', salt: '', others: [], counts: {}, spent: 0, simplified: String, linkOf: String };
  const context: CaseContext = { ...still, now, staff, playbook, actor: { type: 'person', person } };
  const work = new CaseWork(of, context);
  return CASE_VERBS.filter(({ internal }) => !internal).map((verb) => {
    // The arguments are not known yet: only who and when is looked at.
    const anyArguments = { ...verb, arguments: { safeParse: () => ({ success: true, data: {} }) }, check: undefined };
    try {
      checkVerb(work, anyArguments as unknown as typeof verb, {});
      return { verb: verb.name, allowed: true };
    } catch (error) {
      if (error instanceof Refusal) return { verb: verb.name, allowed: false, because: error.code };
      throw error;
    }
  });
}
