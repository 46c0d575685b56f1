import { useQuery, type QueryClient } from '@tanstack/react-query';
import { get } from './request.js';
import type { CaseRow } from './case-shapes.js';

const MINUTE = 60_000;
const MOST_CASES = 20_000;
const FEW = 20;
/** Lists that are longer are read anew less often; what changes in them is told by the feed. */
const LONG = 1000;
/** Pages after which a long list that is being read is shown as far as it is there. */
const SHOW_EVERY = 10;

interface Page {
  cases: CaseRow[];
  cursor: string | null;
}

const ALL = '';
const keyOf = (query: string) => ['cases', query];
const pageOf = (query: string, after: string) =>
  get<Page>(`/cases?limit=200&${query}${after && `&after=${encodeURIComponent(after)}`}`);

/** All cases that fit, page by page: the list scrolls them without asking again. */
export const useCases = (query: string) =>
  useQuery({
    queryKey: keyOf(query),
    queryFn: async ({ client }) => {
      const all: CaseRow[] = [];
      const isFirst = client.getQueryData(keyOf(query)) === undefined;
      for (let after = '', n = 0; all.length < MOST_CASES; n += 1) {
        const page = await pageOf(query, after);
        all.push(...page.cases);
        if (!page.cursor) break;
        after = page.cursor;
        if (isFirst && n % SHOW_EVERY === 0) client.setQueryData(keyOf(query), [...all]);
      }
      return all;
    },
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => ((state.data?.length ?? 0) > LONG ? 5 * MINUTE : MINUTE),
    // Comparing ten thousand rows with what they were costs more than drawing those in sight.
    structuralSharing: false,
  });

/** The first few that fit, for searching while one types. */
export const useFewCases = (query: string) =>
  useQuery({
    queryKey: ['cases', 'few', query],
    queryFn: () => get<Page>(`/cases?limit=${FEW}&${query}`).then(({ cases }) => cases),
    placeholderData: (before) => before,
  });

/** Reads these cases again, and puts them into the list of all as they are now; other lists are read anew. */
export async function refreshCases(queries: QueryClient, numbers: string[]): Promise<void> {
  void queries.invalidateQueries({ queryKey: ['cases'], predicate: ({ queryKey }) => queryKey[1] !== ALL });
  if (queries.getQueryData(keyOf(ALL)) === undefined) return;
  try {
    const { cases } = await get<Page>(`/cases?limit=200&numbers=${numbers.map(encodeURIComponent).join(',')}`);
    const fresh = new Map(cases.map((row) => [row.number, row]));
    queries.setQueryData<CaseRow[]>(keyOf(ALL), (rows = []) => {
      const gone = new Set(numbers.filter((number) => !fresh.has(number)));
      const kept = rows.flatMap((row) => (gone.has(row.number) ? [] : [fresh.get(row.number) ?? row]));
      const known = new Set(rows.map(({ number }) => number));
      return [...cases.filter(({ number }) => !known.has(number)), ...kept];
    });
  } catch {
    await queries.invalidateQueries({ queryKey: keyOf(ALL) });
  }
}
