import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call the bot made. */
export interface Call {
  method: string;
  body: Record<string, unknown>;
}

type Scripted = { error_code: number; description: string; parameters?: { retry_after: number } } | 'no-answer';

/** Telegram's Bot API as its documentation describes it, on this machine: getUpdates with offset, webhook with its secret header, send, files, scripted refusals. */
export class FakeTelegram {
  readonly calls: Call[] = [];
  /** What customers see. */
  readonly documents: { chat: string; name: string; bytes: Buffer; caption?: string }[] = [];
  readonly sent: { chat: string; text: string; buttons: { text: string; callback_data: string }[] }[] = [];
  #watching: (() => void)[] = [];
  webhook: { url: string; secret_token?: string } | undefined;
  /** What Telegram last met when it delivered. */
  lastError: { last_error_date: number; last_error_message: string } | undefined;
  readonly #server: Server;
  #updates: { update_id: number }[] = [];
  #waiting: (() => void)[] = [];
  #update = 1000;
  #message = 1;
  readonly #files = new Map<string, Buffer>();
  readonly #scripted: { method: string; answer: Scripted }[] = [];

  private constructor(readonly token: string) {
    this.#server = createServer((request, response) => {
      void this.#answer(request).then(
        ({ status, body, bytes }) => {
          if (status === 0) return void request.socket.destroy();
          response.writeHead(status, { 'content-type': bytes ? 'application/octet-stream' : 'application/json' });
          response.end(bytes ?? JSON.stringify(body));
        },
        () => response.writeHead(500).end(),
      );
    });
  }

  static async start(token = '123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'): Promise<FakeTelegram> {
    const fake = new FakeTelegram(token);
    await new Promise<void>((resolve) => fake.#server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#waiting.splice(0).forEach((wake) => wake());
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The next call of this method is answered so. */
  script(method: string, answer: Scripted): void {
    this.#scripted.push({ method, answer });
  }

  /** The first message to that chat from the `from`-th on that matches; settles when it has come. */
  async heard(chat: number, pattern: RegExp, from = 0) {
    for (;;) {
      const found = this.sent.slice(from).find((one) => one.chat === String(chat) && pattern.test(one.text));
      if (found) return found;
      await new Promise<void>((resolve) => this.#watching.push(resolve));
    }
  }

  /** A customer writes in a private chat. */
  says(chat: number, text: string, extra: Record<string, unknown> = {}): Promise<void> {
    return this.#deliver({ message: { ...this.#head(chat), text, ...extra } });
  }

  sendsPhoto(chat: number, bytes: Buffer, caption?: string): Promise<void> {
    const file_id = `photo-${this.#message}`;
    this.#files.set(file_id, bytes);
    const photo = [
      { file_id: 'small', file_unique_id: 's', width: 90, height: 90 },
      { file_id, file_unique_id: 'l', width: 900, height: 900, file_size: bytes.length },
    ];
    return this.#deliver({ message: { ...this.#head(chat), photo, ...(caption && { caption }) } });
  }

  edits(chat: number, messageId: number, text: string): Promise<void> {
    return this.#deliver({
      edited_message: { ...this.#head(chat), message_id: messageId, edit_date: 1_770_000_100, text },
    });
  }

  presses(chat: number, data: string): Promise<void> {
    return this.#deliver({
      callback_query: { id: `q${this.#message++}`, from: this.#user(chat), chat_instance: '1', data },
    });
  }

  /** Delivers the last update once more. */
  async repeats(): Promise<void> {
    const last = this.#last;
    if (last) await this.#push(last);
  }

  get lastMessageId(): number {
    return this.#message - 1;
  }

  #last: { update_id: number } | undefined;

  #head(chat: number) {
    return {
      message_id: this.#message++,
      date: 1_770_000_000,
      chat: { id: chat, type: 'private', first_name: 'Guest' },
      from: this.#user(chat),
    };
  }

  #user(id: number) {
    return { id, is_bot: false, first_name: 'Guest', language_code: 'zh-hans' };
  }

  async #deliver(update: object): Promise<void> {
    this.#last = { update_id: this.#update++, ...update };
    await this.#push(this.#last);
  }

  /** By webhook: posted until it is answered with 2xx. Else kept until a getUpdates with a higher offset confirms it. */
  async #push(update: { update_id: number }): Promise<void> {
    if (!this.webhook) {
      this.#updates.push(update);
      this.#waiting.splice(0).forEach((wake) => wake());
      return;
    }
    const headers = {
      'content-type': 'application/json',
      ...(this.webhook.secret_token && { 'x-telegram-bot-api-secret-token': this.webhook.secret_token }),
    };
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const answer = await fetch(this.webhook.url, { method: 'POST', headers, body: JSON.stringify(update) }).catch(
        () => undefined,
      );
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the webhook never took the update');
  }

  async #answer(request: IncomingMessage): Promise<{ status: number; body?: unknown; bytes?: Buffer }> {
    const [, where, ...rest] = request.url!.split('/');
    if (where === 'file')
      return {
        status: 200,
        bytes: this.#files.get(
          decodeURIComponent(
            rest
              .slice(1)
              .join('/')
              .replace(/^files\//, ''),
          ),
        )!,
      };
    const method = rest[0]!.split('?')[0]!;
    const body = await bodyOf(request);
    if (where !== `bot${this.token}`)
      return { status: 401, body: { ok: false, error_code: 401, description: 'Unauthorized' } };
    if (method !== 'getUpdates') this.calls.push({ method, body });
    const scripted = this.#scripted.findIndex((one) => one.method === method);
    if (scripted >= 0) {
      const answer = this.#scripted.splice(scripted, 1)[0]!.answer;
      if (answer === 'no-answer') return { status: 0 };
      return { status: answer.error_code, body: { ok: false, ...answer } };
    }
    return { status: 200, body: { ok: true, result: await this.#result(method, body) } };
  }

  async #result(method: string, body: Record<string, unknown>): Promise<unknown> {
    switch (method) {
      case 'getMe':
        return { id: Number(this.token.split(':')[0]), is_bot: true, first_name: 'Redress', username: 'redress_bot' };
      case 'getUpdates':
        return this.#poll(Number(body.offset ?? 0), Number(body.timeout ?? 0));
      case 'setWebhook':
        this.webhook = body as { url: string; secret_token?: string };
        return true;
      case 'getWebhookInfo':
        return { url: this.webhook?.url ?? '', pending_update_count: 0, ...this.lastError };
      case 'deleteWebhook':
        this.webhook = undefined;
        return true;
      case 'sendMessage': {
        const markup = body.reply_markup as
          { inline_keyboard?: { text: string; callback_data: string }[][] } | undefined;
        this.sent.push({
          chat: String(body.chat_id),
          text: String(body.text),
          buttons: markup?.inline_keyboard?.flat() ?? [],
        });
        this.#watching.splice(0).forEach((wake) => wake());
        return {
          message_id: this.#message++,
          date: 1_770_000_000,
          chat: { id: body.chat_id, type: 'private' },
          text: body.text,
        };
      }
      case 'sendDocument': {
        const document = body.document as File;
        const bytes = Buffer.from(await document.arrayBuffer());
        const caption = body.caption === undefined ? {} : { caption: String(body.caption) };
        this.documents.push({ chat: String(body.chat_id), name: document.name, bytes, ...caption });
        return { message_id: this.#message++, date: 1_770_000_000, chat: { id: body.chat_id, type: 'private' } };
      }
      case 'getFile':
        return { file_id: body.file_id, file_unique_id: 'u', file_path: `files/${String(body.file_id)}` };
      default:
        return true;
    }
  }

  async #poll(offset: number, seconds: number): Promise<unknown[]> {
    this.#updates = this.#updates.filter(({ update_id }) => update_id >= offset);
    if (this.#updates.length === 0 && seconds > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, seconds * 1000);
        this.#waiting.push(() => (clearTimeout(timer), resolve()));
      });
    }
    return this.#updates.slice(0, 100);
  }
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/')) {
    const form = await new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData();
    return Object.fromEntries(form.entries());
  }
  const text = Buffer.concat(chunks).toString();
  return text ? (JSON.parse(text) as Record<string, unknown>) : {};
}
