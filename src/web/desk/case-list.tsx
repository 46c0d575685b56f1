import { useEffect, useState } from 'preact/hooks';
import { useDesk, usePolled } from './context.js';
import { ProblemNotice } from './problem-notice.js';
import type { CaseRow } from './shapes.js';

interface Page {
  cases: CaseRow[];
  cursor?: string | null;
}

/** The cases that this person may see, filtered by stage, owner and words. */
export function CaseList() {
  const { api, words } = useDesk();
  const [filter, setFilter] = useState({ stage: '', owner: '', q: '' });
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString();
  const { result } = usePolled<Page>(`/cases?${query}`);
  const [more, setMore] = useState<Page>();
  useEffect(() => setMore(undefined), [query]);

  const submit = (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const word = (name: string) => String(form.get(name) ?? '').trim();
    setFilter({ stage: word('stage'), owner: word('owner'), q: word('q') });
  };
  const first = result?.ok ? result.value : undefined;
  const cursor = more ? more.cursor : first?.cursor;
  const load = async () => {
    const next = await api.get<Page>(`/cases?${query}&after=${encodeURIComponent(cursor ?? '')}`);
    if (next.ok) setMore({ cases: [...(more?.cases ?? []), ...next.value.cases], cursor: next.value.cursor });
  };
  const rows = [...(first?.cases ?? []), ...(more?.cases ?? [])];
  return (
    <section class="panel" aria-labelledby="cases">
      <h1 id="cases">{words.sections.cases}</h1>
      <form class="filter" role="search" onSubmit={submit}>
        {(['q', 'stage', 'owner'] as const).map((name) => (
          <label key={name}>
            <span class="lab">{words.filter[name]}</span>
            <input class="in" name={name} />
          </label>
        ))}
        <button type="submit" class="btn">
          {words.filter.apply}
        </button>
      </form>
      {result && !result.ok && <ProblemNotice problem={result.problem} words={words} />}
      {first && rows.length === 0 && <p class="quiet">{words.noCases}</p>}
      {rows.length > 0 && <Table rows={rows} />}
      {cursor && (
        <button type="button" class="btn" onClick={() => void load()}>
          {words.more}
        </button>
      )}
    </section>
  );
}

function Table({ rows }: { rows: CaseRow[] }) {
  const { words } = useDesk();
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={words.sections.cases}>
      <table>
        <thead>
          <tr>
            {(['number', 'stage', 'severity', 'category', 'owner', 'status'] as const).map((column) => (
              <th key={column} scope="col">
                {words.argument(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, stage, stageLabel, severity, category, owner, status }) => (
            <tr key={number}>
              <td>
                <a class="num" href={`#/cases/${number}`}>
                  {number}
                </a>
              </td>
              <td>{stageLabel ?? stage}</td>
              <td>{severity}</td>
              <td>{category}</td>
              <td>{owner}</td>
              <td>{words.value(status ?? '')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
