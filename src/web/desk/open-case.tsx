import { useState } from 'preact/hooks';
import type { Result } from './api.js';
import { useDesk } from './context.js';
import { OperationForm } from './operation-form.js';
import type { CaseView } from './shapes.js';

/** The operations of the desk itself, such as opening a case for somebody who telephoned. */
export function OpenCase() {
  const { api, words, operations } = useDesk();
  const [opened, setOpened] = useState<string>();
  const perform = async (verb: string, args: unknown, key: string): Promise<Result<CaseView>> => {
    const result = await api.perform<CaseView>(`/operations/${verb}`, args, { key });
    if (result.ok) setOpened(result.value.number);
    return result;
  };
  return (
    <section class="panel narrow">
      <h1>{words.sections.open}</h1>
      <p role="status">
        {opened && (
          <>
            {words.opened} <a href={`#/cases/${opened}`}>{opened}</a>
          </>
        )}
      </p>
      {operations
        .filter(({ on }) => on === 'desk')
        .map(({ verb, arguments: schema }) => (
          <OperationForm key={verb} verb={verb} schema={schema} onPerform={(args, key) => perform(verb, args, key)} />
        ))}
    </section>
  );
}
