import type { Clock } from './clock.js';
import type { Effect } from './effect.js';
import type { Language } from './language.js';

export type CaseStatus = 'draft' | 'open' | 'waiting-for-customer' | 'closed' | 'withdrawn';

/** A complaint and everything that was done about it: one document, changed only by compare-and-set of `version`. */
export interface Case {
  /** The number the customer quotes; also the document's id. */
  number: string;
  version: number;
  playbook: { id: string; hash: string };
  customerId?: string;
  /** Where the customer is told things; absent for cases of people who never wrote. */
  conversationId?: string;
  language: Language;
  kind: string;
  source: string;
  status: CaseStatus;
  stage: string;
  category?: string;
  nature?: string;
  severity: string;
  severityBecause: string[];
  target?: string;
  openedAt: Date;
  closedAt?: Date;
  /** The person named by `assign`, with what they were when named. */
  assigned?: string;
  assignedAs?: { roles: string[]; department?: string };
  /** A role named by `assign` instead of a person. */
  assignedRole?: string;
  /** Everybody who was ever assigned. */
  assignedBefore: string[];
  /** After a re-opening or a low callback only this person acts in that stage entry, or anybody above. */
  holder?: { person: string; roles: string[]; entry: number };
  /** Roles that own the present stage, first one shown; `customer` in acceptance stages. */
  owners: string[];
  department?: string;
  fields: Record<string, string>;
  accused?: string;
  recused: Recusal[];
  rounds: number;
  reopened: number;
  linked: string[];
  clocks: CaseClockEntry[];
  /** Every stage entered, in order; its length counts the entries. */
  course: StageEntry[];
  /** A severity was set by a person or a rule. */
  severitySet?: true;
  /** Records in order; what satisfies a stage is read from here by round and entry. */
  records: CaseRecord[];
  remedies: Remedy[];
  approvals: Approval[];
  findings: Finding[];
  actions: Action[];
  changes: { what: string; state: 'proposed' | 'approved' | 'refused'; by: string; lap: number }[];
  contacts: { with: string; note?: string; by: string; at: Date; accepts?: 'yes' | 'no' }[];
  visits: { at: string; arrivedAt?: Date; late?: true; agreed?: string }[];
  extensions: Extension[];
  quote?: { amount: number; text?: string; state: 'proposed' | 'accepted' | 'refused' };
  charged?: number;
  disposition?: string;
  tier?: string;
  suggestion?: { value: string; reward?: string };
  acceptance?: 'accepted' | 'refused' | 'silent';
  /** Since when the customer is asked to accept, and whether they could be reached. */
  asked?: { at: Date; delivered: boolean; remindedAt?: Date; declinedAt?: Date; calls: number };
  /** Calls to the customer that somebody owes. */
  calls: { id: string; to: string; because: string; at: Date; dueAt: Date; kind?: 'callback' }[];
  /** Callback tasks beside the course. */
  callbacks: { id: string; to: string; dueAt: Date }[];
  /** An open question to the customer (`ask-customer`). */
  question?: { text: string; at: Date; by: string; remindedAt?: Date };
  survey: Survey;
  callback?: { score?: number; reached?: string; by: string; comment?: string };
  guestNote?: string;
  signature?: { at: Date; text: string };
  evidence: Evidence[];
  keepUntil?: Date;
  /** How often a promise was kept or dropped before: one that is owed again is a new row. */
  settled: { id: string; times: number }[];
  /** When the customer last heard anything; the silence update counts from it. */
  heardAt?: Date;
  /** Unacknowledged breaches: who must acknowledge, since when. */
  breaches: Breach[];
  /** Who sees it: `role:x`, `role:x@department`, `person:x`; kept with every decision so that queries can filter. */
  seenBy: string[];
  timeline: TimelineEntry[];
  /** Decided with this version and perhaps not yet carried out. */
  effects: Effect[];
  /** Set while effects may be outstanding; found by the recovery sweep. */
  effectsDue?: Date;
}

