import type { Request, Response } from 'express';
import type { Message } from '../../../src/domain/message.js';
import type { MessageStore } from '../../../src/domain/ports.js';
import { visible } from '../../../src/http/chat/message-view.js';
import { openEventStream } from '../../../src/http/event-stream.js';

const PAGE = 200;
const noLink = () => '';

/** The streams of a peer's customers: what is stored after their cursor, then every row as it is stored. */
export class PeerStreams {
  readonly #watchers = new Map<string, Set<(rows: Message[]) => void>>();

  constructor(
    private readonly messages: MessageStore,
    private readonly now: () => Date,
  ) {}

  open(conversation: string, request: Request, response: Response): void {
    openEventStream(response);
    let cursor = Number(request.get('last-event-id') ?? 0);
    let told = Promise.resolve();
    const show = (rows: Message[] = []) => {
      told = told.then(async () => {
        const next = rows[0]?.seq === cursor + 1 ? rows : await this.messages.page(conversation, cursor, PAGE);
        const shown = visible(next, cursor, this.now(), noLink);
        const events = shown.views.map(({ view, seq }) => `id: ${seq}\ndata: ${JSON.stringify(view)}\n\n`);
        if (events.length > 0) response.write(events.join(''));
        cursor = shown.cursor;
      });
    };
    const watchers = this.#watchers.get(conversation) ?? new Set();
    this.#watchers.set(conversation, watchers.add(show));
    request.on('close', () => {
      watchers.delete(show);
      if (watchers.size === 0) this.#watchers.delete(conversation);
    });
    show();
  }

  show(conversation: string, rows: Message[]): void {
    this.#watchers.get(conversation)?.forEach((show) => show(rows));
  }
}
