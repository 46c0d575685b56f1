export interface AuditEntry {
  at: string;
  by: string;
  what: string;
  /** Of a case: its number, and the entry's hash. */
  case?: string;
  hash?: string;
  /** Of what was done at the desk itself: its kind, and whom or what it was done to. */
  kind?: string;
  about?: string;
  detail?: Record<string, string>;
}

export interface AuditPage {
  entries: AuditEntry[];
  broken: { case: string; entry: number }[];
  looked: number;
  cursor: string | null;
  deskCursor: string | null;
}
