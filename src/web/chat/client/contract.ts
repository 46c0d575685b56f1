/** The shapes of the web chat's public contract, as a client reads and writes them. */

export interface Choice {
  id: string;
  label: string;
}

export interface Asks {
  field: string;
  type: string;
  optional?: boolean;
}

export interface Receipt {
  number: string;
  link: string;
}

export interface ChatMessage {
  id: string;
  from: 'bot' | 'agent' | 'customer';
  text: string;
  /** In which the bot's words are (BCP 47), where the desk tells it. */
  language?: string;
  /** The agent's display name, where the desk tells it. */
  author?: string;
  /** The id that the customer chose. */
  choice?: string;
  choices?: Choice[];
  asks?: Asks;
  receipt?: Receipt;
  /** `link`: what a person of the desk gave. */
  files?: { name: string; type?: string; size?: number; link?: string }[];
  /** ISO 8601. */
  at: string;
}

export interface Credentials {
  conversationId: string;
  token: string;
}

/** What is posted; `id` is this client's own delivery id. */
export interface Delivery {
  id: string;
  text?: string;
  choice?: string;
  files?: string[];
}

export interface Page {
  messages: ChatMessage[];
  cursor?: string;
}
