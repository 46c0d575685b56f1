import type { Config } from './config.js';
import type { Obligation } from './domain/obligation.js';
import type { Logger, Stores } from './domain/ports.js';
import { postOutside } from './jobs/post-outside.js';
import { recover } from './jobs/recover.js';
import { deliverReport, oweReports } from './jobs/reports.js';
import type { PlanCallback } from './jobs/sample.js';
import { sweepMessages } from './jobs/sweep-messages.js';
import { sendWebhooks } from './jobs/webhooks.js';
import { sweepObligations } from './jobs/sweep-obligations.js';
import type { Messaging } from './messaging/messaging.js';
import { TAKE_OVER_MS } from './messaging/take-over.js';
import type { createPerform } from './operations/perform.js';
import { reportsOwed } from './operations/reports-owed.js';
import type { PublishedPlaybooks } from './published-playbooks.js';

interface House {
  stores: Stores;
  now(): Date;
  log: Logger;
  messaging: Messaging;
  operations: ReturnType<typeof createPerform>;
  books: PublishedPlaybooks;
  config: Pick<Config, 'MONGODB_URI' | 'WEBHOOK_ALLOW_PRIVATE'>;
}

/** What the ticks do: everything that is due, whoever left it. */
export function createSweeps({ stores, now, log, messaging, operations, books, config }: House) {
  /** Other processes work on the same storage. */
  const shared = config.MONGODB_URI !== undefined;
  const post = (url: string, body: string, headers: Record<string, string>) =>
    postOutside(url, body, headers, config.WEBHOOK_ALLOW_PRIVATE);
  const plan: PlanCallback = async (number, args, cause) => {
    await operations.perform({ verb: 'plan-callback', number, args, actor: { type: 'desk' }, cause });
  };
  const act = async (obligation: Obligation) => {
    if (obligation.kind === 'report')
      return deliverReport(
        { cases: stores.cases, now, notify: messaging.notify, playbook: books.get, plan },
        obligation,
      );
    return obligation.caseNumber ? operations.performDue(obligation) : messaging.actOn(obligation);
  };
  const owe = oweReports(stores.obligations, () => books.all().flatMap((playbook) => reportsOwed(playbook, now())));
  const ago = (ms: number) => new Date(now().getTime() - ms);
  /** Takes over what was left behind; what another process may still have in hand is left to it. */
  const takeOver = (fresh: boolean) =>
    recover(
      {
        conversations: stores.conversations,
        cases: stores.cases,
        recoverConversation: messaging.recoverConversation,
        recoverCase: messaging.recoverCase,
      },
      fresh ? undefined : ago(TAKE_OVER_MS),
    );
  const take = (until: () => Date) =>
    sweepMessages({ messages: stores.messages, now: until, handle: messaging.handle, send: messaging.send });
  const messages = async () => {
    await takeOver(!shared);
    await take(now);
  };
  const webhooks = () => sendWebhooks({ webhooks: stores.webhooks, now, post });
  const sweep = async () => {
    await messages();
    await webhooks();
    await owe();
    await sweepObligations({ obligations: stores.obligations, now, log, act });
    await messaging.idle();
  };

  return {
    messages,
    webhooks,
    everything: sweep,
    async atStart(): Promise<void> {
      await takeOver(!shared);
      await take(shared ? now : () => ago(-TAKE_OVER_MS)); // nobody else can have them in hand
      await owe();
    },
  };
}
