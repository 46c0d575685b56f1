import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { render } from '../adapters/render.js';
import { createDialogs } from '../dialogs/dialog-manager.js';
import { maskSecrets } from '../dialogs/understanding/mask-secrets.js';
import { rewordingsOf } from '../dialogs/wording/rewordings-of.js';
import { word } from '../dialogs/wording/word.js';
import { ChannelWatch } from './channel-watch.js';
import { Changes } from './changes.js';
import { parseConfig, type Config } from './config.js';
import { createDeskHandle, type DeskHandle } from './desk-handle.js';
import type { Channel } from './domain/channel.js';
import type { Language } from './domain/language.js';
import type { InboundMessage } from './domain/message.js';
import type { Phrase } from './domain/phrase.js';
import type { Playbook } from './domain/playbook.js';
import type { Clockwork, Ids, Logger, Stores } from './domain/ports.js';
import { RedressError } from './errors.js';
import { createDoors } from './doors.js';
import { deskSecret, firstStaff } from './first-start.js';
import { fileLink } from './http/file-link.js';
import { createMetrics } from './http/health/metrics.js';
import { listen, stopListening } from './http/listening.js';
import { SignedLinks } from './http/token.js';
import { oweWebhooks } from './jobs/webhooks.js';
import { startTicking } from './jobs/schedule.js';
import { createMessaging, type Messaging } from './messaging/messaging.js';
import { asksForAcceptance } from './messaging/report-delivery.js';
import { createConversationPerform } from './operations/perform-on-conversation.js';
import { createPerform } from './operations/perform.js';
import { promisedBy } from './operations/promised-by.js';
import { CASE_VERBS } from './operations/verbs.js';
import { textReader as reader } from './classification/text-reader.js';
import { publishPlaybooks, type Models } from './published-playbooks.js';
import { starterReplies } from './starter-replies.js';
import { openStorage } from './storage/open-storage.js';
import { switchedOn } from './switched-on.js';
import { createSweeps } from './sweeps.js';
import { patience, systemClock, systemIds, systemLogger } from './system.js';
import { runUntil } from './virtual-time.js';

/** What a test, a command or another program gives instead of the machine's own. */
export interface Overrides {
  /** The environment; everything else of it is the default. */
  env?: Record<string, string | undefined>;
  config?: Config;
  /** With `set`, time can be moved by `runUntil`. */
  clock?: Clockwork & { set?(at: Date): void };
  ids?: Ids;
  log?: Logger;
  /** Further channels, beside those that the configuration turns on. */
  channels?: Channel[];
  /** The folder of the built pages; absent: that of this build. */
  webRoot?: string;
  /** false: no port is opened. */
  listen?: boolean;
  /** false: nothing ticks; `runUntil` lets time pass. */
  tick?: boolean;
  /** Trained models to share between desks of one process. */
  models?: Models;
  /** Stands between the desk and its stores: a fault that a test puts there. */
  between?(stores: Stores): Stores;
}

export interface App {
  start(): Promise<void>;
  /** Trains ahead the classifiers that no text has needed yet. */
  train(): Promise<void>;
  /** Takes nothing new, finishes what is in hand, closes. */
  stop(): Promise<void>;
  /** Settles when nothing is left to do now. */
  idle(): Promise<void>;
  /** Lets time pass until then; for clocks that can be set. */
  runUntil(instant: Date): Promise<void>;
  desk: DeskHandle;
  /** What to show once at the first start: accounts that were made. */
  announcements: string[];
  address: string;
}

const ROOT = resolve(import.meta.dirname, import.meta.dirname.endsWith(join('dist', 'src')) ? '../..' : '..');
const STOP_MS = 8000;

