import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CaseRow } from '../api/case-shapes.js';
import { ClockChip, Face, SeverityChip } from '../frame/parts.js';
import { useLabels, type Labels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { ownerOf } from './views.js';
import { useWindow } from './window.js';

const ROW_PX = 41;
const PHONE_ROW_PX = 92;

interface Props {
  rows: CaseRow[];
  selected: ReadonlySet<string>;
  at: number;
  onToggle: (number: string) => void;
  onToggleAll: () => void;
  onClear: () => void;
}

/** The rows in sight of a list that may be long; the rest is space. */
export function CaseTable({ rows, selected, at, onToggle, onToggleAll, onClear }: Props) {
  const { t } = useTranslation();
  const labels = useLabels();
  const box = useRef<HTMLDivElement>(null);
  const height = matchMedia('(max-width: 760px)').matches ? PHONE_ROW_PX : ROW_PX;
  const { from, to } = useWindow(box, rows.length, height);
  const toggle = useRef(onToggle);
  toggle.current = onToggle;

  useEffect(() => {
    const element = box.current;
    if (!element || at < 0) return undefined;
    const top = at * height;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + 2 * height > element.scrollTop + element.clientHeight)
      element.scrollTop = top + 3 * height - element.clientHeight;
    // The row has the keyboard's focus too, once it is drawn: what is cut in it is read in full there.
    const drawn = requestAnimationFrame(() =>
      element.querySelector<HTMLElement>('tr.here a')?.focus({ preventScroll: true }),
    );
    return () => cancelAnimationFrame(drawn);
  }, [at, height]);

  const heads = ['number', 'customer', 'matter', 'stage', 'owner', 'clock', 'due'] as const;
  return (
    <div className="scroll" ref={box} tabIndex={0} role="region" aria-label={t('cases.table')} data-region>
      <table className="grid stack-s" aria-rowcount={rows.length + 1}>
        <caption className="vh">{t('cases.caption')}</caption>
        <colgroup className="no-s">
          {['c-box', 'c-no', 'c-name', '', 'c-stage', 'c-owner', 'c-clock', 'c-due'].map((name, index) => (
            <col key={index} className={name} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                className="box"
                aria-label={t('cases.selectAll')}
                checked={rows.length > 0 && selected.size === rows.length}
                onChange={onToggleAll}
              />
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" aria-sort={head === 'clock' ? 'ascending' : undefined}>
                {t(`cases.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space px={from * height} />
          {rows.slice(from, to).map((row, index) => (
            <Row
              key={row.number}
              row={row}
              index={from + index}
              selected={selected.has(row.number)}
              here={from + index === at}
              labels={labels}
              toggle={toggle}
            />
          ))}
          <Space px={(rows.length - to) * height} />
        </tbody>
      </table>
      {rows.length === 0 && (
        <div className="empty stack">
          <p>{t('cases.none')}</p>
          <p>
            <button type="button" className="btn" onClick={onClear}>
              {t('cases.clear')}
            </button>
          </p>
        </div>
      )}
    </div>
  );
}

function Space({ px }: { px: number }) {
  if (px <= 0) return null;
  return (
    <tr aria-hidden="true" className="space">
      <td colSpan={8} style={{ height: px }} />
    </tr>
  );
}

interface RowProps {
  row: CaseRow;
  index: number;
  selected: boolean;
  here: boolean;
  labels: Labels;
  toggle: { readonly current: (number: string) => void };
}

const Row = memo(function Row({ row, index, selected, here, labels, toggle }: RowProps) {
  const { t } = useTranslation();
  const zone = labels.book(row.playbook)?.calendar.zone;
  const owner = ownerOf(row);
  const list = labels.book(row.playbook)?.severities;
  const grave = list && list.length > 1 && list.at(-1)?.id === row.severity;
  return (
    <tr aria-rowindex={index + 2} aria-selected={selected} className={here ? 'here' : ''}>
      <td className="hide-s">
        <input
          type="checkbox"
          className="box"
          aria-label={t('cases.select', { number: row.number })}
          checked={selected}
          onChange={() => toggle.current(row.number)}
        />
      </td>
      <td className="hide-s">
        <Link className="no" href={`/cases/${row.number}`}>
          {row.number}
        </Link>
      </td>
      <td className="name nowrap">
        <b>{row.fields.name ?? t('inbox.nobody')}</b>
      </td>
      <td className="wide">
        <span className="what" lang={row.language}>
          {grave && <SeverityChip playbook={row.playbook} severity={row.severity} />}{' '}
          <Link className="only-line" href={`/cases/${row.number}`}>
            {row.fields.content}
          </Link>
        </span>
      </td>
      <td className="hide-s">
        {row.status === 'open' ? labels.of(row.playbook, 'stages', row.stage) : labels.value(row.status)}
      </td>
      <td className="hide-s">
        {owner && (
          <span className="who">
            <Face name={labels.who(owner, row.playbook)} size="s" />
            {labels.who(owner, row.playbook)}
          </span>
        )}
      </td>
      <td className="clk">{row.clock && row.status !== 'closed' && <ClockChip clock={row.clock} />}</td>
      <td className="num second ends">
        {row.clock && row.status !== 'closed' && (
          <time dateTime={row.clock.dueAt}>{moment(row.clock.dueAt, labels.language, new Date(), zone)}</time>
        )}
      </td>
    </tr>
  );
});
