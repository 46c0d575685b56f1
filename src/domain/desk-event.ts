/** What is done at the desk itself, beside the cases: by its name, the kind of thing it is. */
export const DEEDS = {
  'replay-message': 'replay',
  'replay-promise': 'replay',
  'replay-delivery': 'replay',
  invite: 'staff',
  'invite-again': 'staff',
  'accept-invitation': 'staff',
  'change-person': 'staff',
  'close-account': 'staff',
  'open-account': 'staff',
  'change-password': 'staff',
  'make-token': 'token',
  'revoke-token': 'token',
  'make-webhook': 'webhook',
  'remove-webhook': 'webhook',
  'remind-owner': 'reminder',
  'sign-in': 'session',
  'wrong-password': 'session',
  'lock-account': 'session',
  'sign-out': 'session',
  'end-session': 'session',
} as const;

export type Deed = keyof typeof DEEDS;
export const DESK_EVENT_KINDS = ['replay', 'staff', 'token', 'webhook', 'reminder', 'session'] as const;
export type DeskEventKind = (typeof DESK_EVENT_KINDS)[number];

/** One entry of the desk's own record. It names accounts, roles and cases; customers' words and addresses never. */
export interface DeskEvent {
  id: string;
  at: Date;
  /** The account that did it, or that was signed in to. */
  by: string;
  kind: DeskEventKind;
  what: Deed;
  /** An account, a case's number, a conversation, a token's or webhook's id. */
  about?: string;
  detail?: Record<string, string>;
}

export interface DeskEventStore {
  add(event: DeskEvent): Promise<void>;
  /** Latest first; those behind `after`, where it is given. */
  list(query: {
    by?: string;
    kind?: DeskEventKind;
    what?: Deed;
    about?: string;
    after?: { at: Date; id: string };
    limit: number;
  }): Promise<DeskEvent[]>;
}
