import { span } from '../shared/dates.js';
import { langOfText } from '../shared/language.js';
import { now } from '../shared/now.js';
import { useDesk, usePolled } from './context.js';
import { nameOf, type Control, type ConversationRow } from './shapes.js';

const CONTROLS: Control[] = ['waiting', 'agent', 'bot'];

/** Who waits for a person, whom a person talks with, whom the assistant has. */
export function ConversationList({ chosen }: { chosen: string | undefined }) {
  const { words } = useDesk();
  return (
    <nav class="list" aria-label={words.sections.conversations}>
      {CONTROLS.map((control) => (
        <Group key={control} control={control} chosen={chosen} />
      ))}
    </nav>
  );
}

function Group({ control, chosen }: { control: Control; chosen: string | undefined }) {
  const { words } = useDesk();
  const { result } = usePolled<{ conversations: ConversationRow[] }>(`/conversations?control=${control}`);
  const rows = result?.ok ? result.value.conversations : [];
  return (
    <section aria-labelledby={`group-${control}`}>
      <h2 id={`group-${control}`}>
        {words.control[control]} <span class="quiet">{rows.length}</span>
      </h2>
      {result && rows.length === 0 && <p class="quiet">{words.nobody}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <a class="item" href={`#/conversations/${encodeURIComponent(row.id)}`} aria-current={row.id === chosen}>
              <b>{nameOf(row)}</b>
              <Since row={row} />
              {row.last && <LastWords text={row.last} />}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Since({ row }: { row: ConversationRow }) {
  const { words, language } = useDesk();
  const { since, urgent } = row;
  return (
    <span class="meta">
      {urgent && <span class="st major">{words.urgent}</span>} {since && span(now() - Date.parse(since), language)}
    </span>
  );
}

function LastWords({ text }: { text: string }) {
  const { language } = useDesk();
  return (
    <span class="last" lang={langOfText(text, language)}>
      {text}
    </span>
  );
}
