import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseRow } from '../api/case-shapes.js';
import { Icon } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { ownerOf, type Filter } from './views.js';

interface Props {
  rows: CaseRow[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

const PARTS = ['stage', 'severity', 'owner', 'playbook'] as const;
type Part = (typeof PARTS)[number];

/** Filters by what occurs in the list; each one that is set is a chip that can be taken away. */
export function Filters({ rows, filter, onFilter }: Props) {
  const { t } = useTranslation();
  const labels = useLabels();
  const found = useMemo(() => valuesOf(rows), [rows]);
  const bookOf = (part: Part, value: string) => found[part].get(value);
  const words = (part: Part, value: string) => {
    const book = bookOf(part, value);
    if (part === 'playbook') return labels.book(value)?.title[labels.language] ?? value;
    if (part === 'owner') return labels.who(value, book);
    return labels.of(book, part === 'stage' ? 'stages' : 'severities', value);
  };
  return (
    <>
      {PARTS.map((part) => {
        const values = [...found[part].keys()];
        const chosen = filter[part];
        if (chosen)
          return (
            <span key={part} className="st now chip">
              {t(`cases.${part}`)}: {words(part, chosen)}
              <button
                type="button"
                aria-label={t('cases.remove', { name: t(`cases.${part}`) })}
                onClick={() => onFilter({ ...filter, [part]: undefined })}
              >
                <Icon of={IconX} size={14} />
              </button>
            </span>
          );
        if (values.length < 2) return null;
        return (
          <select
            key={part}
            className="btn pick-filter"
            aria-label={t(`cases.${part}`)}
            value=""
            onChange={(event) => onFilter({ ...filter, [part]: event.target.value })}
          >
            <option value="">{t(`cases.${part}`)}</option>
            {values.map((value) => (
              <option key={value} value={value}>
                {words(part, value)}
              </option>
            ))}
          </select>
        );
      })}
    </>
  );
}

function valueOf(row: CaseRow, part: Part): string {
  return part === 'owner' ? ownerOf(row) : row[part];
}

/** What occurs, each with the procedure of a case in which it does. */
function valuesOf(rows: CaseRow[]): Record<Part, Map<string, string>> {
  const all = { stage: new Map(), severity: new Map(), owner: new Map(), playbook: new Map() } as Record<
    Part,
    Map<string, string>
  >;
  for (const row of rows)
    for (const part of PARTS) {
      const value = valueOf(row, part);
      if (value) all[part].set(value, row.playbook);
    }
  return all;
}
