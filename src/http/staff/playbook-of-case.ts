import type { Case } from '../../domain/case.js';
import type { Playbook } from '../../domain/playbook.js';
import type { StaffPorts } from '../staff-ports.js';

/** The version of the procedure that a case runs on; a version never changes, so each is read once. */
export function playbookReader({ stores, playbooks }: Pick<StaffPorts, 'stores' | 'playbooks'>) {
  const read = new Map<string, Playbook>();
  return async ({ playbook: { id, hash } }: Pick<Case, 'playbook'>): Promise<Playbook | undefined> => {
    const known = read.get(hash) ?? playbooks().find((one) => one.id === id && one.hash === hash);
    const found = known ?? (await stores.playbooks.byHash(hash));
    if (found) read.set(hash, found);
    return found;
  };
}

export type PlaybookReader = ReturnType<typeof playbookReader>;
