import type { z } from 'zod';
import type { Person } from '../domain/staff.js';
import type { CaseWork } from './case-work.js';

/**
 * An operation on a case. What it takes, when and by whom it may be performed and what it changes stand in one file; the
 * route, the form, the transcript's line and the permission matrix derive from it.
 */
export interface CaseVerb<A extends object = Record<string, unknown>> {
  name: string;
  on: 'case' | 'desk';
  /** One sentence for people: what it does. */
  describe: string;
  arguments: z.ZodType<object>;
  /**
   * `stage`: where the present stage has it; `open`: at any stage until closing; `always`: after closing too;
   * `closed`: only after closing.
   */
  when: 'stage' | 'open' | 'always' | 'closed';
  /** With these arguments a verb of `open` is one that the stage must have. */
  isOfStage?(args: A, work: CaseWork): boolean;
  /** The role in which the actor may, or undefined when they may not. Absent: the stage's owner, or whom the stage names. */
  who?(work: CaseWork, args: A): string | undefined;
  /** Throws INVALID for what the playbook or the staff do not know; may put canonical values into the arguments. */
  check?(work: CaseWork, args: A): void;
  /** People whom the operation gives a part in the case: refused when they are recused. */
  targets?(work: CaseWork, args: A): (Person | undefined)[];
  /** Why it cannot be done at this moment although the stage has it. */
  notNow?(work: CaseWork, args: A): string | undefined;
  /** The actor would approve what is their own. */
  isOwn?(work: CaseWork, args: A): boolean;
  isOverLimit?(work: CaseWork, args: A): boolean;
  /** Whether it is recorded for what the stage needs. Absent: it is. */
  counts?(work: CaseWork, args: A): boolean;
  /** Nothing would change: the case stays as it is, and so does its version. */
  isIdle?(work: CaseWork, args: A): boolean;
  /** Changes the case; throws a Refusal for anything else that stands against it. */
  apply(work: CaseWork, args: A, role?: string): void;
  /** Arguments of which who may and when depend: it is offered when one of them passes. Absent: none does. */
  offered?(work: CaseWork): Partial<A>[];
  /** Of customers and the desk itself; not offered to staff. */
  internal?: true;
}

/** Gives a verb's definition its type. */
export function verb<A extends object>(definition: CaseVerb<A>): CaseVerb {
  return definition as unknown as CaseVerb;
}
