import type { Case } from '../domain/case.js';
import type { Playbook } from '../domain/playbook.js';
import type { Person } from '../domain/staff.js';
import { CaseWork, type CaseContext } from './case-work.js';
import { checkVerb } from './check-verb.js';
import { Refusal } from './refused.js';
import type { CaseVerb } from './verb.js';
import { CASE_VERBS } from './verbs.js';

interface Offer {
  /** The arguments that make it this offer and not another one of the same verb. */
  given: object;
  allowed: boolean;
  because?: string;
}

export interface AllowedVerb {
  verb: string;
  allowed: boolean;
  because?: string;
  /** Where the verb may be meant in several ways now: each by itself. */
  offers?: Offer[];
}

/** Which operations a person may perform on a case as it is, and why not the others; for consoles. */
export function allowedVerbs(
  of: Case,
  playbook: Playbook,
  person: Person,
  { now, staff }: Pick<CaseContext, 'now' | 'staff'>,
): AllowedVerb[] {
  const still = { cause: '', salt: '', others: [], counts: {}, spent: 0, simplified: String, linkOf: String };
  const context: CaseContext = { ...still, now, staff, playbook, actor: { type: 'person', person } };
  const work = new CaseWork(of, context);
  return CASE_VERBS.filter(({ internal }) => !internal).map((verb) => {
    const offers = (verb.offered?.(work) ?? [{}]).map((given) => offerOf(work, verb, given));
    const allowed = offers.some((offer) => offer.allowed);
    return {
      verb: verb.name,
      allowed,
      ...(!allowed && { because: offers[0]?.because ?? 'NOT_YOUR_ROLE' }),
      ...(offers.length > 1 && { offers }),
    };
  });
}

function offerOf(work: CaseWork, verb: CaseVerb, given: object): Offer {
  const because = refusalOf(work, verb, given);
  return { given, allowed: because === undefined, ...(because !== undefined && { because }) };
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
