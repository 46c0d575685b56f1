import type { ChannelCheck } from './channel-health.js';
import type { InboundMessage } from './message.js';
import type { Logger } from './ports.js';

/** What a channel can do; shared code never asks a channel its name. */
export interface Capabilities {
  /** Can reach the customer unasked. */
  push: boolean;
  /** Customers fetch messages themselves; a stored row counts as delivered. */
  pull: boolean;
  /** Buttons at most; 0: choices become numbered text. */
  buttons: number;
  /** Characters a button's label may have. */
  labelLength: number;
  textLength: number;
  files: boolean;
  /** Takes a person's files as documents; elsewhere they go as links. */
  documents?: boolean;
  /** Hours after the customer's last word in which it may send; absent: always. */
  replyWindowHours?: number;
  /** Milliseconds between two messages to one chat, and to all of the channel. */
  paceMs: { chat: number; channel: number };
}

export type SendResult =
  | { sent: true; vendorId?: string }
  /** Tried again after `retryAfterMs`, or by back-off. */
  | { sent: false; retry: true; retryAfterMs?: number; because: string }
  /** The customer cannot be reached there (blocked, gone). */
  | { sent: false; retry: false; blocked: boolean; because: string };

/** A person's file on its way to the customer. */
export interface OutboundFile {
  name: string;
  type: string;
  /** Where whoever has the link may fetch it. */
  link: string;
  read(): Promise<Buffer>;
}

/** One message as it leaves: already fitted to the channel. */
export interface OutboundMessage {
  id: string;
  conversationId: string;
  channel: string;
  account: string;
  user: string;
  address: Record<string, unknown>;
  text: string;
  choices: { id: string; label: string }[];
  asks?: { field: string; type: string; optional: boolean };
  receipt?: { number: string; link: string };
  /** Only where `documents`. */
  files?: OutboundFile[];
  from: 'bot' | 'agent';
  author?: string;
  language: string;
}

export interface Channel {
  name: string;
  capabilities: Capabilities;
  send(message: OutboundMessage): Promise<SendResult>;
  /** Fetches a vendor's file by the media id of an inbound message. */
  fetchFile?(
    mediaId: string,
    address: Record<string, unknown>,
  ): Promise<{ bytes: Buffer; type?: string; name?: string }>;
  /** Asks the vendor whether the desk's account is right; never throws. */
  check?(): Promise<ChannelCheck>;
  /** Begins to take deliveries (polling, routes); `take` resolves once stored. */
  start(desk: ChannelDesk): Promise<void>;
  stop(): Promise<void>;
}

/** What an adapter may do to the desk. */
export interface ChannelDesk {
  take(message: InboundMessage): Promise<{ duplicate: boolean }>;
  /** The customer can be reached again: what waits for them goes out. */
  reachable(channel: string, account: string, user: string): Promise<void>;
  /** Deliveries do not come at present, and why. */
  failed?(because: string): void;
  log: Logger;
}
