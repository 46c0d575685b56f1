import type { Texts } from '../../../domain/language.js';

export interface Named {
  id: string;
  label: Texts;
}

export interface Duration {
  unit: string;
  count?: number;
}

/** What must be recorded; `where`, `all` and `distinct` name the words by which alone a record counts. */
export interface Need {
  verb: string;
  with?: string[];
  where?: Record<string, string[]>;
  all?: { argument: string; of: string[] };
  distinct?: { argument: string; among: string[] };
}

export interface Stage extends Named {
  kinds?: string[];
  owner: string[];
  needs: Need[];
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
  caseClocks: { id: string; duration: Duration; metBy?: Need[] }[];
  closing?: Need[];
  /** Contacts that only some roles may record. */
  contacts?: { with: string[] }[];
  stages: Stage[];
  calendar: { id: string; zone: string; week: Record<string, { from: string; to: string }[]> };
}

/** A version as it was loaded, and how many cases go on it. */
export interface PlaybookVersion {
  hash: string;
  id: string;
  version: number;
  title: Texts;
  storedAt: string;
  serving: boolean;
  running: number;
}

export interface Hours {
  now: string;
  hours: { playbook: string; zone: string; open: boolean; opensAt?: string }[];
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
