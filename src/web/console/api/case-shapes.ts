import type { Duration } from './playbook-shapes.js';

export interface ClockLeft {
  id: string;
  state: 'running' | 'paused' | 'met' | 'missed' | 'ended';
  startedAt: string;
  dueAt: string;
  breached?: true;
  charged?: string;
  leftMs: number;
  usedPercent: number;
  working: boolean;
  dayMs: number;
  of: 'stage' | 'case' | 'action';
  given?: Duration;
}

export interface ExplainedLine {
  at: string;
  text: 'start' | 'step' | 'excluded' | 'paused' | 'due';
  detail: Record<string, string>;
}

export interface CaseRow {
  number: string;
  version: number;
  playbook: string;
  playbookHash: string;
  kind: string;
  status: string;
  stage: string;
  category?: string;
  nature?: string;
  severity: string;
  owner?: string;
  assigned?: string;
  department?: string;
  rounds: number;
  openedAt: string;
  closedAt?: string;
  language: string;
  fields: { name?: string; content?: string };
  recused: string[];
  accused?: string;
  /** Clocks that ran out, of which nobody above has taken note. */
  acknowledge?: string[];
  clock?: ClockLeft;
}

export interface Remedy {
  kind: string;
  amount?: number;
  text?: string;
  state: string;
  by: string;
  lap: number;
}

export interface Allowed {
  verb: string;
  allowed: boolean;
  because?: string;
}

export interface FullCase extends Omit<CaseRow, 'fields' | 'clock'> {
  fields: Record<string, string>;
  source: string;
  severityBecause?: string;
  target?: string;
  tier?: string;
  acceptance?: string;
  reopened: number;
  linked: string[];
  remedies: Remedy[];
  approvals: { role: string; by: string; what: string; state: string; reason?: string; note?: string; at: string }[];
  findings: { cause?: string; responsible?: string; atFault?: string; checks?: string; note?: string; by: string }[];
  actions: { kind: string; what: string; owner?: string; dueAt?: string; state: string; effective?: string }[];
  extensions?: { clock: string; by: string; dueAt: string; because: string; state: string }[];
  contacts?: { with: string; note?: string; by: string; at: string }[];
  guestNote?: string;
  question?: { text: string; at: string; by: string };
  survey?: { state: string; score?: number; comment?: string };
  evidence: { name: string; type: string; size: number; sha256: string; at: string }[];
  timeline: { at: string; by: string; what: string; detail?: Record<string, unknown> }[];
  allowed: Allowed[];
}

export interface Course {
  number: string;
  version: number;
  conversation?: string;
  /** The conversation's, where there is one. */
  channel?: string;
  /** Whom the case waits for, by account, and in which role; none where the customer must act. */
  waitsFor?: { people: string[]; role?: string };
  /** When one reminded them of late, and from when on one may again. */
  reminded?: { at: string; again: string };
  owner?: { customer: boolean; roles: string[]; person?: string };
  needs?: { verb: string; with?: string[]; by?: string[]; all?: { argument: string; of: string[] } }[];
  course?: { stage: string; at: string; leftAt?: string; lap: number }[];
  clocks?: (ClockLeft & { round: number; lines: ExplainedLine[] })[];
  approval?: Approving;
  suggested?: Suggested;
  unaltered: boolean;
  entries: number;
  lastHash?: string;
  earlier: {
    number: string;
    openedAt: string;
    status: string;
    stage: string;
    category?: string;
    guestNote?: string;
    paid: number;
  }[];
}

/** Who approves here: any of these roles, up to their limits; several one after another are `turns`, `by` whose turn it is. */
export interface Approving {
  what: string;
  by: string[];
  limits?: Record<string, number>;
  /** The reader's own. */
  limit?: number;
  turns?: { role: string; approvedBy?: string }[];
}

export interface Suggested {
  ranked: { label: string; probability: number }[];
  sure: boolean;
  words: string[];
}

export interface Approval {
  number: string;
  version: number;
  playbook: string;
  stage: string;
  severity: string;
  category?: string;
  name?: string;
  content?: string;
  round: number;
  remedies: Remedy[];
  total: number;
  approval: Approving;
  /** More time that somebody asks for, in place of remedies. */
  extension?: { clock: string; by: string; dueAt: string; because: string };
  allowed: boolean;
  because?: string;
  refusable: boolean;
  clock?: ClockLeft;
}
