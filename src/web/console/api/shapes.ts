import type { Texts } from '../../../domain/language.js';

export interface Person {
  name: string;
  displayName: string;
  roles: string[];
  department?: string;
  skills: string[];
  no?: string;
  active: boolean;
  offDuty?: boolean;
  mustChangePassword?: boolean;
  /** For admins only. */
  signsIn?: boolean;
  invitedUntil?: string;
  lockedUntil?: string;
}

export interface Named {
  id: string;
  label: Texts;
}

export interface Duration {
  unit: string;
  count?: number;
}

export interface Stage extends Named {
  kinds?: string[];
  owner: string[];
  needs: { verb: string; with?: string[] }[];
  also?: string[];
  clock?: Duration[];
  approval?: { what: string; limits?: Record<string, number>; by?: string[] };
  acceptance?: string;
  next: string[];
}

export interface Playbook {
  id: string;
  version: number;
  hash: string;
  region: string;
  title: Texts;
  company: Texts;
  roles: Named[];
  departments: Named[];
  superiors: Record<string, string>;
  sources: string[];
  natures: Named[];
  severities: Named[];
  targets: Named[];
  tiers?: Named[];
  remedies: Named[];
  promises?: { id: string; text: Texts; pays: number }[];
  kinds: Named[];
  categories: Named[];
  fields: (Named & { type: string; optional: boolean })[];
  caseClocks: { id: string; duration: Duration }[];
  stages: Stage[];
  calendar: { id: string; zone: string; week: Record<string, { from: string; to: string }[]> };
}

export interface Hours {
  now: string;
  hours: { playbook: string; zone: string; open: boolean; opensAt?: string }[];
}

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
  accused?: string;
  recused: string[];
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
  acknowledge?: string[];
}

export interface Course {
  number: string;
  version: number;
  conversation?: string;
  owner?: { customer: boolean; roles: string[]; person?: string };
  needs?: { verb: string; with?: string[]; by?: string[]; all?: { argument: string; of: string[] } }[];
  course?: { stage: string; at: string; leftAt?: string; lap: number }[];
  clocks?: (ClockLeft & { round: number; lines: ExplainedLine[] })[];
  approval?: { what: string; by: string[]; limits?: Record<string, number>; limit?: number };
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

export interface Suggested {
  ranked: { label: string; probability: number }[];
  sure: boolean;
  words: string[];
}

export interface ConversationRow {
  id: string;
  control: 'bot' | 'waiting' | 'agent';
  agent?: string;
  since?: string;
  /** Colleagues who would have it. */
  asked?: { by: string; at: string; reason?: string }[];
  /** It waited since then before it was taken, and can be put back. */
  waitedSince?: string;
  urgent?: boolean;
  because?: string;
  name?: string;
  channel: string;
  language: string;
  playbook: string;
  cases: string[];
  last?: string;
  /** The agent who said it. */
  lastBy?: string;
  lastFile?: string;
  blocked: boolean;
  createdAt: string;
  heardFromAt?: string;
}

export interface MessageRow {
  id: string;
  seq: number;
  from: 'bot' | 'agent' | 'customer';
  author?: string;
  /** The account of the agent who said it. */
  by?: string;
  text: string;
  choices?: { id: string; label: string }[];
  receipt?: { number: string };
  files: { name: string; type: string; size?: number; sha256?: string }[];
  at: string;
  state: string;
  deliveredAt?: string;
  error?: string;
}

export interface Talk extends ConversationRow {
  known?: { kind?: string; category?: string; fields: Record<string, string>; asks?: string };
  notes: TalkNote[];
  messages: MessageRow[];
  cursor: string;
  present?: Present[];
}

export interface TalkNote {
  id: string;
  by: string;
  at: string;
  text: string;
  handedBack?: boolean;
}

/** A colleague who looks at a conversation, or writes in it. */
export interface Present {
  name: string;
  typing: boolean;
}

/** A file that is stored and can go with a reply. */
export interface Attached {
  fileId: string;
  name: string;
  type: string;
  size: number;
}

export interface CannedReply {
  id: string;
  title: string;
  text: string;
  language?: string;
  shared: boolean;
}

export interface Obligation {
  id: string;
  kind: string;
  to?: string;
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

export interface Schema {
  type?: string | string[];
  title?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
}

export interface Operation {
  verb: string;
  on: 'case' | 'conversation' | 'desk';
  describe: string;
  arguments: Schema;
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
  approval: { what: string; by: string[]; limit?: number };
  allowed: boolean;
  because?: string;
  clock?: ClockLeft;
}
