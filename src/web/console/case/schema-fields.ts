import type { Schema } from '../api/playbook-shapes.js';

export type Control =
  { kind: 'choice'; options: string[] } | { kind: 'number' | 'yes' | 'line' | 'text' | 'list' | 'pairs' };

export interface FieldOf {
  name: string;
  title: string | undefined;
  required: boolean;
  control: Control;
}

/** Arguments that are told in sentences. */
const SENTENCES = /^(text|note|reason|because|cause|what|content|outcome|comment|grounds|promise|done)$/;

/** The fields of a form for an operation's arguments, in the schema's order, the required ones first. */
export function fieldsOf(schema: Schema): FieldOf[] {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).map(([name, part]) => ({
    name,
    title: part.title,
    required: required.has(name),
    control: controlFor(name, part),
  }));
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];
}

function controlFor(name: string, schema: Schema): Control {
  const options = optionsOf(schema);
  if (options) return { kind: 'choice', options };
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  const inner = type ?? schema.anyOf?.find((one) => one.type !== 'null')?.type;
  if (inner === 'number' || inner === 'integer') return { kind: 'number' };
  if (inner === 'boolean') return { kind: 'yes' };
  if (inner === 'array') return { kind: 'list' };
  if (inner === 'object') return { kind: 'pairs' };
  return { kind: SENTENCES.test(name) ? 'text' : 'line' };
}

function optionsOf({ enum: values, const: only, anyOf }: Schema): string[] | undefined {
  if (values) return values.map(String);
  if (only !== undefined) return [String(only)];
  const parts = anyOf?.filter(({ type }) => type !== 'null').map(optionsOf);
  return parts?.length && parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

/** What the form's words mean as arguments; empty fields are left out. */
export function argumentsOf(fields: FieldOf[], typed: Record<string, string>): Record<string, unknown> {
  const filled = fields.flatMap(({ name, control }) => {
    const text = typed[name]?.trim() ?? '';
    return text === '' ? [] : [[name, valueOf(control, text)] as const];
  });
  return Object.fromEntries(filled);
}

function valueOf(control: Control, text: string): unknown {
  switch (control.kind) {
    case 'number':
      return Number(text);
    case 'yes':
      return text === 'yes';
    case 'list':
      return text
        .split(/[,，、\n]/)
        .map((item) => item.trim())
        .filter(Boolean);
    case 'pairs':
      return Object.fromEntries(text.split('\n').flatMap(pairOf));
    default:
      return text;
  }
}

/** "phone: 138…" or "phone=138…" */
function pairOf(line: string): [string, string][] {
  const [, key, value] = /^\s*([^:：=]+?)\s*[:：=]\s*(.+?)\s*$/.exec(line) ?? [];
  return key && value ? [[key, value]] : [];
}
