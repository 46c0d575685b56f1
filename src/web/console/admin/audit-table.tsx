import { Link } from 'wouter';
import type { AuditEntry } from '../api/audit-shapes.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import type { AuditWords } from './audit-words.js';

const HASH_SHOWN = 12;

interface Props {
  entries: AuditEntry[];
  columns: string[];
  words: AuditWords;
}

export function AuditTable({ entries, columns, words }: Props) {
  const labels = useLabels();
  return (
    <div className="scroll-x">
      <table className="grid bare audit-t">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((one, index) => (
            <tr key={`${one.at}-${index}`}>
              <td className="num">{moment(one.at, labels.language, new Date())}</td>
              <td>{labels.who(one.by)}</td>
              <td>{words.what(one)}</td>
              <td>
                <About entry={one} />
              </td>
              <td>{words.detail(one)}</td>
              <td>{one.hash && <code>{one.hash.slice(0, HASH_SHOWN)}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function About({ entry: { case: number, kind, what, about } }: { entry: AuditEntry }) {
  const labels = useLabels();
  const of = number ?? (what === 'replay-promise' || what === 'replay-delivery' ? about : undefined);
  if (of)
    return (
      <Link className="num" href={`/cases/${of}`}>
        {of}
      </Link>
    );
  if (!about) return null;
  if (what === 'replay-message')
    return (
      <Link className="k" href={`/conversations/${encodeURIComponent(about)}`}>
        {about.slice(0, HASH_SHOWN)}
      </Link>
    );
  return kind === 'webhook' ? <code>{about.slice(0, HASH_SHOWN)}</code> : labels.who(about);
}
