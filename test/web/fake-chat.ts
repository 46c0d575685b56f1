import type { ServerResponse } from 'node:http';
import { answer, type Exchange, type Handler } from './fake-desk.js';

export interface Said {
  id: string;
  from: 'bot' | 'agent' | 'customer';
  text: string;
  language?: string;
  author?: string;
  choice?: string;
  files?: { name: string; size?: number }[];
  choices?: { id: string; label: string }[];
  asks?: { field: string; type: string; optional?: boolean };
  receipt?: { number: string; link: string };
  at: string;
}

export type Reply = Partial<Omit<Said, 'id' | 'at'>> & { text: string };

export interface Talk {
  id: string;
  token: string;
  opened: Record<string, unknown>;
  messages: Said[];
  deliveries: string[];
  streams: Set<ServerResponse>;
  control: 'bot' | 'waiting' | 'agent';
}

/** The web chat's public contract in memory: answers each of the customer's messages with the next turn of a script. */
export class FakeChat {
  talks = new Map<string, Talk>();
  script: Reply[][] = [];
  /** The files that came, by their id. */
  files = new Map<string, { name: string; size: number }>();
  /** When the next message is said to have been said; moves on by a few seconds. */
  clock = Date.parse('2026-03-02T15:31:00+08:00');
  /** Every posted delivery, the repeated ones too. */
  posted: string[] = [];
  #count = 0;

  reset(): void {
    for (const talk of this.talks.values()) for (const stream of talk.streams) stream.end();
    Object.assign(this, { talks: new Map(), script: [], files: new Map(), posted: [] });
  }

  get only(): Talk {
    const [talk] = this.talks.values();
    if (!talk) throw new Error('no conversation was opened');
    return talk;
  }

  /** What the customer said, in the order in which it was stored. */
  get heard(): string[] {
    return this.only.messages.filter(({ from }) => from === 'customer').map(({ text }) => text);
  }

  say(talk: Talk, reply: Reply, id = `out-${talk.messages.length}`): void {
    this.clock += 7000;
    const said: Said = { from: 'bot', ...reply, id, at: new Date(this.clock).toISOString() };
    talk.messages.push(said);
    for (const stream of talk.streams) stream.write(eventOf(said, talk.messages.length));
  }

  /** Somebody of the desk writes; null: nobody does any more. */
  writes(talk: Talk, name: string | null): void {
    for (const stream of talk.streams) stream.write(`event: typing\ndata: ${JSON.stringify({ name })}\n\n`);
  }

  handle: Handler = (exchange) => {
    const { method, path, response } = exchange;
    if (path === '/chat/conversations' && method === 'POST') return this.#open(exchange);
    const [, id = '', what] = /^\/chat\/conversations\/([^/]+)\/(messages|events|files)$/.exec(path) ?? [];
    if (!what) return false;
    const talk = this.talks.get(id);
    if (!talk) return answer(response, 404, { code: 'NOT_FOUND', message: 'No such conversation.' });
    if (exchange.headers.authorization !== `Bearer ${talk.token}`)
      return answer(response, 401, { code: 'TOKEN', message: 'Not your conversation.' });
    if (what === 'files') return this.#file(exchange);
    if (what === 'events') return this.#events(exchange, talk);
    return method === 'POST' ? this.#take(exchange, talk) : this.#page(exchange, talk);
  };

  #open({ json, response }: Exchange): true {
    const id = `talk-${(this.#count += 1)}`;
    const talk: Talk = {
      id,
      token: `token-${id}`,
      opened: json(),
      messages: [],
      deliveries: [],
      streams: new Set(),
      control: 'bot',
    };
    this.talks.set(id, talk);
    return answer(response, 201, { conversationId: id, token: talk.token });
  }

  /** Stores a delivery once and answers it with the next turn of the script. */
  store(talk: Talk, delivery: Record<string, unknown>): boolean {
    const id = String(delivery.id);
    this.posted.push(id);
    if (talk.deliveries.includes(id)) return false;
    talk.deliveries.push(id);
    const label = talk.messages
      .flatMap(({ choices = [] }) => choices)
      .findLast((one) => one.id === delivery.choice)?.label;
    const files = (delivery.files as string[] | undefined)?.map((fileId) => this.files.get(fileId) ?? { name: '?' });
    const choice = delivery.choice as string | undefined;
    this.say(
      talk,
      { from: 'customer', text: String(delivery.text ?? label ?? ''), choice, files },
      JSON.stringify(['web', 'default', talk.id, id]),
    );
    for (const reply of this.script.shift() ?? []) this.say(talk, reply);
    return true;
  }

  #take({ json, response }: Exchange, talk: Talk): true {
    const accepted = this.store(talk, json());
    return answer(response, 202, { accepted: true, duplicate: !accepted });
  }

  #page({ query, response }: Exchange, talk: Talk): true {
    const after = Number(query.get('after') ?? 0);
    return answer(response, 200, { messages: talk.messages.slice(after), cursor: String(talk.messages.length) });
  }

  #events({ headers, response }: Exchange, talk: Talk): true {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(': here\n\n');
    talk.messages
      .slice(Number(headers['last-event-id'] ?? 0))
      .forEach((said) => response.write(eventOf(said, talk.messages.indexOf(said) + 1)));
    talk.streams.add(response);
    response.on('close', () => talk.streams.delete(response));
    return true;
  }

  #file({ body, response }: Exchange): true {
    const name = /filename="([^"]*)"/.exec(body.toString('latin1'))?.[1] ?? '';
    if (!/\.(png|jpg|pdf)$/.test(name))
      return answer(response, 415, { code: 'FILE', message: '这种文件收不了。', field: 'file' });
    const fileId = `file-${this.files.size + 1}`;
    this.files.set(fileId, { name, size: body.length });
    return answer(response, 201, { fileId, sha256: '0'.repeat(64) });
  }
}

function eventOf(said: Said, cursor: number): string {
  return `id: ${cursor}\ndata: ${JSON.stringify(said)}\n\n`;
}
