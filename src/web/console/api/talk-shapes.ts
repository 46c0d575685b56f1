export interface ConversationRow {
  id: string;
  control: 'bot' | 'waiting' | 'agent';
  agent?: string;
  since?: string;
  /** Colleagues who would have it. */
  asked?: { by: string; at: string; reason?: string }[];
  /** It waited since then before it was taken, and can be put back. */
  waitedSince?: string;
  urgent?: boolean;
  because?: string;
  name?: string;
  channel: string;
  language: string;
  playbook: string;
  cases: string[];
  last?: string;
  /** The agent who said it. */
  lastBy?: string;
  lastFile?: string;
  blocked: boolean;
  createdAt: string;
  heardFromAt?: string;
}

export interface MessageRow {
  id: string;
  seq: number;
  from: 'bot' | 'agent' | 'customer';
  author?: string;
  /** The account of the agent who said it. */
  by?: string;
  text: string;
  choices?: { id: string; label: string }[];
  receipt?: { number: string };
  files: { name: string; type: string; size?: number; sha256?: string }[];
  at: string;
  state: string;
  deliveredAt?: string;
  error?: string;
}

export interface Talk extends ConversationRow {
  known?: { kind?: string; category?: string; fields: Record<string, string>; asks?: string };
  notes: TalkNote[];
  messages: MessageRow[];
  cursor: string;
  present?: Present[];
}

export interface TalkNote {
  id: string;
  by: string;
  at: string;
  text: string;
  handedBack?: boolean;
}

/** A colleague who looks at a conversation, or writes in it. */
export interface Present {
  name: string;
  typing: boolean;
}

/** A file that is stored and can go with a reply. */
export interface Attached {
  fileId: string;
  name: string;
  type: string;
  size: number;
}

export interface CannedReply {
  id: string;
  title: string;
  text: string;
  language?: string;
  shared: boolean;
}
