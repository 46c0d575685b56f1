import type { Channel } from '../src/domain/channel.js';
import type { Ids, Logger } from '../src/domain/ports.js';
import { botFramework } from './bot-framework.js';
import { webChat } from './web-chat.js';

/** A channel that is on, with the routes its vendor calls. */
export interface SwitchedOn {
  channel: Channel;
  /** Given the express app, before anything reads a body: signatures are over raw bytes. */
  mount?(app: unknown): void;
}

/** The secrets that turn channels on. */
export interface ChannelConfig {
  HOST: string;
  PUBLIC_URL?: string;
  TELEGRAM_BOT_TOKEN?: string;
  TELEGRAM_WEBHOOK_SECRET?: string;
  TELEGRAM_API_ROOT?: string;
  MICROSOFT_APP_ID?: string;
  MICROSOFT_APP_PASSWORD?: string;
  MICROSOFT_APP_TENANT_ID?: string;
}

/** What adapters need of the house beside the desk they deliver to. */
export interface AdapterNeeds {
  now(): Date;
  /** Where customers reach the desk, without a slash at its end. */
  address: string;
  ids: Ids;
  log: Logger;
  /** One holder at a time across processes (a poller). */
  lease(id: string, holder: string, until: Date): Promise<boolean>;
}

/** Which channels are on: the web chat always, others by their secrets; the Bot Framework also without, for an emulator on this machine. Vendors' libraries are loaded only then. */
export async function channelsOn(config: ChannelConfig, needs: AdapterNeeds): Promise<SwitchedOn[]> {
  const on: SwitchedOn[] = [{ channel: webChat(needs.address) }];
  const {
    HOST,
    PUBLIC_URL,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: apiRoot,
  } = config;
  if (token) {
    const { telegram } = await import('./telegram.js');
    const webhook =
      PUBLIC_URL && secret ? { url: `${PUBLIC_URL.replace(/\/$/, '')}/webhooks/telegram`, secret } : undefined;
    on.push(telegram({ token, webhook, apiRoot }, needs));
  }
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenantId } = config;
  if (id && password) on.push(botFramework({ app: { id, password, tenantId } }));
  else if (LOOPBACK.test(HOST) && !PUBLIC_URL) on.push(botFramework({}));
  return on;
}

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;
