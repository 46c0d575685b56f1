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

export interface PlaybookStore {
  /** Stored under its content hash; a no-op when there. */
  put(playbook: Playbook): Promise<void>;
  byHash(hash: string): Promise<Playbook | undefined>;
  /** Every version that was ever loaded, the latest loaded first. */
  versions(): Promise<StoredPlaybook[]>;
  /** The newest version stored of each id. */
  latest(id: string): Promise<Playbook | undefined>;
}
