import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { newId } from '../../shared/new-id.js';
import { asProblem, type Problem } from '../api/problem.js';
import { get, perform } from '../api/request.js';
import { useMe } from '../api/session.js';
import type { Talk } from '../api/shapes.js';

export interface Pending {
  key: string;
  text: string;
  failed: boolean;
}

/** What one does in a conversation: shown at once, taken back visibly when the desk refuses. */
export function useTalkActs(id: string) {
  const queries = useQueryClient();
  const me = useMe();
  const [problem, setProblem] = useState<Problem>();
  const [pending, setPending] = useState<Pending[]>([]);
  const path = `/conversations/${encodeURIComponent(id)}`;

  const settle = useCallback(
    (talk: Talk) => {
      queries.setQueryData(['talk', id], talk);
      void queries.invalidateQueries({ queryKey: ['talks'] });
    },
    [queries, id],
  );

  const act = useCallback(
    async (verb: string, args: object = {}, expected?: Partial<Talk>): Promise<boolean> => {
      const before = queries.getQueryData<Talk>(['talk', id]);
      setProblem(undefined);
      if (before && expected) queries.setQueryData<Talk>(['talk', id], { ...before, ...expected });
      try {
        settle(await perform<Talk>(`${path}/operations/${verb}`, args));
        return true;
      } catch (error) {
        setProblem(asProblem(error));
        const now = await get<Talk>(path).catch(() => before);
        if (now) settle(now);
        return false;
      }
    },
    [queries, id, path, settle],
  );

  const send = useCallback(
    async (text: string, key = newId()): Promise<boolean> => {
      setProblem(undefined);
      setPending((all) => [...all.filter((one) => one.key !== key), { key, text, failed: false }]);
      try {
        settle(await perform<Talk>(`${path}/operations/say`, { text }, key));
        setPending((all) => all.filter((one) => one.key !== key));
        return true;
      } catch (error) {
        setProblem(asProblem(error));
        setPending((all) => all.map((one) => (one.key === key ? { ...one, failed: true } : one)));
        return false;
      }
    },
    [path, settle],
  );

  return {
    problem,
    pending,
    send,
    drop: (key: string) => setPending((all) => all.filter((one) => one.key !== key)),
    takeOver: () => act('take-over', {}, { control: 'agent', agent: me.name, since: new Date().toISOString() }),
    handBack: () => act('hand-back', {}, { control: 'bot', agent: undefined }),
    transfer: (to: string) => act('transfer', { to }, { control: 'agent', agent: to }),
  };
}

export type TalkActs = ReturnType<typeof useTalkActs>;
