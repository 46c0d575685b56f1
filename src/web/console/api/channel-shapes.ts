export interface ChannelStanding {
  name: string;
  capabilities: {
    push: boolean;
    pull: boolean;
    buttons: number;
    textLength: number;
    files: boolean;
    replyWindowHours?: number;
  };
  testable: boolean;
  lastIn?: string;
  lastOut?: string;
  lastError?: { at: string; because: string };
  failing: boolean;
}

export interface ChannelCheck {
  ok: boolean;
  account?: string;
  note?: string;
  problem?: string;
  /** The vendor's own words. */
  said?: string;
}
