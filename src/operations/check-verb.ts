import type { Case } from '../domain/case.js';
import { isRecused } from '../domain/recusal.js';
import { stageOf } from '../domain/stage-owner.js';
import type { Playbook } from '../domain/playbook.js';
import type { CaseWork } from './case-work.js';
import { Refusal, invalid } from './refused.js';
import type { CaseVerb } from './verb.js';
import { asStageActor, stageHas } from './who-may.js';

/** What an operation that passed all checks goes on with. */
export interface Checked {
  args: Record<string, unknown>;
  /** The role in which the actor acts. */
  role?: string;
}

/** Checks in the stated order: CLOSED, INVALID, RECUSED, WRONG_KIND, NOT_NOW, NOT_YOUR_ROLE, SELF_APPROVAL, OVER_YOUR_LIMIT. */
export function checkVerb(work: CaseWork, verb: CaseVerb, given: Record<string, unknown>): Checked {
  const { of, context } = work;
  const { actor } = context;
  if (isOver(of) && !['always', 'closed'].includes(verb.when)) throw new Refusal('CLOSED');
  const args = readArguments(verb, given);
  verb.check?.(work, args);
  if (actor.type === 'person' && isRecused(of, actor.person)) throw new Refusal('RECUSED');
  for (const target of verb.targets?.(work, args) ?? []) {
    if (target && isRecused(of, target)) throw new Refusal('RECUSED', `${target.name} can have no part in this case.`);
  }
  checkMoment(work, verb, args);
  const role = roleFor(work, verb, args);
  if (actor.type === 'person' && role === undefined) throw new Refusal('NOT_YOUR_ROLE');
  if (verb.isOwn?.(work, args)) throw new Refusal('SELF_APPROVAL');
  if (verb.isOverLimit?.(work, args)) throw new Refusal('OVER_YOUR_LIMIT');
  return { args, role };
}

export function isOver({ status }: Case): boolean {
  return status === 'closed' || status === 'withdrawn';
}

export function readArguments({ arguments: shape }: Pick<CaseVerb, 'arguments'>, given: Record<string, unknown>) {
  const read = shape.safeParse(given);
  if (read.success) return read.data as Record<string, unknown>;
  const issue = read.error.issues[0];
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const field = unknown ?? (issue?.path.join('.') || undefined) ?? 'arguments';
  throw invalid(
    field,
    unknown ? `"${field}" is no argument of this operation.` : `"${field}": ${issue?.message ?? 'not valid'}`,
  );
}

function checkMoment(work: CaseWork, verb: CaseVerb, args: Record<string, unknown>): void {
  const { of, playbook } = work;
  if (verb.when === 'closed' && !isOver(of)) throw new Refusal('NOT_NOW', 'The case is not closed.');
  const ofStage = verb.when === 'stage' || verb.isOfStage?.(args, work);
  if (ofStage && !stageHas(stageOf(of, playbook), verb.name)) {
    throw new Refusal(isOfAnotherKind(of, playbook, verb.name) ? 'WRONG_KIND' : 'NOT_NOW');
  }
  const why = verb.notNow?.(work, args);
  if (why !== undefined) throw new Refusal('NOT_NOW', why);
}

/** No stage of this case's kind has the operation, but another kind's stage has. */
function isOfAnotherKind({ kind }: Case, { stages }: Playbook, verb: string): boolean {
  const having = stages.filter((stage) => stageHas(stage, verb));
  return having.length > 0 && having.every(({ kinds }) => kinds && !kinds.includes(kind));
}

function roleFor(work: CaseWork, verb: CaseVerb, args: Record<string, unknown>): string | undefined {
  const { of, playbook, context } = work;
  if (verb.who) return verb.who(work, args);
  const { actor } = context;
  return actor.type === 'person' ? asStageActor(of, playbook, actor.person, verb.name, args) : undefined;
}
