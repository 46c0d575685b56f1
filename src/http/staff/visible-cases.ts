import type { Case } from '../../domain/case.js';
import type { CaseQuery } from '../../domain/ports.js';
import type { Person } from '../../domain/staff.js';
import type { StaffPorts } from '../staff-ports.js';
import { seesCase, viewerOf } from './visibility.js';

const PAGE = 200;

/** The cases that a person sees, newest first, read page by page as far as somebody asks. */
export async function* visibleCases(
  { stores }: Pick<StaffPorts, 'stores'>,
  person: Person,
  query: Pick<CaseQuery, 'stage' | 'status' | 'q' | 'asksForTime' | 'after'> = {},
): AsyncGenerator<Case> {
  for (let { after } = query; ;) {
    const page = await stores.cases.list({ ...query, after, limit: PAGE, viewer: viewerOf(person) });
    for (const of of page.cases) if (seesCase(of, person)) yield of;
    if (!page.cursor) return;
    after = page.cursor;
  }
}
