/** How a channel did, over restarts and processes: what came, what went, what did not get through. */
export interface ChannelHealth {
  name: string;
  lastIn?: Date;
  lastOut?: Date;
  lastError?: { at: Date; because: string };
}

export interface ChannelHealthStore {
  all(): Promise<ChannelHealth[]>;
  /** Later times stand; earlier ones change nothing. */
  note(health: ChannelHealth): Promise<void>;
}

/** What came of asking a channel's vendor whether the desk's account there is right. */
export type ChannelCheck =
  | { ok: true; account?: string; note?: 'emulator-only' }
  /** `said`: the vendor's or the network's own words. */
  | { ok: false; problem: ChannelProblem; said?: string };

export type ChannelProblem =
  | 'unreachable'
  | 'vendor'
  | 'own-address'
  | 'telegram-token'
  | 'telegram-webhook'
  | 'telegram-delivery'
  | 'microsoft-app'
  | 'microsoft-secret'
  | 'microsoft-tenant';
