import type { Case } from '../domain/case.js';
import type { Playbook } from '../domain/playbook.js';
import type { Person } from '../domain/staff.js';
import { CaseWork, type CaseContext } from './case-work.js';
import { checkVerb } from './check-verb.js';
import { Refusal } from './refused.js';
import type { CaseVerb } from './verb.js';
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
    const refusals = (verb.offered?.(work) ?? [{}]).map((given) => refusalOf(work, verb, given));
    const allowed = refusals.includes(undefined);
    return { verb: verb.name, allowed, ...(!allowed && { because: refusals[0] ?? 'NOT_YOUR_ROLE' }) };
  });
}

/** Why a verb is refused with no more arguments than these: only who and when is looked at. */
function refusalOf(work: CaseWork, verb: CaseVerb, given: object): string | undefined {
  const someArguments = { ...verb, arguments: { safeParse: () => ({ success: true, data: given }) }, check: undefined };
  try {
    checkVerb(work, someArguments as unknown as CaseVerb, {});
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
