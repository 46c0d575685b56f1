import type { Texts } from '../../../domain/language.js';

export interface Obligation {
  id: string;
  kind: string;
  to?: string;
  /** Of a role whose procedure one may not know. */
  toLabel?: Texts;
  playbook?: string;
  case?: string;
  conversation?: string;
  dueAt: string;
  state: string;
  /** The desk itself acts when it is due. */
  byDesk: boolean;
}

export interface Kept {
  kept: number;
  missed: number;
}

export interface Report {
  playbook: string;
  from: string;
  until: string;
  budget?: { monthly: number };
  weeks: (Kept & { from: string; opened: number; closed: number })[];
  causes: { category: string; count: number }[];
  stages: { id: string; weeks: Kept[] }[];
  teams: { id: string; weeks: Kept[] }[];
  paid: number;
  satisfaction: { category: string; count: number; mean: number }[];
  reopened: number;
}
