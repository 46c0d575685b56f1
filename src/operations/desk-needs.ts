import type { Case } from '../domain/case.js';
import type { Playbook } from '../domain/playbook.js';
import type { Ids, Stores } from '../domain/ports.js';

/** What operations need of the rest of the house. */
export interface DeskNeeds {
  stores: Pick<Stores, 'cases' | 'staff' | 'playbooks' | 'conversations' | 'messages' | 'obligations'>;
  now(): Date;
  ids: Ids;
  /** Carries out a case's effects (but not its `perform` ones) and marks them carried out; `within`: the conversation in whose turn the caller is. */
  carryOut(of: Case, within?: string): Promise<void>;
  /** The playbook under which new cases are opened, by id; without one the desk's default. */
  playbook(id?: string): Playbook | undefined;
  /** All that serve, the default first. */
  playbooks(): Playbook[];
  /** Called once for each case that is stored. */
  opened?(): void;
  simplified(text: string): string;
  linkOf(caseNumber: string): string;
}
