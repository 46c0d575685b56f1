import type { Keep } from '../../shared/keep.js';
import type { Answer } from './answer.js';
import type { ChatMessage, Credentials } from './contract.js';
import type { Outgoing } from './outgoing.js';
import type { Transport } from './transport.js';

export interface ChatState {
  /** What the desk tells, in its order, each once. */
  messages: ChatMessage[];
  /** Our own that the desk has not told back yet. */
  outgoing: Outgoing[];
  /** The person of the desk who writes now. */
  typing?: string;
  /** Whether the desk answers; `idle` until there is a conversation. */
  connection: 'idle' | 'up' | 'down';
  /** While down: since when, and when the next try is. Milliseconds since 1970. */
  downSince?: number;
  retryAt?: number;
  /** Too many messages: until when sending rests. */
  restUntil?: number;
  /** The conversation kept here was no longer known, so another was begun. */
  renewed: boolean;
  /** Files that the desk did not take, and why. */
  refusedFiles: { name: string; why: string }[];
}

export interface ChatParts {
  transport: Transport;
  upload: (to: Credentials, file: File, onShare: (share: number) => void) => Promise<Answer<{ fileId: string }>>;
  thumbnail: (file: File) => Promise<string | undefined>;
  keep: Keep;
  now: () => number;
  newId: () => string;
  /** The locale that a new conversation begins in. */
  locale: () => string;
  playbook?: string;
}
