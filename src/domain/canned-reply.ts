import type { Language } from './language.js';
import { matchesOf } from './matches.js';

/** What people of the desk say again and again; `{{customer.name}}` and the like are filled when it is used. */
export interface CannedReply {
  id: string;
  title: string;
  text: string;
  /** For customers who speak it; absent: for all. */
  language?: Language;
  /** Whose own it is; absent: everybody's. */
  owner?: string;
  by: string;
  at: Date;
}

/** What a canned reply can be filled with. */
export const REPLY_VARIABLES = ['customer.name', 'case.number', 'agent.name'] as const;

/** The first variable of a text that nothing fills; undefined when there is none. */
export function unknownVariable(text: string): string | undefined {
  const named = matchesOf(text, /\{\{\s*([^{}]*?)\s*\}\}/g).map(([, name]) => name!);
  return named.find((name) => !(REPLY_VARIABLES as readonly string[]).includes(name));
}

export interface CannedReplyStore {
  /** Everybody's and a person's own, by title. */
  of(owner: string): Promise<CannedReply[]>;
  find(id: string): Promise<CannedReply | undefined>;
  /** False when the id is taken. */
  create(reply: CannedReply): Promise<boolean>;
  replace(reply: CannedReply): Promise<void>;
  remove(id: string): Promise<void>;
}
