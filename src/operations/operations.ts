import type { Case } from '../domain/case.js';
import type { ConversationChanges } from '../domain/ports.js';
import type { Conversation } from '../domain/conversation.js';
import type { Playbook } from '../domain/playbook.js';
import { createDeliveries } from './deliveries.js';
import type { DeskNeeds } from './desk-needs.js';
import { createConversationPerform } from './perform-on-conversation.js';
import { createPerform } from './perform.js';
import { promisedBy } from './promised-by.js';
import { reportsOwed } from './reports-owed.js';
import { CASE_VERBS, STAFF_VERBS } from './verbs.js';

interface Needs extends DeskNeeds {
  changes: ConversationChanges;
  playbookOf(conversation: Conversation): Promise<Playbook>;
}

export type Operations = ReturnType<typeof createOperations>;

/** Everything that can be done to cases and conversations, and what the desk does when a promise is due. */
export function createOperations(needs: Needs) {
  const { perform, performDue, carryOut, playbookOf } = createPerform(needs);
  return {
    /** What staff can do: routes, forms and transcripts derive from it. */
    verbs: STAFF_VERBS,
    /** Every name that a playbook may speak of. */
    verbNames: CASE_VERBS.map(({ name }) => name),
    perform,
    performOnConversation: createConversationPerform(needs),
    performDue,
    /** Carries out what a crash left. */
    async recover(number: string): Promise<void> {
      const found = await needs.stores.cases.find(number);
      if (found?.effectsDue) await carryOut(found);
    },
    delivered: createDeliveries(needs, perform),
    promisedBy: (of: Case, playbook: Playbook) => promisedBy(of, playbook),
    playbookOfCase: playbookOf,
    /** Puts the reports that are owed now on the timetable. */
    async oweReports(): Promise<void> {
      for (const playbook of needs.playbooks()) {
        for (const report of reportsOwed(playbook, needs.now())) await needs.stores.obligations.owe(report);
      }
    },
  };
}
