import { moment, span } from '../shared/dates.js';
import { now } from '../shared/now.js';
import { useDesk, usePolled } from './context.js';
import { CaseOperations } from './case-operations.js';
import { ProblemNotice } from './problem-notice.js';
import { Readable } from './readable.js';
import type { CaseView, ClockView } from './shapes.js';

/** Shown in its own place, or of no use to a reader. */
const APART =
  'number clocks timeline allowed fields stageLabel version conversationId customerId now heardAt course playbook'.split(
    ' ',
  );

/** One case: where it stands, what is owed, what was said and done, and what may be done now. */
export function CasePage({ number }: { number: string }) {
  const { words } = useDesk();
  const { result, refresh, put } = usePolled<CaseView>(`/cases/${encodeURIComponent(number)}`);
  if (!result) return <p class="empty">{words.loading}</p>;
  if (!result.ok) return <ProblemNotice problem={result.problem} words={words} />;
  const { value: view, etag } = result;
  const rest = Object.fromEntries(Object.entries(view).filter(([name]) => !APART.includes(name)));
  return (
    <div class="case">
      <article class="panel">
        <p class="num quiet">{view.number}</p>
        <h1>{view.stageLabel ?? view.stage}</h1>
        <Clocks clocks={view.clocks ?? {}} />
        <h2>{words.parts.fields}</h2>
        <Readable value={view.fields ?? {}} />
        <h2>{words.parts.case}</h2>
        <Readable value={rest} />
        {typeof view.conversationId === 'string' && (
          <p>
            <a href={`#/conversations/${encodeURIComponent(view.conversationId)}`}>{words.parts.conversation}</a>
          </p>
        )}
        <h2>{words.parts.timeline}</h2>
        <Timeline entries={view.timeline ?? []} />
      </article>
      <CaseOperations view={view} etag={etag} onDone={put} onStale={() => void refresh()} />
    </div>
  );
}

function Clocks({ clocks }: { clocks: Record<string, ClockView> }) {
  const { words } = useDesk();
  const entries = Object.entries(clocks);
  if (entries.length === 0) return null;
  return (
    <>
      <h2>{words.parts.clocks}</h2>
      <ul class="clocks">
        {entries.map(([id, clock]) => (
          <li key={id}>
            <b>{id}</b> <ClockState clock={clock} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Time left first, then the deadline; late is said plainly. */
function ClockState({ clock: { state, dueAt, breached, charged } }: { clock: ClockView }) {
  const { words, language } = useDesk();
  const due = dueAt ? new Date(dueAt) : undefined;
  const left = due ? due.getTime() - now() : 0;
  const late = Boolean(breached) || (state === 'running' && due !== undefined && left < 0);
  const tone = late ? 'late' : state === 'met' ? 'kept' : state === 'paused' ? 'hold' : '';
  return (
    <>
      <span class={`st ${tone}`}>
        {late && state === 'running' ? words.overdue : words.value(state)}
        {due && state === 'running' && ` ${span(left, language)}`}
      </span>{' '}
      {dueAt && due && (
        <time dateTime={dueAt} class="second">
          {moment(due, language, new Date(now()))}
        </time>
      )}{' '}
      {charged && <span class="quiet">{charged}</span>}
    </>
  );
}

function Timeline({ entries }: { entries: { at: string; by?: string; what: string }[] }) {
  const { words, language } = useDesk();
  return (
    <ol class="timeline">
      {entries.map(({ at, by, what }, n) => (
        <li key={n}>
          <time dateTime={at}>{moment(new Date(at), language, new Date(now()))}</time>
          <span>
            {words.verbs[what] ?? words.value(what)} {by && <span class="quiet">{by}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
