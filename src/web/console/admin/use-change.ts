import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type Problem } from '../api/problem.js';
import { request } from '../api/request.js';

/** Writing requests of an administration page: reads `key` again afterwards, holds what went wrong. */
export function useChange(key: string) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem>();
  /** The answer, or undefined when it was refused. */
  async function change<T = object>(method: string, path: string, body?: object): Promise<T | undefined> {
    try {
      setProblem(undefined);
      const answer = (await request<T | undefined>(method, path, { body })) ?? ({} as T);
      await queries.invalidateQueries({ queryKey: [key] });
      return answer;
    } catch (error) {
      setProblem(asProblem(error));
      await queries.invalidateQueries({ queryKey: [key] });
      return undefined;
    }
  }
  return { change, problem };
}
