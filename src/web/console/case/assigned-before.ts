import type { FullCase } from '../api/case-shapes.js';

/** The arguments that assign the case to whom it is assigned now; undefined where nobody is, as there is no way back to that. */
export function assignedNow({ timeline }: Pick<FullCase, 'timeline'>): Record<string, unknown> | undefined {
  const detail = timeline.findLast(({ what }) => what === 'assign')?.detail;
  if (!detail) return undefined;
  const { to, role, department } = detail;
  return { ...((to ?? role) !== undefined && { to: to ?? role }), ...(department !== undefined && { department }) };
}
