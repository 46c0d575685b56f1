import type { Channel } from '../src/domain/channel.js';
import type { Ids, Logger } from '../src/domain/ports.js';
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
  ids: Ids;
  log: Logger;
  /** One holder at a time across processes (a poller). */
  lease(id: string, holder: string, until: Date): Promise<boolean>;
}

/** Which channels are on: the web chat always, others by their secrets. Their libraries are loaded only then. */
export async function channelsOn(_config: ChannelConfig, _desk: AdapterNeeds): Promise<SwitchedOn[]> {
  return [{ channel: webChat() }];
}