/** Wires the whole house; nothing runs until `start`. Throws an error of the catalogue when it cannot start. */
export async function createApp(overrides: Overrides = {}): Promise<App> {
  const config = overrides.config ?? parseConfig(overrides.env ?? {});
  const clock = overrides.clock ?? systemClock;
  const ids = overrides.ids ?? systemIds;
  const log = overrides.log ?? systemLogger(config.LOG_LEVEL);
  const now = () => clock.now();
  const address = config.PUBLIC_URL?.replace(/\/$/, '') ?? `http://localhost:${config.PORT}`;

  const { MONGODB_URI: mongodbUri, DATA_DIR: dataDir, SYNCHRONOUS: synchronous } = config;
  const opened = await openStorage({ mongodbUri, dataDir, synchronous, now, reader });
  const stores = overrides.between?.(opened) ?? opened;
  try {
    return await wire();
  } catch (error) {
    await stores.close();
    throw error;
  }

  async function wire(): Promise<App> {
    const folders = [join(ROOT, 'dialogs', 'playbooks'), ...(config.PLAYBOOK_DIR ? [config.PLAYBOOK_DIR] : [])];
    const books = await publishPlaybooks(
      folders,
      CASE_VERBS.map(({ name }) => name),
      stores.playbooks,
      overrides.models ?? new Map(),
    );
    const standard = books.get(config.PLAYBOOK);
    if (!standard) throw new RedressError('BAD_CONFIGURATION', 'PLAYBOOK: there is no playbook of this id.');
    for (const note of books.notes) log.warn({ note }, 'a playbook does not check');

    const secret = await deskSecret(config, stores, ids);
    const links = new SignedLinks(secret);
    const linkOf = (number: string) => `${address}/case/${number}?key=${links.key('case', number, now())}`;
    const given = { now, address, ids, log, settings: stores.settings };
    const on = await switchedOn(config, given, overrides.channels);
    const watch = new ChannelWatch(opened.channelHealth, now, log);
    const channels = new Map(on.map(({ channel }) => [channel.name, watch.watched(channel)]));
    const changes = new Changes();
    const metrics = createMetrics(() => stores.obligations.countOwed());
    const wording = (say: (Phrase | string)[], language: Language, playbook: Playbook) =>
      word(say, language, { zone: playbook.calendar.zone, now: now(), overrides: rewordingsOf(playbook) });
    const chatPlaybook = (id: string) => books.get(id) ?? standard;

    const messaging: Messaging = createMessaging(
      {
        stores,
        channels,
        dialogs: createDialogs(),
        now,
        ids,
        log,
        secret,
        chatLink: address,
        privacyLink: config.PRIVACY_URL,
        word: wording,
        playbookOf: async ({ dialog, playbookId }) =>
          dialog.draft ? books.byHash(dialog.draft.playbook) : chatPlaybook(playbookId),
        playbookOfCase: ({ playbook }) => books.byHash(playbook),
        classify: books.classify,
        mask: (text) => maskSecrets(text).text,
        perform: ({ verb, caseNumber, args, conversation, cause }) =>
          operations.perform({
            verb,
            number: caseNumber,
            args,
            actor: { type: 'customer', customerId: conversation.customerId, conversationId: conversation.id },
            cause,
            conversationId: conversation.id,
            within: conversation.id,
          }),
        recoverCase: (of) => operations.carryOut(of),
        promisedBy,
        linkOf,
        fileLinkOf: (fileId) => `${address}${fileLink(links, fileId, now())}`,
        delivered: async (row, reached, within) => {
          const args = {
            reached: reached ? 'yes' : 'no',
            ...(row.heard && { heard: row.heard }),
            asks: asksForAcceptance(row) ? 'yes' : 'no',
          };
          await operations.perform({
            verb: 'record-delivery',
            number: row.caseNumber!,
            args,
            actor: { type: 'desk' },
            cause: `delivery/${row.id}/${reached}`,
            within,
          });
        },
        counted: (replies, channel) => {
          metrics.repliesSent.inc(replies);
          if (replies > 0) watch.sent(channel);
        },
        changed: (what) => changes.tell(what),
      },
      {
        fit: (message, _conversation, { capabilities }) => render(message, capabilities),
        firstContact: () => ({ playbookId: standard.id, defaultLanguage: standard.languages[0]! }),
      },
    );
    const owed = oweWebhooks({ webhooks: stores.webhooks, now });
    const operations = createPerform({
      stores,
      now,
      ids,
      linkOf,
      simplified: reader.normalise,
      carryOut: async (of, within) => {
        await owed(of);
        await messaging.carryOutCase(of, within);
      },
      opened: () => metrics.casesOpened.inc(),
      playbook: (id) => (id ? books.get(id) : standard),
      playbooks: () => [standard, ...books.all().filter(({ id }) => id !== standard.id)],
    });
    const performOnConversation = createConversationPerform({
      stores,
      now,
      changes: messaging.changes,
      playbookOf: async ({ playbookId }) => chatPlaybook(playbookId),
    });

    const sweeps = createSweeps({ stores, now, log, messaging, operations, books, config });
    const take = async (inbound: InboundMessage) => {
      const taken = await messaging.take(inbound);
      watch.took(inbound.channel);
      (taken.duplicate ? metrics.duplicates : metrics.messagesTaken).inc();
      return taken;
    };
    const { reachable } = messaging;
    let stopping = false;
    const doors = createDoors({
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
      ready: async () => {
        if (stopping) throw new RedressError('UNAVAILABLE', 'The desk is stopping.');
        await stores.ping();
      },
      webRoot: overrides.webRoot ?? join(ROOT, 'dist', 'web'),
      mounts: on.flatMap(({ mount }) => (mount ? [mount] : [])),
    });

    let server: Server | undefined;
    let stopTicking: (() => Promise<void>) | undefined;
    const announcements = await firstStaff(config, stores, books.all(), ids);
    await starterReplies(stores, now());

    return {
      address,
      announcements,
      idle: messaging.idle,
      async start() {
        if (overrides.listen !== false) server = await listen(doors, config);
        await sweeps.atStart();
        for (const { channel } of on) await channel.start(watch.desk(channel, { take, reachable, log }));
        if (overrides.tick !== false)
          stopTicking = startTicking(
            { sweep: sweeps.everything, messages: sweeps.messages, webhooks: sweeps.webhooks },
            log,
          );
      },
      train: books.train,
      async stop() {
        stopping = true;
        await stopTicking?.();
        await Promise.all(on.map(({ channel }) => channel.stop()));
        if (server) await stopListening(server);
        await Promise.race([messaging.idle(), patience(STOP_MS)]);
        await watch.keep();
        await stores.close();
      },
      async runUntil(instant) {
        const movable = overrides.clock?.set?.bind(overrides.clock);
        if (!movable) throw new Error('this clock cannot be moved');
        await messaging.idle();
        await runUntil(
          {
            now,
            set: (at) => movable(at),
            obligations: stores.obligations,
            messages: stores.messages,
            sweep: sweeps.everything,
          },
          instant,
        );
      },
      desk: createDeskHandle({
        stores,
        now,
        nextCause: () => `desk ${ids.next()}`,
        playbook: books.get,
        playbookOfCase: books.byHash,
        perform: ({ person, ...request }) => operations.perform({ ...request, actor: { type: 'person', person } }),
        performOnConversation,
      }),
    };
  }
}
