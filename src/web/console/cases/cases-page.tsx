import { IconDownload, IconPlus, IconX } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { useCases } from '../api/case-lists.js';
import { useApprovals } from '../api/queries.js';
import { useMe } from '../api/session.js';
import type { Approval, CaseRow } from '../api/case-shapes.js';
import { Frame } from '../frame/frame.js';
import { useKeys } from '../frame/keys.js';
import { Failed, Icon, Waiting } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { BulkAssign } from './bulk-assign.js';
import { CaseTable } from './case-table.js';
import { csvOf } from './csv.js';
import { download } from './download.js';
import { Filters } from './filters.js';
import { byDeadline, fits, GIVEN, ownerOf, ownViews, saveViews, type Filter, type View } from './views.js';

const NONE: Approval[] = [];

/** The view that a link asks for: what goes on one version of a procedure. */
function useLinkedView(): View[] {
  const [search] = useSearchParams();
  const version = search.get('version');
  const name = search.get('title') ?? version ?? '';
  return useMemo(() => (version ? [{ id: 'linked', name, filter: { version, running: true } }] : []), [version, name]);
}

/** Cases by deadline: saved views with counts, filters, search, export, and several at once. */
export default function CasesPage() {
  const { t } = useTranslation();
  const me = useMe();
  const labels = useLabels();
  const [, go] = useLocation();
  const [own, setOwn] = useState(ownViews);
  const linked = useLinkedView();
  const views = [...GIVEN, ...own, ...linked];
  const [viewId, setViewId] = useState(linked[0]?.id ?? 'open');
  const [extra, setExtra] = useState<Filter>({});
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.trim());
  const { data: all, error, refetch } = useCases('');
  const found = useCases(query ? `q=${encodeURIComponent(query)}` : '');
  const { data: approvals = NONE } = useApprovals();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(-1);
  const [assigning, setAssigning] = useState(false);
  const search = useRef<HTMLInputElement>(null);

  const view = views.find(({ id }) => id === viewId) ?? GIVEN[0]!;
  const sorted = useMemo(() => byDeadline((query ? found.data : all) ?? []), [query, found.data, all]);
  const counts = useMemo(() => {
    const tests = [...GIVEN, ...own, ...linked].map(({ id, filter }) => ({
      id,
      test: fits(filter, me, approvals),
      count: 0,
    }));
    for (const row of all ?? []) for (const one of tests) if (one.test(row)) one.count += 1;
    return new Map(tests.map(({ id, count }) => [id, count]));
  }, [all, own, linked, me, approvals]);
  const rows = useMemo(
    () => sorted.filter(fits({ ...view.filter, ...extra }, me, approvals)),
    [sorted, view, extra, me, approvals],
  );

  const toggle = (number: string) => {
    const next = new Set(selected);
    if (!next.delete(number)) next.add(number);
    setSelected(next);
  };
  const current = rows[at];
  useKeys({
    j: () => setAt(Math.min(rows.length - 1, at + 1)),
    k: () => setAt(Math.max(0, at - 1)),
    enter: current && (() => go(`/cases/${current.number}`)),
    x: current && (() => toggle(current.number)),
    f: () => search.current?.focus(),
    'shift+a': selected.size > 0 ? () => setAssigning(true) : undefined,
    escape: () => setSelected(new Set()),
  });

  const chosen = rows.filter(({ number }) => selected.has(number));
  const save = () => {
    const name = window.prompt(t('cases.saveName'))?.trim();
    if (!name) return;
    const added: View = { id: `own-${Date.now()}`, name, filter: { ...view.filter, ...extra } };
    saveViews([...own, added]);
    setOwn([...own, added]);
    setViewId(added.id);
    setExtra({});
  };
  const drop = (id: string) => {
    if (linked.some((one) => one.id === id)) go('/cases');
    const rest = own.filter((one) => one.id !== id);
    saveViews(rest);
    setOwn(rest);
    setViewId('open');
  };
  const exported = (these: CaseRow[]) => download('cases.csv', csvOf(csvRows(these)));
  const csvRows = (these: CaseRow[]) => [
    [
      'number',
      'customer',
      'matter',
      'playbook',
      'stage',
      'status',
      'category',
      'severity',
      'owner',
      'due',
      'opened',
    ].map((id) => t(`cases.${id}`)),
    ...these.map((row) => [
      row.number,
      row.fields.name ?? '',
      row.fields.content ?? '',
      labels.book(row.playbook)?.title[labels.language] ?? row.playbook,
      labels.of(row.playbook, 'stages', row.stage),
      labels.value(row.status),
      labels.of(row.playbook, 'categories', row.category),
      labels.of(row.playbook, 'severities', row.severity),
      labels.who(ownerOf(row), row.playbook),
      row.clock?.dueAt ?? '',
      row.openedAt,
    ]),
  ];
  return (
    <Frame title={t('nav.cases')} fact={t('cases.count', { count: counts.get('open') ?? 0 })} className="list-page">
      <nav className="views" aria-label={t('cases.views')}>
        {views.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            aria-current={id === viewId ? 'page' : undefined}
            onClick={() => setViewId(id)}
          >
            {name ?? t(`cases.view.${id}`)}
            <span className="c">{counts.get(id)}</span>
          </button>
        ))}
        {view.name && (
          <button type="button" aria-label={t('cases.drop', { name: view.name })} onClick={() => drop(view.id)}>
            <Icon of={IconX} size={14} />
          </button>
        )}
        <button type="button" className="end no-s" onClick={save}>
          <Icon of={IconPlus} size={14} /> {t('cases.save')}
        </button>
      </nav>
      <div className="bar-t">
        <Filters rows={all ?? []} filter={extra} onFilter={setExtra} />
        <input
          ref={search}
          className="in search"
          type="search"
          aria-label={t('cases.search')}
          placeholder={t('cases.search')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        <button type="button" className="btn plain end no-s" onClick={() => exported(rows)}>
          <Icon of={IconDownload} />
          {t('cases.export', { count: rows.length })}
        </button>
      </div>
      {!all && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting rows={8} />)}
      {all && (
        <CaseTable
          rows={rows}
          selected={selected}
          at={at}
          onToggle={toggle}
          onToggleAll={() =>
            setSelected(chosen.length === rows.length ? new Set() : new Set(rows.map(({ number }) => number)))
          }
          onClear={() => (setExtra({}), setTyped(''), setViewId('open'))}
        />
      )}
      {chosen.length > 0 && (
        <div className="bulk" role="region" aria-label={t('cases.selected', { count: chosen.length })}>
          <b>{t('cases.selected', { count: chosen.length })}</b>
          <button type="button" className="btn" aria-keyshortcuts="Shift+A" onClick={() => setAssigning(true)}>
            {t('cases.assign')}
          </button>
          <button type="button" className="btn" onClick={() => exported(chosen)}>
            <Icon of={IconDownload} />
            {t('cases.export', { count: chosen.length })}
          </button>
          <button
            type="button"
            className="btn plain icon"
            aria-label={t('close')}
            onClick={() => setSelected(new Set())}
          >
            <Icon of={IconX} />
          </button>
        </div>
      )}
      {assigning && <BulkAssign rows={chosen} onClose={() => setAssigning(false)} />}
    </Frame>
  );
}
