import { WEB_CHAT } from '../adapters/web-chat.js';
import type { ChannelWatch } from './channel-watch.js';
import type { Changes } from './changes.js';
import type { Config } from './config.js';
import { viewCase } from './domain/case-view.js';
import type { Case } from './domain/case.js';
import type { Ids, Logger, Stores } from './domain/ports.js';
import type { Playbook } from './domain/playbook.js';
import { fileLink } from './http/file-link.js';
import type { Metrics } from './http/health/metrics.js';
import type { HttpPorts } from './http/http-ports.js';
import { createHttp } from './http/server.js';
import type { SignedLinks } from './http/token.js';
import { openConversation } from './messaging/conversations.js';
import type { Messaging } from './messaging/messaging.js';
import { allowedVerbs } from './operations/allowed-verbs.js';
import type { createConversationPerform } from './operations/perform-on-conversation.js';
import type { createPerform } from './operations/perform.js';
import { promisedBy } from './operations/promised-by.js';
import { STAFF_VERBS } from './operations/verbs.js';
import type { PublishedPlaybooks } from './published-playbooks.js';
import { answerOnPage, statusPage, type Word } from './status-page.js';

interface House {
  config: Config;
  stores: Stores;
  now(): Date;
  ids: Ids;
  log: Logger;
  address: string;
  links: SignedLinks;
  books: PublishedPlaybooks;
  standard: Playbook;
  messaging: Messaging;
  operations: ReturnType<typeof createPerform>;
  performOnConversation: ReturnType<typeof createConversationPerform>;
  changes: Changes;
  watch: ChannelWatch;
  metrics: Metrics;
  take: HttpPorts['take'];
  wording: Word;
  ready(): Promise<void>;
  webRoot: string;
  mounts: HttpPorts['mounts'];
}

/** The HTTP doors of this house. */
export function createDoors({
  config,
  stores,
  now,
  ids,
  log,
  address,
  links,
  books,
  standard,
  messaging,
  operations,
  performOnConversation,
  changes,
  watch,
  metrics,
  take,
  wording,
  ready,
  webRoot,
  mounts,
}: House): ReturnType<typeof createHttp> {
  const ofCase = ({ playbook }: Case) => books.byHash(playbook);
  const pageOf = async (of: Case) => {
    const playbook = await ofCase(of);
    return statusPage(of, playbook, promisedBy(of, playbook), wording);
  };
  return createHttp({
    stores,
    ids,
    log,
    now,
    allowedOrigins: config.ALLOWED_ORIGINS,
    shared: config.MONGODB_URI !== undefined,
    publicUrl: address,
    links,
    metrics,
    playbook: books.get,
    defaultPlaybook: () => standard,
    playbooks: books.all,
    openConversation: ({ id, ...contact }) =>
      openConversation(stores, { id, channel: WEB_CHAT, account: 'default', user: id, ...contact }, now()),
    take,
    fileLinkOf: (fileId) => fileLink(links, fileId, now()),
    settled: messaging.settled,
    watch: (id, look) => changes.watchConversation(id, look),
    watchDesk: (look) => changes.watchDesk(look),
    customerView: pageOf,
    async answerCase(number, answer, cause) {
      const of = await stores.cases.find(number);
      if (!of) return { ok: false, code: 'NOT_FOUND', message: 'There is no such case.' };
      const actor = { type: 'customer', customerId: of.customerId, conversationId: of.conversationId } as const;
      return answerOnPage((request) => operations.perform({ ...request, number, actor, cause }), of, answer);
    },
    verbs: STAFF_VERBS,
    perform: ({ verb, number, args, person, cause, ifVersion }) =>
      operations.perform({ verb, number, args, actor: { type: 'person', person }, cause, ifVersion }),
    performOnConversation,
    viewCase: async (of, person) => {
      const playbook = await ofCase(of);
      return {
        ...viewCase(of, playbook, now()),
        ...(person && {
          allowed: allowedVerbs(of, playbook, person, { now: now(), staff: await stores.staff.all() }),
        }),
      };
    },
    word: (phrase, playbook) => wording([phrase], playbook.languages[0]!, playbook),
    async notify(notifications) {
      await stores.notifications.add(notifications);
      for (const { to } of notifications) changes.tell({ person: to });
    },
    suggest: async (of) => {
      const text = of.fields.content;
      return text ? books.classify(await ofCase(of), text, 'category') : undefined;
    },
    privateWebhooks: config.WEBHOOK_ALLOW_PRIVATE,
    channels: () => watch.standings(),
    checkChannel: (name) => watch.check(name),
    replayLetter: messaging.deadLetters.replay,
    playbookFaults: () => books.faults,
    ready,
    notes: () => books.notes,
    webRoot,
    mounts,
  });
}
