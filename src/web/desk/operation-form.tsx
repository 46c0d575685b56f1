import { useRef, useState } from 'preact/hooks';
import { newId } from '../shared/new-id.js';
import type { Problem } from './api.js';
import { useDesk } from './context.js';
import { ProblemNotice } from './problem-notice.js';
import { argumentsOf, fieldsOf, type FieldOf } from './schema-fields.js';
import type { Schema } from './shapes.js';

interface Props {
  verb: string;
  schema: Schema;
  onPerform: (args: Record<string, unknown>, key: string) => Promise<{ ok: true } | { ok: false; problem: Problem }>;
}

/** A form made from an operation's argument schema. What was typed stays until the operation is performed. */
export function OperationForm({ verb, schema, onPerform }: Props) {
  const { words } = useDesk();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const key = useRef(newId());
  const fields = fieldsOf(schema);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const result = await onPerform(argumentsOf(fields, typed), key.current);
    setBusy(false);
    // Only when nobody answered may the same key go out again: what was asked for may have been done.
    if (result.ok || result.problem.status !== 0) key.current = newId();
    setProblem(result.ok ? undefined : result.problem);
    if (result.ok) setTyped({});
  };
  return (
    <form class="operation" aria-label={words.verbs[verb] ?? verb} onSubmit={(event) => void submit(event)}>
      {fields.map((field) => (
        <Field
          key={field.name}
          id={`${verb}-${field.name}`}
          field={field}
          value={typed[field.name] ?? ''}
          wrong={problem?.field === field.name}
          onValue={(value) => setTyped({ ...typed, [field.name]: value })}
        />
      ))}
      {problem && <ProblemNotice problem={problem} words={words} />}
      <button type="submit" class="btn primary" aria-disabled={busy ? 'true' : undefined}>
        {words.verbs[verb] ?? verb}
      </button>
    </form>
  );
}

interface FieldProps {
  id: string;
  field: FieldOf;
  value: string;
  wrong: boolean;
  onValue: (value: string) => void;
}

function Field({ id, field: { name, title, required, control }, value, wrong, onValue }: FieldProps) {
  const { words } = useDesk();
  const common = { id, class: 'in', required, 'aria-invalid': wrong || undefined, value };
  const options = control.kind === 'choice' ? control.options : ['yes', 'no'];
  return (
    <div>
      <label class="lab" for={id}>
        {title ?? words.argument(name)}
        {!required && <span class="quiet"> {words.optional}</span>}
        {control.kind === 'list' && <span class="quiet"> {words.listHint}</span>}
        {control.kind === 'pairs' && <span class="quiet"> {words.pairsHint}</span>}
      </label>
      {control.kind === 'choice' || control.kind === 'yes' ? (
        <select {...common} onChange={(event) => onValue(event.currentTarget.value)}>
          <option value="" />
          {options.map((option) => (
            <option key={option} value={option}>
              {words.value(option)}
            </option>
          ))}
        </select>
      ) : control.kind === 'text' || control.kind === 'pairs' ? (
        <textarea {...common} rows={3} onInput={(event) => onValue(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          inputmode={control.kind === 'number' ? 'decimal' : 'text'}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
