import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { newId } from '../../shared/new-id.js';
import { refreshCases } from '../api/case-lists.js';
import { asProblem } from '../api/problem.js';
import { get, perform } from '../api/request.js';
import type { FullCase } from '../api/case-shapes.js';

/** Performs operations on a case: on the version that was read, each once, and shows what came of it everywhere. */
export function usePerform(number: string) {
  const queries = useQueryClient();
  const key = useRef(newId());
  return useCallback(
    async (verb: string, args: Record<string, unknown>, version?: number): Promise<FullCase> => {
      const path = `/cases/${encodeURIComponent(number)}`;
      try {
        const after = await perform<FullCase>(`${path}/operations/${verb}`, args, key.current, version);
        key.current = newId();
        if (after.stage) queries.setQueryData(['case', number], after);
        void refreshCases(queries, [number]);
        for (const list of ['approvals', 'obligations', 'talk']) void queries.invalidateQueries({ queryKey: [list] });
        void queries.invalidateQueries({ queryKey: ['case', number] });
        return after;
      } catch (error) {
        // Only when nobody answered may the same key go out again: what was asked for may have been done.
        if (asProblem(error).status !== 0) key.current = newId();
        if (asProblem(error).code === 'STALE')
          queries.setQueryData(['case', number], await get<FullCase>(path).catch(() => undefined));
        throw error;
      }
    },
    [number, queries],
  );
}