/** A clock with what it counts. */
export interface CaseClockEntry extends Clock {
  of: 'stage' | 'case' | 'action';
  /** The stage entry in which it began. */
  entry: number;
  /** How many records there were when it began: only later ones can meet it. */
  since: number;
  /** Index of the action it belongs to. */
  action?: number;
  /** Told and charged instead of the stage's owner: a person or a role; nobody for a third party's. */
  owner?: string;
  /** When due it is missed at once and these roles are told. */
  thirdParty?: { party: string; tell: string[] };
}

/** A new due time that waits for the next superior, or was decided. */
export interface Extension {
  clock: string;
  by: string;
  dueAt: Date;
  because: string;
  approver: string;
  state: 'proposed' | 'approved' | 'refused';
}

export interface StageEntry {
  stage: string;
  at: Date;
  leftAt?: Date;
  /** The stage before, of this course. */
  from?: string;
  /** rounds + reopened: what was recorded in an earlier one does not count. */
  lap: number;
  /** People, and roles while nobody of them was named, who owned it. */
  owners: string[];
  /** The roles in which it was owned: those above them see the case, the first one telephones. */
  roles: string[];
}

export interface Breach {
  clock: string;
  nth: number;
  at: Date;
  /** The role that must acknowledge; absent where nobody is above. */
  superior?: string;
  acknowledgeBy?: Date;
  acknowledgedAt?: Date;
  /** Nobody acknowledged in time: the next superior was told. */
  passedOn?: true;
  /** The highest role told so far. */
  told?: string;
}

export interface Recusal {
  name: string;
  reason: string;
  by: string;
}

/** One performed verb that counts towards what a stage needs. */
export interface CaseRecord {
  verb: string;
  stage: string;
  /** Counts entries into stages; records of an earlier entry do not satisfy the present one. */
  entry: number;
  by: string;
  /** The role in which they acted, and all of the playbook's that they held. */
  role?: string;
  roles: string[];
  at: Date;
  args: Record<string, unknown>;
}

export interface Remedy {
  kind: string;
  amount?: number;
  text?: string;
  promise?: string;
  state: 'proposed' | 'approved' | 'refused' | 'done';
  doneAt?: Date;
  by: string;
  lap: number;
}

export interface Approval {
  role: string;
  by: string;
  what: string;
  state: 'approved' | 'refused';
  reason?: string;
  note?: string;
  at: Date;
}

export interface Finding {
  cause?: string;
  responsible?: string;
  atFault?: 'yes' | 'no';
  checks?: string[];
  note?: string;
  by: string;
  lap: number;
}

export interface Action {
  kind: 'corrective' | 'preventive' | 'training';
  what: string;
  owner?: string;
  dueAt?: Date;
  state: 'open' | 'done';
  effective?: 'yes' | 'no';
  supervisor?: string;
  by: string;
  lap: number;
}

export interface Survey {
  state: 'none' | 'owed' | 'asked' | 'answered' | 'expired';
  dueAt?: Date;
  /** Another case of theirs is open: asked when that closes. */
  heldBack?: true;
  askedAt?: Date;
  remindedAt?: Date;
  score?: number;
  comment?: string;
  answers: Record<string, string>;
}

export interface Evidence {
  fileId: string;
  name: string;
  type: string;
  size: number;
  sha256: string;
  at: Date;
}

/** Each entry carries the hash of the one before; personal text enters the hash as a salted digest only. */
export interface TimelineEntry {
  at: Date;
  by: string;
  what: string;
  /** Shown to staff; never to the customer. */
  detail: Record<string, unknown>;
  /** The id of the request that caused it: a repeated request is recognised by it. */
  cause: string;
  /** Emptied with `detail` when personal text is erased; `digest` stays, and so does the chain. */
  salt: string;
  digest: string;
  hash: string;
}
