import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { newId } from '../../shared/new-id.js';
import { asProblem, type Problem } from '../api/problem.js';
import { get, perform } from '../api/request.js';
import { useMe } from '../api/session.js';
import type { Attached, Talk } from '../api/talk-shapes.js';
import { draftsOf } from './drafts.js';

export interface Reply {
  text: string;
  files: Attached[];
  /** The place of the last message that was seen when it was written. */
  seen: number;
}

export interface Pending extends Reply {
  key: string;
  failed: boolean;
}

/** `stale`: a colleague spoke meanwhile, nothing was sent. */
export type Sent = 'sent' | 'stale' | 'failed';

/** What one does in a conversation: shown at once, taken back visibly when the desk refuses. */
export function useTalkActs(id: string) {
  const queries = useQueryClient();
  const me = useMe();
  const [problem, setProblem] = useState<Problem>();
  const [pending, setPending] = useState<Pending[]>([]);
  const path = `/conversations/${encodeURIComponent(id)}`;

  const settle = useCallback(
    (talk: Talk) => {
      queries.setQueryData<Talk>(['talk', id], (before) => ({ present: before?.present, ...talk }));
      void queries.invalidateQueries({ queryKey: ['talks'] });
    },
    [queries, id],
  );

  const act = useCallback(
    async (verb: string, args: object = {}, expected?: Partial<Talk>): Promise<Talk | undefined> => {
      const before = queries.getQueryData<Talk>(['talk', id]);
      setProblem(undefined);
      if (before && expected) queries.setQueryData<Talk>(['talk', id], { ...before, ...expected });
      try {
        const after = await perform<Talk>(`${path}/operations/${verb}`, args);
        settle(after);
        return after;
      } catch (error) {
        setProblem(asProblem(error));
        const now = await get<Talk>(path).catch(() => before);
        if (now) settle(now);
        return undefined;
      }
    },
    [queries, id, path, settle],
  );

  const send = useCallback(
    async ({ text, files, seen }: Reply, key = newId()): Promise<Sent> => {
      setProblem(undefined);
      setPending((all) => [...all.filter((one) => one.key !== key), { key, text, files, seen, failed: false }]);
      const drop = () => setPending((all) => all.filter((one) => one.key !== key));
      const args = {
        ...(text && { text }),
        ...(files.length > 0 && { files: files.map(({ fileId }) => fileId) }),
        seen,
      };
      try {
        settle(await perform<Talk>(`${path}/operations/say`, args, key));
        drop();
        draftsOf(me.name, id).done({ text, files });
        return 'sent';
      } catch (error) {
        const refused = asProblem(error);
        if (refused.code === 'STALE' || refused.code === 'ALREADY_TAKEN') {
          drop();
          if (refused.code === 'ALREADY_TAKEN') setProblem(refused);
          await get<Talk>(path).then(settle, () => undefined);
          return 'stale';
        }
        setProblem(refused);
        setPending((all) => all.map((one) => (one.key === key ? { ...one, failed: true } : one)));
        return 'failed';
      }
    },
    [path, settle, me.name, id],
  );

  return {
    problem,
    pending,
    send,
    drop(mine: Pending) {
      draftsOf(me.name, id).done(mine);
      setPending((all) => all.filter(({ key }) => key !== mine.key));
    },
    takeOver: (reason?: string) =>
      act('take-over', reason ? { reason } : {}, {
        control: 'agent',
        agent: me.name,
        since: new Date().toISOString(),
        asked: undefined,
      }),
    putBack: () => act('put-back'),
    askFor: (reason?: string) => act('ask-for', reason ? { reason } : {}),
    handBack: (note?: string) => act('hand-back', note ? { note } : {}, { control: 'bot', agent: undefined }),
    transfer: (to: string) => act('transfer', { to }),
    note: (text: string) => act('note', { text }),
    retractNote: (note: string) => act('retract-note', { id: note }),
  };
}

export type TalkActs = ReturnType<typeof useTalkActs>;
