import { keep } from '../../shared/browser-keep.js';
import type { Approval, CaseRow } from '../api/case-shapes.js';
import type { Person } from '../api/staff-shapes.js';

/** What narrows the list; every part that is set must hold. */
export interface Filter {
  status?: string;
  stage?: string;
  severity?: string;
  owner?: string;
  playbook?: string;
  overdue?: boolean;
  mine?: boolean;
  approvable?: boolean;
  /** The version of a procedure, by its hash. */
  version?: string;
  /** Not closed, whoever's turn it is. */
  running?: boolean;
}

export interface View {
  id: string;
  /** Of one's own; the given ones are worded by their id. */
  name?: string;
  filter: Filter;
}

export const GIVEN: View[] = [
  { id: 'tasks', filter: { status: 'open', mine: true } },
  { id: 'approvals', filter: { status: 'open', approvable: true } },
  { id: 'overdue', filter: { status: 'open', overdue: true } },
  { id: 'open', filter: { status: 'open' } },
  { id: 'customer', filter: { status: 'waiting-for-customer' } },
  { id: 'closed', filter: { status: 'closed' } },
];

const KEY = 'redress.desk.views';

export function ownViews(): View[] {
  try {
    return JSON.parse(keep.get(KEY) ?? '[]') as View[];
  } catch {
    return [];
  }
}

export const saveViews = (views: View[]) => keep.set(KEY, JSON.stringify(views));

/** A test of rows for a filter, as one person sees them. */
export function fits(filter: Filter, me: Person, approvals: Approval[]): (row: CaseRow) => boolean {
  const approvable = new Set(approvals.filter(({ allowed }) => allowed).map(({ number }) => number));
  return (row) =>
    (!filter.status || row.status === filter.status) &&
    (!filter.stage || row.stage === filter.stage) &&
    (!filter.severity || row.severity === filter.severity) &&
    (!filter.playbook || row.playbook === filter.playbook) &&
    (!filter.version || row.playbookHash === filter.version) &&
    (!filter.running || !['closed', 'withdrawn'].includes(row.status)) &&
    (!filter.owner || ownerOf(row) === filter.owner) &&
    (!filter.overdue || (row.clock !== undefined && row.clock.leftMs < 0 && row.clock.state === 'running')) &&
    (!filter.mine || row.assigned === me.name || (!row.assigned && me.roles.includes(row.owner ?? ''))) &&
    (!filter.approvable || approvable.has(row.number));
}

export const ownerOf = ({ assigned, owner }: CaseRow) => assigned ?? owner ?? '';

/** By deadline, nearest first; those without a running clock last, the latest first. */
export function byDeadline(rows: CaseRow[]): CaseRow[] {
  const due = rows.map((row) => ({ row, at: dueOf(row) }));
  // Instants as they are written compare like the instants: all are in one zone.
  due.sort((a, b) => a.at - b.at || (a.row.openedAt < b.row.openedAt ? 1 : a.row.openedAt > b.row.openedAt ? -1 : 0));
  return due.map(({ row }) => row);
}

function dueOf({ clock, status }: CaseRow): number {
  return clock && clock.state === 'running' && status === 'open' ? Date.parse(clock.dueAt) : Number.MAX_SAFE_INTEGER;
}
