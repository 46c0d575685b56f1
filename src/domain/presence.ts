/** Somebody looks at a conversation, or writes in it, until then. */
export interface Presence {
  conversationId: string;
  name: string;
  typing: boolean;
  at: Date;
  until: Date;
}

/** Who looks at what, for the other processes over the same storage. */
export interface PresenceStore {
  put(presence: Presence): Promise<void>;
  since(at: Date): Promise<Presence[]>;
  /** What ended before then is of no use to anybody. */
  forget(before: Date): Promise<void>;
}
