import { useState } from 'preact/hooks';
import { lock, Icon } from '../shared/icon.js';
import type { Result } from './api.js';
import { useDesk } from './context.js';
import { OperationForm } from './operation-form.js';
import { reason } from './problem-notice.js';
import type { CaseView, Operation } from './shapes.js';

interface Props {
  view: CaseView;
  etag: string | undefined;
  onDone: (view: CaseView, etag: string | undefined) => void;
  onStale: () => void;
}

/** Everything that may be done with a case. What is not allowed stays in place, with the reason. */
export function CaseOperations({ view, etag, onDone, onStale }: Props) {
  const { api, words, operations } = useDesk();
  const [open, setOpen] = useState<string>();
  const [done, setDone] = useState('');
  const told = new Map(view.allowed?.map((one) => [one.verb, one]));
  const ofCases = operations.filter(({ on }) => on === 'case');
  const allowed = ({ verb }: Operation) => told.get(verb)?.allowed !== false;
  const sorted = [...ofCases.filter(allowed), ...ofCases.filter((one) => !allowed(one))];

  const perform = async (verb: string, args: unknown, key: string): Promise<Result<CaseView>> => {
    const path = `/cases/${encodeURIComponent(view.number)}/operations/${verb}`;
    const result = await api.perform<CaseView>(path, args, { key, version: etag });
    if (result.ok) {
      onDone(result.value, result.etag);
      setOpen(undefined);
      setDone(words.performed(words.verbs[verb] ?? verb));
    } else if (result.problem.code === 'STALE') onStale();
    return result;
  };
  return (
    <aside class="panel" aria-labelledby="operations">
      <h2 id="operations">{words.parts.operations}</h2>
      <p role="status" class={done ? 'performed' : 'vh'}>
        {done}
      </p>
      <ul class="operations">
        {sorted.map((operation) => (
          <li key={operation.verb}>
            <Entry
              operation={operation}
              why={allowed(operation) ? undefined : reason(told.get(operation.verb)?.because, words)}
              open={open === operation.verb}
              onOpen={() => {
                setDone('');
                setOpen(open === operation.verb ? undefined : operation.verb);
              }}
              onPerform={(args, key) => perform(operation.verb, args, key)}
            />
          </li>
        ))}
      </ul>
    </aside>
  );
}

interface EntryProps {
  operation: Operation;
  why: string | undefined;
  open: boolean;
  onOpen: () => void;
  onPerform: (args: Record<string, unknown>, key: string) => Promise<Result<CaseView>>;
}

function Entry({ operation: { verb, arguments: schema }, why, open, onOpen, onPerform }: EntryProps) {
  const { words } = useDesk();
  const label = words.verbs[verb] ?? verb;
  if (why) {
    return (
      <>
        <button type="button" class="btn" aria-disabled="true" aria-describedby={`why-${verb}`}>
          <Icon of={lock} size="s" />
          {label}
        </button>
        <span id={`why-${verb}`} class="quiet">
          {why}
        </span>
      </>
    );
  }
  return (
    <>
      <button type="button" class="btn" aria-expanded={open} onClick={onOpen}>
        {label}…
      </button>
      {open && <OperationForm verb={verb} schema={schema} onPerform={onPerform} />}
    </>
  );
}
