import { once } from 'node:events';
import type { Client } from './client.js';

/** What a customer answers to each question; the category is chosen by its id. */
const FACTS: Record<string, string> = {
  content: 'The air conditioner in my room dripped on the bed all night and nobody came to look at it.',
  occurred_at: 'yesterday at 11 pm',
  place: 'my room',
  concerned: 'the night clerk',
  outcome: 'A refund of one night and an apology',
  name: 'Laura Bennett',
  phone: '+1 510 555 0177',
  room_no: '1208',
  category: 'facility',
};
const MOST_TURNS = 15;

export interface Chat {
  conversationId: string;
  token: string;
}

/** Milliseconds from a message's sending: until its receipt, and until its replies could be read. */
export interface Told {
  accepted: number;
  answered: number;
}

interface Shown {
  from: string;
  choices?: { id: string }[];
  asks?: { field: string };
  receipt?: { number: string };
}

export function openChat(client: Client): Promise<Chat> {
  return client.post<Chat>('/chat/conversations', { locale: 'en' });
}

/**
 * Tells a whole complaint in one chat, each message when the one before was answered on the stream, up to the read-back;
 * with `file` the case is filed too. `each` hears of every turn.
 */
export async function tellComplaint(
  client: Client,
  { conversationId, token }: Chat,
  { file = false, until = Infinity, each }: { file?: boolean; until?: number; each(told: Told): void },
): Promise<void> {
  const path = `/chat/conversations/${conversationId}`;
  const shown = new Stream();
  const leave = await client.follow(`${path}/events`, token, (event) => shown.add(event as Shown));
  try {
    let say: object | undefined = { text: 'hello' };
    for (let n = 1; say && performance.now() < until; n += 1) {
      if (n > MOST_TURNS) throw new Error('the complaint does not come to its end');
      const sentAt = performance.now();
      const answered = shown.answered(n).then(() => performance.now() - sentAt);
      await client.post(`${path}/messages`, { id: `m${n}`, ...say }, token);
      const accepted = performance.now() - sentAt;
      each({ accepted, answered: await answered });
      say = next(shown.question, file);
    }
  } finally {
    leave();
  }
}

function next(question: Shown | undefined, file: boolean): object | undefined {
  const ids = question?.choices?.map(({ id }) => id) ?? [];
  if (question?.receipt || (ids.includes('submit') && !file)) return undefined;
  if (ids.includes('submit')) return { choice: 'submit' };
  const fact = FACTS[question?.asks?.field ?? ''];
  if (fact === undefined) throw new Error(`nobody knows an answer to ${JSON.stringify(question)}`);
  return ids.includes(fact) ? { choice: fact } : { text: fact };
}

/** What the customer's stream has shown so far. */
class Stream {
  readonly #shown: Shown[] = [];
  readonly #bell = new EventTarget();

  add(event: Shown): void {
    this.#shown.push(event);
    this.#bell.dispatchEvent(new Event('shown'));
  }

  /** The receipt it gave, or else what the desk asked last. */
  get question(): Shown | undefined {
    const filed = this.#shown.find(({ receipt }) => receipt);
    return filed ?? this.#shown.findLast(({ asks, choices }) => asks ?? choices);
  }

  /** Settles when that many of the customer's messages and a reply to the last of them were shown. */
  async answered(messages: number): Promise<void> {
    while (!this.#hasAnswered(messages)) await once(this.#bell, 'shown');
  }

  #hasAnswered(messages: number): boolean {
    const own = this.#shown.flatMap(({ from }, at) => (from === 'customer' ? [at] : []));
    return own.length >= messages && this.#shown.slice(own[messages - 1]).some(({ from }) => from === 'bot');
  }
}
