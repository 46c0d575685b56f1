import type { Calendar } from './calendar.js';
import type { CommonRules } from './common-rules.js';
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
  /** What people belong to; holders of roles by department are told apart by it. */
  departments: Named[];
  /** role -> the role above it. */
  superiors: Record<string, string>;
  natures: Named[];
  /** Lowest first. */
  severities: Named[];
  targets: Named[];
  /** What `rate-customer` may say. */
  tiers?: Named[];
  /** The field in which the customer names the person complained about; absent: `accused`, `concerned`. */
  accusedField?: string;
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
  /** People who call back instead of the chat survey, or on closed cases. */
  callback?: CallbackRule;
  /** Must be recorded before a case may close, whichever stage it is in (each names who, with `by`); open until then. */
  closing?: Need[];
  /** Contacts that only these roles (or those above) may record. */
  contacts?: { with: string[]; by: string[] }[];
  /** What was promised to everybody, for remedies to cite. */
  promises?: { id: string; text: Texts; pays: number }[];
  /** Remedies of this kind carried out are booked against a month's sum; at these percentages the roles are told. */
  budget?: { remedy: string; monthly: number; at: number[]; tell: string[] };
  /** Closing writes a note for the customer's next contact. */
  guestNote?: boolean;
  /** Part of a month's closed cases of these kinds, drawn by chance, get callback tasks. */
  sample?: { kinds: string[]; percent: number; by: string; due: Duration };
  /** Numbers of the common rules that this procedure sets otherwise. */
  rules?: Partial<CommonRules>;
  /** The customer's submitting counts as their signature; the read-back says so. */
  signed?: boolean;
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
  /** What sounds like one of the words and is none ("called me a thief"). */
  unless?: { zh: string[]; en: string[] };
  /** What the intake heard beyond words ("bereavement"). */
  alarms?: string[];
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
  when?: Condition;
  tell: string[];
}

/** Who makes `record-callback` on a case, from when. A score of 1 or 2 on a closed case re-opens it. */
export interface CallbackRule {
  by: string[];
  when?: Condition;
  /** Not before this stage was left. */
  after?: string;
  /** Stands for the chat survey where `when` holds. */
  replacesSurvey?: boolean;
}

/**
 * All entries must hold. A path names a value of the case (see `case-facts.ts`): `kind`, `source`, `category`, `nature`, `severity`,
 * `target`, `tier`, `department`, `from` (the stage it came from), `fields.<id>`, `remedies.sum` and `remedies.kinds` (of the round),
 * `approved-by` (roles that approved in this stage), `record.<verb>` and `record.<verb>.<argument>` (the latest in this stage),
 * `args.<argument>` (of the operation just performed). A list among the case's values matches when any of it does.
 */
export type Condition = Record<string, ConditionTest>;

/** true/false: the value is there or not; a list: any of these. */
export type ConditionTest =
  string | number | boolean | string[] | { over: number } | { atMost: number } | { not: string | string[] };

/** The first branch whose condition holds is taken. */
export interface Branch {
  when?: Condition;
  /** A stage's id or `closed`. */
  to: string;
  /** A new round begins. */
  again?: boolean;
  /** Somebody else than those who acted in that stage gets it. */
  another?: boolean;
  /** The phrase that tells the customer, when closing by this way (values `number`, `reason`). */
  tell?: string;
  /** No survey follows a closing by this way. */
  noSurvey?: boolean;
}

/** Roles that stand by department (`Role.byDepartment`) are held by the case's department's people. */
export interface Owner {
  when?: Condition;
  /** `customer` alone: the stage waits for the customer. */
  roles: string[];
  /** The person named by `assign` acts; `roles` then say who owns it while nobody is assigned. */
  assigned?: boolean;
  /** Holders of the roles act, and the assigned person too. */
  orAssigned?: boolean;
  /** The person who made the last record in this stage acts. */
  whoActed?: string;
}

/** Something that must be recorded before the case moves on. */
export interface Need {
  verb: string;
  when?: Condition;
  /** Arguments that must be given for the record to count. */
  with?: string[];
  /** Arguments that must have one of these values for the record to count. */
  where?: Record<string, string[]>;
  /** Arguments that must have none of these values. */
  whereNot?: Record<string, string[]>;
  /** A comma-separated argument must hold all of these, or `or` must be given. */
  all?: { argument: string; of: string[]; or?: string };
  /** At least that many records with different values of an argument. */
  distinct?: { argument: string; count: number; among: string[]; including?: { when?: Condition; value: string }[] };
  /** Roles that perform this verb here, when they are not the stage's owner; `assigned` names the person assigned. */
  by?: string[];
  /** Other roles where an argument has one of these values. */
  byWhere?: { where: Record<string, string[]>; by: string[] }[];
  /** Only somebody without any record on the case may. */
  uninvolved?: boolean;
  /** None of these kinds of action may be open. */
  allDone?: string[];
  /** Each of the listed roles must perform it, in this order (approvals one after another). */
  each?: { roles: { role: string; when?: Condition }[] };
  /** Satisfied also when this clock, begun in this stage, has been missed. */
  orClock?: string;
}

/** A verb that a stage allows without needing it. */
export interface Allowed {
  verb: string;
  when?: Condition;
  /** Roles, when they are not the stage's owner; `assigned` names the person assigned. */
  by?: string[];
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
  also?: Allowed[];
  /** The kinds of remedy that may be proposed here; absent: all of the playbook's. */
  remedies?: string[];
  /** The first entry whose condition holds begins on entering. Named like the stage unless it has an id. */
  clock?: StageClock[];
  /** What an approval here approves; limits by role (absent: none); `by` when not the stage's owner. */
  approval?: {
    what: 'remedies' | 'change' | 'action' | 'report' | 'dispatch' | 'reply';
    limits?: Record<string, number>;
    by?: string[];
  };
  /** What the customer decides here. */
  acceptance?: 'outcome' | 'quote' | 'sign-off';
  /** Taken when the last need is recorded. */
  next: Branch[];
  /** Taken at once when the verb is performed and the condition holds (refusals, loops). */
  on?: (Branch & { verb: string })[];
}

/** `afterVisit` minutes: due so long after the appointed time. */
export type StageClock = { id?: string; unpaused?: boolean; when?: Condition } & (
  { duration: Duration } | { afterVisit: number }
);

/** A clock of the case, beside the stages. */
export interface CaseClock {
  id: string;
  start:
    | { on: 'opened' }
    | { severity: string }
    | { leaving: string }
    | { recorded: Need }
    /** When that clock stops, met or missed. */
    | { stopped: string };
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
  /** Nobody here is charged; when it is due it is missed at once, and `tell` hears of it. */
  thirdParty?: string;
  /** Roles told when it begins; of a third party's clock: when it is missed. */
  tell?: string[];
}
