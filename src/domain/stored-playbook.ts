import type { Playbook } from './playbook.js';

/** A version of a procedure as it was loaded. */
export interface StoredPlaybook {
  hash: string;
  id: string;
  version: number;
  title: Playbook['title'];
  /** When it was loaded last. */
  storedAt: Date;
}
