import { QueryClient, useQuery } from '@tanstack/react-query';
import { Problem } from './problem.js';
import { get } from './request.js';
import type { Approval, Course, FullCase } from './case-shapes.js';
import type { Hours, Operation, Playbook } from './playbook-shapes.js';
import type { Obligation, Report } from './report-shapes.js';
import type { Person } from './staff-shapes.js';
import type { CannedReply, ConversationRow, Talk } from './talk-shapes.js';

const MINUTE = 60_000;

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) =>
          failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500),
      },
    },
  });
}

export const usePlaybooks = () =>
  useQuery({
    queryKey: ['playbooks'],
    queryFn: () => get<{ playbooks: Playbook[] }>('/playbooks').then(({ playbooks }) => playbooks),
    staleTime: Infinity,
  });

export const useReport = (playbook: string | undefined, weeks: number) =>
  useQuery({
    queryKey: ['reports', playbook, weeks],
    queryFn: () => get<Report>(`/reports?weeks=${weeks}&playbook=${encodeURIComponent(playbook ?? '')}`),
    enabled: playbook !== undefined,
  });

export const useHours = () =>
  useQuery({ queryKey: ['hours'], queryFn: () => get<Hours>('/hours'), refetchInterval: MINUTE });

export const useStaff = () =>
  useQuery({
    queryKey: ['staff'],
    queryFn: () => get<{ staff: Person[] }>('/staff').then(({ staff }) => staff),
    staleTime: MINUTE,
  });

export const useOperations = () =>
  useQuery({
    queryKey: ['operations'],
    queryFn: () => get<{ operations: Operation[] }>('/operations').then(({ operations }) => operations),
    staleTime: Infinity,
  });

export const useCase = (number: string | undefined) =>
  useQuery({
    queryKey: ['case', number],
    queryFn: () => get<FullCase>(`/cases/${encodeURIComponent(number ?? '')}`),
    enabled: Boolean(number),
  });

export const useCourse = (number: string | undefined) =>
  useQuery({
    queryKey: ['case', number, 'course'],
    queryFn: () => get<Course>(`/cases/${encodeURIComponent(number ?? '')}/course`),
    enabled: Boolean(number),
    refetchInterval: MINUTE,
  });

export const useTalk = (id: string | undefined) =>
  useQuery({
    queryKey: ['talk', id],
    queryFn: () => get<Talk>(`/conversations/${encodeURIComponent(id ?? '')}`),
    enabled: Boolean(id),
  });

/** Conversations in one hand: those that wait, a person's, everybody's, the bot's. */
export const useTalks = (query: string) =>
  useQuery({
    queryKey: ['talks', query],
    queryFn: () =>
      get<{ conversations: ConversationRow[] }>(`/conversations?limit=200&${query}`).then(
        ({ conversations }) => conversations,
      ),
  });

export const useCannedReplies = () =>
  useQuery({
    queryKey: ['canned'],
    queryFn: () => get<{ replies: CannedReply[] }>('/canned-replies').then(({ replies }) => replies),
    staleTime: MINUTE,
  });

export const useApprovals = () =>
  useQuery({
    queryKey: ['approvals'],
    queryFn: () => get<{ approvals: Approval[] }>('/approvals').then(({ approvals }) => approvals),
    refetchInterval: MINUTE,
  });

export const useObligations = (query: string) =>
  useQuery({
    queryKey: ['obligations', query],
    queryFn: () =>
      get<{ obligations: Obligation[] }>(`/obligations?limit=1000&${query}`).then(({ obligations }) => obligations),
    refetchInterval: MINUTE,
  });
