import { answerOf, type Answer } from './answer.js';
import type { ChatMessage, Credentials, Delivery, Page } from './contract.js';
import { EventStreamReader } from './event-stream.js';

const TIMEOUT_MS = 20_000;
/** A stream on which nothing at all comes for this long is taken for dead. */
const SILENCE_MS = 45_000;

export interface Listener {
  onOpen: () => void;
  onMessage: (message: ChatMessage, cursor: string | undefined) => void;
  /** Who of the desk writes now, if anybody. */
  onTyping: (name: string | undefined) => void;
}

/** The web chat's contract over HTTP. No retries, no state. */
export class Transport {
  open(locale: string, playbook: string | undefined): Promise<Answer<Credentials>> {
    return this.#request('POST', '/chat/conversations', { body: { locale, playbook } });
  }

  send(to: Credentials, delivery: Delivery): Promise<Answer<{ accepted: boolean }>> {
    return this.#request('POST', `${pathOf(to)}/messages`, { token: to.token, body: delivery });
  }

  page(of: Credentials, after: string | undefined): Promise<Answer<Page>> {
    const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
    return this.#request('GET', `${pathOf(of)}/messages${query}`, { token: of.token });
  }

  /** Follows the conversation until the stream ends or `signal` aborts; answers how it ended. */
  async listen(
    to: Credentials,
    after: string | undefined,
    listener: Listener,
    signal: AbortSignal,
  ): Promise<Answer<null>> {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), SILENCE_MS);
    const stillThere = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
    };
    try {
      const headers: Record<string, string> = { authorization: `Bearer ${to.token}`, accept: 'text/event-stream' };
      if (after !== undefined) headers['last-event-id'] = after;
      const response = await fetch(`${pathOf(to)}/events`, {
        headers,
        signal: AbortSignal.any([signal, silence.signal]),
      });
      if (!response.ok || !response.body)
        return answerOf(response.status, await response.text(), response.headers.get('retry-after'));
      listener.onOpen();
      const reader = new EventStreamReader();
      const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
        stillThere();
        for (const event of reader.read(piece.value)) {
          if (event.event === 'typing') {
            listener.onTyping(nameIn(event.data));
            continue;
          }
          const message = messageIn(event.data);
          if (message) listener.onMessage(message, event.id);
        }
      }
      return { kind: 'ok', value: null };
    } catch {
      return { kind: 'unreachable' };
    } finally {
      clearTimeout(timer);
    }
  }

  async #request<T>(method: string, path: string, { token, body }: { token?: string; body?: unknown }) {
    try {
      const headers: Record<string, string> = { accept: 'application/json' };
      if (token) headers.authorization = `Bearer ${token}`;
      if (body) headers['content-type'] = 'application/json';
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const response = await fetch(path, { method, headers, body: body ? JSON.stringify(body) : undefined, signal });
      return answerOf<T>(response.status, await response.text(), response.headers.get('retry-after'));
    } catch {
      return { kind: 'unreachable' } as const;
    }
  }
}

function pathOf({ conversationId }: Credentials): string {
  return `/chat/conversations/${encodeURIComponent(conversationId)}`;
}

function messageIn(data: string): ChatMessage | undefined {
  const body = read<ChatMessage>(data);
  return typeof body?.id === 'string' && typeof body.from === 'string' ? (body as ChatMessage) : undefined;
}

function nameIn(data: string): string | undefined {
  const name = read<{ name: string }>(data)?.name;
  return typeof name === 'string' ? name : undefined;
}

function read<T>(data: string): Partial<T> | null {
  try {
    return JSON.parse(data) as Partial<T> | null;
  } catch {
    return null; // an event of another kind
  }
}
