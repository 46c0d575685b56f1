import { setTimeout as pause } from 'node:timers/promises';

interface Shown {
  id: string;
  from: string;
  text: string;
  choices?: { id: string }[];
  asks?: { field: string };
  receipt?: { number: string };
}

export interface Counts {
  /** Messages acknowledged with 202. */
  acknowledged: number;
  /** The same delivery sent again on purpose, or because no answer had come. */
  duplicates: number;
  refused: number;
}

const MOST_TURNS = 15;

/** A customer of the web chat who tells one complaint, insists on every message until it is acknowledged, and sends some twice. */
export class ChatCustomer {
  shown: Shown[] = [];
  inFlight = 0;
  waiting = false;
  longestWait = 0;
  readonly counts: Counts = { acknowledged: 0, duplicates: 0, refused: 0 };
  #id = '';
  #token = '';
  readonly #facts: Record<string, string>;

  constructor(
    /** Where to send: asked anew for each delivery; several are sent to at once. */
    private readonly desks: () => string[],
    n: number,
    private readonly twice: () => boolean,
  ) {
    this.#facts = {
      content: 'The air conditioner in my room dripped on the bed all night and nobody came to look at it.',
      occurred_at: 'yesterday at 11 pm',
      place: 'my room',
      concerned: 'the night clerk',
      outcome: 'A refund of one night and an apology',
      name: 'Laura Bennett',
      phone: `+1 510 555 ${String(1000 + n)}`,
      room_no: String(200 + n),
      category: 'facility',
    };
  }

  get id(): string {
    return this.#id;
  }

  get number(): string | undefined {
    return this.shown.find(({ receipt }) => receipt)?.receipt!.number;
  }

  /** Who said what kind of thing, in order: the same for all who tell the same. */
  get course(): string[] {
    return this.shown.map(({ from, asks, choices, receipt }) =>
      [from, asks?.field, ...(choices?.map(({ id }) => id) ?? []), receipt && 'receipt'].filter(Boolean).join(' '),
    );
  }

  async tell(): Promise<void> {
    const opened = (await this.#post('/chat/conversations', { locale: 'en' })) as {
      conversationId: string;
      token: string;
    };
    [this.#id, this.#token] = [opened.conversationId, opened.token];
    let say: object | undefined = { text: 'hello' };
    for (let n = 1; say; n += 1) {
      if (n > MOST_TURNS) throw new Error('the complaint does not come to its end');
      const before = this.shown.filter(({ from }) => from !== 'customer').length;
      await this.#send({ id: `m${n}`, ...say });
      await this.#answered(before);
      say = this.#next();
    }
  }

  async #send(message: object): Promise<void> {
    const path = `/chat/conversations/${this.#id}/messages`;
    const copies = this.desks().length * (this.twice() ? 2 : 1);
    this.counts.duplicates += copies - 1;
    await Promise.all(Array.from({ length: copies }, (_, n) => this.#post(path, message, n)));
    this.counts.acknowledged += 1;
  }

  /** Until it is acknowledged: whoever does not answer, or says 503, is asked again. */
  async #post(path: string, body: object, n = 0): Promise<unknown> {
    for (let tries = 0; ; tries += 1) {
      const desks = this.desks();
      let arrived: boolean;
      this.inFlight += 1;
      try {
        const response = await fetch(`${desks[(n + tries) % desks.length]}${path}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${this.#token}` },
          body: JSON.stringify(body),
        });
        if (response.ok) return await response.json();
        await response.text();
        if (response.status !== 503 && response.status !== 429) throw new Refused(`${path}: ${response.status}`);
        this.counts.refused += 1;
        arrived = false;
      } catch (error) {
        if (error instanceof Refused) throw error;
        arrived = (error as { cause?: { code?: string } }).cause?.code !== 'ECONNREFUSED';
      } finally {
        this.inFlight -= 1;
      }
      if (arrived && path.endsWith('messages')) this.counts.duplicates += 1;
      await pause(100);
    }
  }

  async #answered(before: number): Promise<void> {
    const began = performance.now();
    this.waiting = true;
    for (;;) {
      const [desk] = this.desks();
      const page = await fetch(`${desk}/chat/conversations/${this.#id}/messages`, {
        headers: { Authorization: `Bearer ${this.#token}` },
      })
        .then((response) => (response.ok ? (response.json() as Promise<{ messages: Shown[] }>) : undefined))
        .catch(() => undefined);
      if (page && page.messages.filter(({ from }) => from !== 'customer').length > before) {
        this.shown = page.messages;
        break;
      }
      await pause(40);
    }
    this.waiting = false;
    this.longestWait = Math.max(this.longestWait, performance.now() - began);
  }

  #next(): object | undefined {
    if (this.shown.some(({ receipt }) => receipt)) return undefined;
    const question = this.shown.findLast(({ asks, choices }) => asks ?? choices);
    const ids = question?.choices?.map(({ id }) => id) ?? [];
    if (ids.includes('submit')) return { choice: 'submit' };
    const fact = this.#facts[question?.asks?.field ?? ''];
    if (fact === undefined) throw new Error(`nobody knows an answer to ${JSON.stringify(question)}`);
    return ids.includes(fact) ? { choice: fact } : { text: fact };
  }
}

class Refused extends Error {}
