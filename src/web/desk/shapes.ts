/** What the staff API tells, as far as this page reads it; everything else is shown as it comes. */

export type Control = 'bot' | 'waiting' | 'agent';

export interface ConversationRow {
  id: string;
  control: Control;
  /** The person who has it, by name. */
  agent?: string;
  since?: string;
  urgent?: boolean;
  name?: string;
  last?: string;
  cases?: string[];
}

export interface DeskMessage {
  id: string;
  from: 'bot' | 'agent' | 'customer';
  author?: string;
  text: string;
  at: string;
  state?: string;
  choices?: { id: string; label: string }[];
  files?: { name: string }[];
}

export interface ConversationView extends ConversationRow {
  messages: DeskMessage[];
}

export interface CaseRow {
  number: string;
  kind?: string;
  status?: string;
  stage?: string;
  stageLabel?: string;
  severity?: string;
  category?: string;
  owner?: string;
  fields?: Record<string, string>;
}

export interface Allowed {
  verb: string;
  allowed: boolean;
  /** A problem's code, or words. */
  because?: string;
}

export interface ClockView {
  state: string;
  startedAt?: string;
  dueAt?: string;
  breached?: boolean;
  charged?: string;
}

export interface CaseView extends CaseRow {
  clocks?: Record<string, ClockView>;
  timeline?: { at: string; by?: string; what: string }[];
  allowed?: Allowed[];
  [part: string]: unknown;
}

export interface Schema {
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: (string | number)[];
  const?: string | number;
  anyOf?: Schema[];
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  maxLength?: number;
}

export interface Operation {
  verb: string;
  arguments: Schema;
  on: 'case' | 'conversation' | 'desk';
  roles?: unknown;
}

export function nameOf({ name, id }: ConversationRow): string {
  return name ?? id.slice(0, 8);
}
