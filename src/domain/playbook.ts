import type { Calendar } from './calendar.js';
import type { Duration } from './duration.js';
import type { Field } from './field.js';
import type { Language, Texts } from './language.js';

/** A written procedure as data. No code knows a playbook's name, stage, role or category. */
export interface Playbook {
  id: string;
  version: number;
  /** Content hash of the source; drafts and cases point at it. */
  hash: string;
  /** Decides emergency numbers: `cn`, `tw` or `other`. */
  region: 'cn' | 'tw' | 'other';
  /** The first one is the default. */
  languages: Language[];
  title: Texts;
  company: Texts;
  calendar: Calendar;
  /** The first one is the default; the intake asks when there are several and the words do not tell. */
  kinds: Kind[];
  sources: string[];
  roles: Role[];
  departments: Named[];
  /** role -> the role above it. */
  superiors: Record<string, string>;
  natures: Named[];
  /** Lowest first. */
  severities: Named[];
  targets: Named[];
  categories: Category[];
  fields: Field[];
  severityRules: SeverityRule[];
  repeat: RepeatRule;
  /** Who is told at once when a case reaches a severity, or is opened. */
  alerts: Alert[];
  stages: Stage[];
  caseClocks: CaseClock[];
  remedies: Named[];
  /** The stage a re-opened case enters, by kind (`*` for all others). */
  reopen: Record<string, string>;
  survey?: { questions: { id: string; label: Texts; type: 'score' | 'text' }[] };
  /** Silence never counts as acceptance; the informing role telephones. */
  neverSilent: boolean;
  /** Reports owed: of a month (due at month end) or a week (due Monday 09:00). */
  reports: { every: 'month' | 'week'; owner: string }[];
  /** How long records are kept after closing. */
  keep?: Duration;
  /** The status page shows every stage with its times. */
  openCourse: boolean;
  /** Rewordings of phrases `ask.*`, `why.*`, `feel.*`, `stage.*`. */
  wording: Record<string, Texts>;
}

export interface Named {
  id: string;
  label: Texts;
}

export interface Kind extends Named {
  /** First stage by condition, tried in order. */
  start: Branch[];
  /** A case of this kind has at least this severity. */
  severity?: string;
  /** Neither raises nor is raised by the repeat rule (questions, suggestions). */
  noRepeat?: boolean;
  /** Words that tell this kind in the customer's story, by language group. */
  words?: string[];
  /** Which receipt phrase: complaint, suggestion, question or request. */
  receipt: 'complaint' | 'suggestion' | 'question' | 'request';
}

export interface Role extends Named {
  /** Holders belong to a department; a stage of theirs is acted in by the department's people. */
  byDepartment?: boolean;
}

export interface Category extends Named {
  /** Family of the empathetic second sentence: staff, broken, noise, clean, price, late, goods. */
  feel?: 'staff' | 'broken' | 'noise' | 'clean' | 'price' | 'late' | 'goods';
}

/** Raises a case to `to` when one of its words is said un-negated, a category holds, or an amount is reached. */
export interface SeverityRule {
  id: string;
  to: string;
  /** Why, as the case says it (`severityBecause`). */
  because: Texts;
  words: { zh: string[]; en: string[] };
  categories?: string[];
  /** A demand or an `amount` field of at least this many units of the playbook's currency. */
  amountAtLeast?: number;
  /** That many cases with the same value of a field within the days given. */
  sameField?: { field: string; cases: number; days: number };
}

export interface RepeatRule {
  days: number;
  /** Field ids of which one equal value means the same matter (order_no, room_no, plate_no...). */
  sameAny: string[];
  /** Where neither case names one of them: the same category, and equality of these where both name them. */
  sameWhere: string[];
}

export interface Alert {
  on: 'opened' | { severity: string };
  kinds?: string[];
  tell: string[];
}

/** All entries must hold. A path names a value of the case (`severity`, `nature`, `fields.x`, `finding.at-fault`, `remedies.sum`, `args.x`). */
export type Condition = Record<string, string | number | boolean | string[] | { over: number } | { atMost: number }>;

/** The first branch whose condition holds is taken. */
export interface Branch {
  when?: Condition;
  /** A stage's id or `closed`. */
  to: string;
  /** A new round begins. */
  again?: boolean;
}

export interface Owner {
  when?: Condition;
  roles: string[];
  /** The person named by `assign` acts; `roles` then say who owns it while nobody is assigned. */
  assigned?: boolean;
  /** Holders of the role in the case's department act. */
  ofDepartment?: boolean;
}

/** Something that must be recorded before the case moves on. */
export interface Need {
  verb: string;
  when?: Condition;
  /** Arguments that must be given for the record to count. */
  with?: string[];
  /** Arguments that must have one of these values for the record to count. */
  where?: Record<string, string[]>;
  /** A comma-separated argument must hold all of these, or `or` must be given. */
  all?: { argument: string; of: string[]; or?: string };
  /** At least that many records with different values of an argument. */
  distinct?: { argument: string; count: number; among: string[]; including?: { when?: Condition; value: string }[] };
  /** Roles that perform this verb here, when they are not the stage's owner. */
  by?: string[];
  /** Each of the listed roles must perform it, in this order (approvals one after another). */
  each?: { roles: { role: string; when?: Condition }[] };
  /** Satisfied also when this clock has been missed. */
  orClock?: string;
}

export interface Stage {
  id: string;
  /** What staff read. */
  label: Texts;
  /** Which `stage.*` phrase the customer reads. */
  customerLabel: 'check' | 'assign' | 'look' | 'solve' | 'do' | 'reply' | 'you' | 'visit' | 'verify' | 'improve';
  kinds?: string[];
  /** `customer`: an acceptance stage; the first entry whose condition holds owns the stage. */
  owner: 'customer' | Owner[];
  needs: Need[];
  /** Further verbs that this stage allows without needing them. */
  also?: string[];
  clock?: { id?: string; duration: Duration; unpaused?: boolean; when?: Condition }[];
  /** What an approval here approves: the round's remedies, or something else; limits by role (absent: none). */
  approval?: { what: 'remedies' | 'change' | 'action' | 'report' | 'dispatch' | 'reply'; limits?: Record<string, number> };
  /** What the customer decides here. */
  acceptance?: 'outcome' | 'quote' | 'sign-off';
  /** Taken when the last need is recorded. */
  next: Branch[];
  /** Taken at once when the verb is performed and the condition holds (refusals, loops). */
  on?: (Branch & { verb: string })[];
}

/** A clock of the case, beside the stages. */
export interface CaseClock {
  id: string;
  start: { on: 'opened' } | { severity: string } | { leaving: string; when?: Condition } | { recorded: Need };
  when?: Condition;
  duration: Duration;
  /** Counted from the opening although it starts later. */
  fromOpening?: boolean;
  unpaused?: boolean;
  /** All of these met, the clock is met. */
  metBy: Need[];
  /** A role charged instead of the stage's owner. */
  charged?: string;
  noEscalation?: boolean;
}
