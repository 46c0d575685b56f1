import { z } from 'zod';
import { LANGUAGES, type Language } from '../domain/language.js';
import type { Playbook } from '../domain/playbook.js';
import { ACCUSED_FIELDS } from '../domain/recusal.js';
import { mustBeOneOf, text, word, words } from './arguments.js';
import { readArguments } from './check-verb.js';
import { file } from './evidence.js';
import { invalid, Refusal } from './refused.js';

const shape = z
  .object({
    kind: word.optional(),
    source: word.optional(),
    category: word.optional(),
    /** What happened. */
    text,
    /** Whose case it is: the id of a customer who has written. */
    customer: word.optional(),
    name: word.optional(),
    phone: word.optional(),
    /** The procedure; absent: the one of the person's role. */
    playbook: word.optional(),
    /** Further fields, also one by one as `fields.<id>`. */
    fields: z.record(z.string(), words).optional(),
    language: z.enum(LANGUAGES as [Language, ...Language[]]).optional(),
    evidence: z.array(file).max(100).optional(),
    signature: z.object({ at: z.coerce.date(), text: z.string() }).optional(),
    /** Fields that are to be asked later. */
    missing: z.array(word).optional(),
    /** The gravest that the intake heard, for rules that name it. */
    alarm: word.optional(),
    /** The case whose handling this one is about: linked, and whoever handled it is kept out. */
    about: word.optional(),
    /** Calls that the customer was promised before there was a case. */
    calls: z
      .array(z.object({ kind: z.enum(['call-customer', 'callback']), to: word, because: word, by: z.coerce.date() }))
      .max(20)
      .optional(),
  })
  .catchall(words);

export type OpenCaseArguments = z.infer<typeof shape>;

/** Opens a case; by staff for a customer, or by the intake. */
export const openCase = {
  name: 'open-case',
  on: 'desk' as const,
  describe: 'Opens a case.',
  arguments: shape,
};

/** Reads and checks the arguments against the procedure; throws INVALID. */
export function readOpening(playbook: Playbook, given: Record<string, unknown>) {
  const args = readArguments(openCase, given) as OpenCaseArguments;
  const { kind, category, source, text: content, name, phone } = args;
  mustBeOneOf(
    'kind',
    kind,
    playbook.kinds.map(({ id }) => id),
  );
  mustBeOneOf(
    'category',
    category,
    playbook.categories.map(({ id }) => id),
  );
  mustBeOneOf('source', source, playbook.sources);
  const fields = { ...args.fields, ...dotted(args), content, ...(name && { name }), ...(phone && { phone }) };
  const known = new Set([...playbook.fields.map(({ id }) => id), ...ALWAYS]);
  const strange = Object.keys(fields).find((id) => !known.has(id));
  if (strange) throw invalid(`fields.${strange}`, `There is no field ${strange}.`);
  return {
    args,
    kind: kind ?? playbook.kinds[0]?.id ?? '',
    source: source ?? playbook.sources[0] ?? 'chat',
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
  };
}

const ALWAYS = ['content', 'name', 'phone', 'outcome', ...ACCUSED_FIELDS];

function dotted(args: OpenCaseArguments): Record<string, string> {
  const known = Object.keys(shape.shape);
  return Object.fromEntries(
    Object.entries(args).flatMap(([name, value]) => {
      if (known.includes(name)) return [];
      if (!name.startsWith('fields.')) throw invalid(name, `"${name}" is no argument of this operation.`);
      return [[name.slice('fields.'.length), String(value)]];
    }),
  );
}

/** Staff may open cases of a procedure in which they have a role. */
export function mayOpen(playbook: Playbook, roles: string[]): void {
  if (!playbook.roles.some(({ id }) => roles.includes(id))) throw new Refusal('NOT_YOUR_ROLE');
}
