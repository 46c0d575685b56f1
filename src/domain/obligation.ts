/** The kinds of promise on the one durable timetable. */
export const OBLIGATION_KINDS = [
  'acceptance-lapse',
  'acceptance-reminder',
  'acknowledge',
  'agent-reminder',
  'agent-wait',
  'call-customer',
  'callback',
  'clock-mark',
  'delivery-retry',
  'draft-reminder',
  'effect-check',
  'fetch-file',
  'question-lapse',
  'question-reminder',
  'report',
  'retention',
  'status-update',
  'survey',
  'survey-expiry',
  'survey-reminder',
] as const;

export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/** What is owed, to whom, by when, for which case. The id is the natural key: the same promise is one row. */
export interface Obligation {
  id: string;
  kind: ObligationKind;
  /** Who must act: a person's name or a role; absent where the desk itself acts. */
  to?: string;
  caseNumber?: string;
  conversationId?: string;
  messageId?: string;
  /** What the sweep needs to act (clock and mark, file...). */
  detail: Record<string, string | number | boolean>;
  /** When the desk acts or, where a person must act, by when they must. */
  dueAt: Date;
  /** Shown as the due date when it differs from when the sweep acts. */
  promisedAt?: Date;
  state: 'owed' | 'kept' | 'waived' | 'expired';
  /** Of the case version that last moved it: an older one never overwrites. */
  order: number;
  /** Absent: the desk acts when due; true: a person acts, the sweep leaves it. */
  byPerson?: boolean;
}
