import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Received {
  conversation: string;
  text: string;
  choices: { title: string; value: unknown }[];
  attachments?: { name: string; contentUrl: string }[];
}

/** A channel's side of the Bot Framework's connector protocol on this machine: posts activities to the bot, takes its replies, keeps attachments. */
export class FakeConnector {
  readonly received: Received[] = [];
  readonly #server: Server;
  readonly #files = new Map<string, Buffer>();
  #refusals: number[] = [];
  #watching: (() => void)[] = [];
  #activity = 1;
  #last: { url: string; activity: object } | undefined;

  private constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request).then(({ status, body, bytes }) => {
        response.writeHead(status, { 'content-type': bytes ? 'image/jpeg' : 'application/json' });
        response.end(bytes ?? JSON.stringify(body));
      });
    });
  }

  static async start(): Promise<FakeConnector> {
    const fake = new FakeConnector();
    await new Promise<void>((resolve) => fake.#server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get serviceUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The next replies are refused with these statuses. */
  refuse(...statuses: number[]): void {
    this.#refusals.push(...statuses);
  }

  says(
    bot: string,
    conversation: string,
    text: string,
    extra: object = {},
    headers: Record<string, string> = {},
  ): Promise<number> {
    return this.#post(bot, { ...this.#head(conversation), text, ...extra }, headers);
  }

  presses(bot: string, conversation: string, value: unknown, label: string): Promise<number> {
    return this.#post(bot, { ...this.#head(conversation), text: label, value });
  }

  sendsPhoto(bot: string, conversation: string, bytes: Buffer): Promise<number> {
    const name = `photo-${this.#activity}.jpg`;
    this.#files.set(name, bytes);
    const attachments = [{ contentType: 'image/jpeg', contentUrl: `${this.serviceUrl}/attachments/${name}`, name }];
    return this.#post(bot, { ...this.#head(conversation), attachments });
  }

  repeats(): Promise<number> {
    return this.#send(this.#last!.url, this.#last!.activity, {});
  }

  to(conversation: string): Received[] {
    return this.received.filter((one) => one.conversation === conversation);
  }

  /** The first message to that conversation from the `from`-th on that matches; settles when it has come. */
  async heard(conversation: string, pattern: RegExp, from = 0) {
    for (;;) {
      const found = this.received
        .slice(from)
        .find((one) => one.conversation === conversation && pattern.test(one.text));
      if (found) return found;
      await new Promise<void>((resolve) => this.#watching.push(resolve));
    }
  }

  #head(conversation: string) {
    return {
      type: 'message',
      id: `a${this.#activity++}`,
      timestamp: '2026-03-02T01:00:00Z',
      channelId: 'emulator',
      serviceUrl: this.serviceUrl,
      locale: 'zh-CN',
      from: { id: `user-${conversation}`, name: 'Guest', role: 'user' },
      recipient: { id: 'bot', name: 'Bot', role: 'bot' },
      conversation: { id: conversation },
    };
  }

  #post(bot: string, activity: object, headers: Record<string, string> = {}): Promise<number> {
    this.#last = { url: `${bot}/api/messages`, activity };
    return this.#send(this.#last.url, activity, headers);
  }

  async #send(url: string, activity: object, headers: Record<string, string>): Promise<number> {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(activity),
    });
    await answer.arrayBuffer();
    return answer.status;
  }

  async #answer(request: IncomingMessage): Promise<{ status: number; body?: unknown; bytes?: Buffer }> {
    const attachment = /^\/attachments\/(.+)$/.exec(request.url!)?.[1];
    if (attachment)
      return this.#files.has(attachment)
        ? { status: 200, bytes: this.#files.get(attachment)! }
        : { status: 404, body: {} };
    const conversation = /^\/v3\/conversations\/([^/]+)\/activities/.exec(request.url!)?.[1];
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (!conversation) return { status: 404, body: {} };
    const refusal = this.#refusals.shift();
    if (refusal) return { status: refusal, body: { error: { code: 'Refused', message: 'scripted' } } };
    const activity = JSON.parse(Buffer.concat(chunks).toString()) as {
      type: string;
      text?: string;
      attachments?: { name: string; contentUrl: string }[];
      suggestedActions?: { actions: { title: string; value: unknown }[] };
    };
    if (activity.type === 'message') {
      this.received.push({
        conversation: decodeURIComponent(conversation),
        text: activity.text ?? '',
        ...(activity.attachments && { attachments: activity.attachments }),
        choices: activity.suggestedActions?.actions.map(({ title, value }) => ({ title, value })) ?? [],
      });
    }
    this.#watching.splice(0).forEach((wake) => wake());
    return { status: 200, body: { id: `r${this.#activity++}` } };
  }
}
