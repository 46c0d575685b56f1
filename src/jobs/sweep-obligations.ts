import type { Obligation } from '../domain/obligation.js';
import type { Logger, ObligationStore } from '../domain/ports.js';

const LEASE_MS = 60_000;
const AT_ONCE = 50;

interface Needs {
  obligations: ObligationStore;
  now(): Date;
  log: Logger;
  /** Does what the promise says; throws when it could not, and the promise stays owed. */
  act(obligation: Obligation): Promise<void>;
}

/** Claims what is due with a lease and acts, earliest first, until nothing is due. */
export async function sweepObligations({ obligations, now, log, act }: Needs): Promise<void> {
  for (;;) {
    const due = await obligations.claimDue(now(), new Date(now().getTime() + LEASE_MS), AT_ONCE);
    if (due.length === 0) return;
    for (const obligation of due) {
      try {
        await act(obligation);
        const after = await obligations.find(obligation.id);
        const moved = after && after.dueAt.getTime() !== obligation.dueAt.getTime();
        if (after?.state === 'owed' && !moved) await obligations.settle(obligation.id, 'kept');
      } catch (error) {
        log.error(
          { obligation: obligation.kind, err: error instanceof Error ? error.message : 'unknown' },
          'a promise could not be kept yet; it stays owed',
        );
      }
    }
  }
}
