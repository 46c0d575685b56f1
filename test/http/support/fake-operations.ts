import { z } from 'zod';
import type { Case } from '../../../src/domain/case.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import type { Ids, Stores } from '../../../src/domain/ports.js';
import { ERRORS, type ErrorCode } from '../../../src/errors.js';
import type {
  CaseOperation,
  Change,
  ConversationOperation,
  PerformedOnCase,
  PerformedOnConversation,
  Refusal,
  Verb,
} from '../../../src/http/staff-ports.js';
import { fakeCase } from './fake-case.js';

const note = z.strictObject({ text: z.string().min(1) });

export const VERBS: Verb[] = [
  { name: 'add-note', on: 'case', arguments: note, describe: 'Adds an internal note.' },
  { name: 'recuse', on: 'case', arguments: z.object({ person: z.string() }), describe: 'Recuses a person.' },
  { name: 'open-case', on: 'desk', arguments: z.object({ text: z.string() }), describe: 'Opens a case.' },
  { name: 'take-over', on: 'conversation', arguments: z.strictObject({}), describe: 'Takes the conversation.' },
  { name: 'say', on: 'conversation', arguments: note, describe: 'Says something to the customer.' },
];

/** Operations reduced to what the doors must get right: versions, repeats, refusals. */
export class FakeOperations {
  readonly performed: (CaseOperation | ConversationOperation)[] = [];
  /** Refuses the next operation with this code. */
  refuseWith: string | undefined;
  readonly #done = new Map<string, string>();

  constructor(
    private readonly stores: Stores,
    private readonly ids: Ids,
    private readonly changed: (change: Change) => void,
  ) {}

  perform = async (operation: CaseOperation): Promise<PerformedOnCase> => {
    const { verb, number, args, person, cause, ifVersion } = operation;
    const before = this.#done.get(cause);
    if (before) return { ok: true, case: (await this.stores.cases.find(before))! };
    const refusal = this.#refusal(verb, args);
    if (refusal) return refusal;
    if (number === undefined) {
      const opened = fakeCase({ number: this.ids.next(), seenBy: [`person:${person.name}`] });
      await this.stores.cases.create(opened);
      return this.#record(operation, opened);
    }
    const of = (await this.stores.cases.find(number))!;
    if (ifVersion !== undefined && ifVersion !== of.version) return refuse('STALE');
    const recused = verb === 'recuse' ? [{ name: String(args.person), reason: 'x', by: person.name }] : [];
    const next: Case = { ...of, version: of.version + 1, recused: [...of.recused, ...recused] };
    await this.stores.cases.replace(next, of.version);
    return this.#record(operation, next);
  };

  performOnConversation = async (operation: ConversationOperation): Promise<PerformedOnConversation> => {
    const { verb, conversationId, args, person } = operation;
    const refusal = this.#refusal(verb, args);
    if (refusal) return refusal;
    const of = (await this.stores.conversations.find(conversationId))!;
    if (of.control.by === 'agent' && of.control.agent !== person.name) return refuse('ALREADY_TAKEN');
    const control = { by: 'agent', agent: person.name, since: new Date('2026-03-02T01:00:00Z') } as const;
    const conversation: Conversation = { ...of, version: of.version + 1, control };
    await this.stores.conversations.replace(conversation, of.version);
    this.performed.push(operation);
    this.changed({ conversationId });
    return { ok: true, conversation };
  };

  #refusal(verb: string, args: unknown): Refusal | undefined {
    const code = this.refuseWith;
    this.refuseWith = undefined;
    if (code) return refuse(code);
    const read = VERBS.find(({ name }) => name === verb)!.arguments.safeParse(args);
    return read.success ? undefined : { ...refuse('INVALID'), field: String(read.error.issues[0]!.path[0]) };
  }

  #record(operation: CaseOperation, of: Case): PerformedOnCase {
    this.#done.set(operation.cause, of.number);
    this.performed.push(operation);
    this.changed({ caseNumber: of.number });
    return { ok: true, case: of };
  }
}

const refuse = (code: string): Refusal => ({ ok: false, code, message: ERRORS[code as ErrorCode]?.message ?? code });
