/** What a member of staff is told. */
export interface Notification {
  /** The effect's key and the person: `key/name`. */
  id: string;
  to: string;
  role?: string;
  text: string;
  caseNumber?: string;
  conversationId?: string;
  urgent: boolean;
  at: Date;
  readAt?: Date;
}

export interface NotificationStore {
  /** A no-op for ids that exist. */
  add(notifications: Notification[]): Promise<void>;
  list(query: { to?: string; since?: Date; limit: number }): Promise<Notification[]>;
  /** Marks those of these that are the person's and not read yet; answers how many. */
  markRead(to: string, ids: string[], at: Date): Promise<number>;
}
