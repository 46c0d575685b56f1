import type { FieldType } from './field.js';
import type { Language } from './language.js';

/** What a channel's adapter makes of a vendor's delivery. */
export interface InboundMessage {
  channel: string;
  /** The company's own account on the channel (bot id, number); `default` where there is one only. */
  account: string;
  /** The customer's id on that channel. */
  user: string;
  /** Given for channels whose conversation exists already (web chat); else derived from channel, account, user. */
  conversationId?: string;
  /** The vendor's id of this delivery: the same id is the same delivery. */
  deliveryId: string;
  /** Orders waiting deliveries of one conversation where the vendor numbers them. */
  sequence?: number;
  text?: string;
  choice?: string;
  files?: InboundFile[];
  /** A correction of an earlier message of the customer's. */
  edits?: string;
  sticker?: boolean;
  locale?: string;
  displayName?: string;
  /** What the adapter needs to answer (chat id, service url); opaque inside. */
  address?: Record<string, unknown>;
}

/** A file already stored (`fileId`) or still at the vendor's (`mediaId`). */
export interface InboundFile {
  fileId?: string;
  mediaId?: string;
  name: string;
  type: string;
  size?: number;
  sha256?: string;
  /** Fetched and not taken: why (`empty`, `type`, `name`, `too_large`). */
  refused?: string;
}

export interface Choice {
  id: string;
  label: string;
}

export interface Asks {
  field: string;
  type: FieldType;
  optional: boolean;
}

/** One row of the record of everything said: transcript, inbox and outbox at once. */
export interface Message {
  /** Inbound: the delivery key. Outbound: the effect's key. */
  id: string;
  conversationId: string;
  /** Place in the conversation, dense, given by the conversation's compare-and-set; absent while unhandled. */
  seq?: number;
  from: 'customer' | 'bot' | 'agent';
  /** The agent's name as customers know it. */
  author?: string;
  /** The agent's account. */
  by?: string;
  text: string;
  /** In which the bot's words are. */
  language?: Language;
  choice?: string;
  choices?: Choice[];
  asks?: Asks;
  receipt?: { number: string; link: string };
  files: InboundFile[];
  inbound?: InboundMessage;
  at: Date;
  state: 'received' | 'handled' | 'parked' | 'queued' | 'sent' | 'suppressed' | 'failed';
  /** Set while work is owed on this row (unhandled, unsent): when to do it. */
  due?: Date;
  /** Nothing is sent before; pacing per chat and channel. */
  notBefore?: Date;
  attempts: number;
  error?: string;
  /** Of the dialog: withheld once an agent is in control. */
  ofDialog?: boolean;
  /** The case this message tells of. */
  caseNumber?: string;
  /** Whether the customer hearing it ends their waiting (silence clock, first word). */
  heard?: 'person' | 'desk';
  deliveredAt?: Date;
}
