import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';

const SUBJECT = /"id":"([^"]+)"/g;

/** Streams of server-sent events that only look for the subjects of events: when each watcher heard of which first. */
export class Watchers {
  readonly #heard = new Map<string, number[]>();
  readonly #leave: (() => void)[] = [];
  readonly #agent = new Agent({ maxSockets: Infinity });

  static async open(port: number, path: string, cookies: string[]): Promise<Watchers> {
    const all = new Watchers();
    for (const cookie of cookies) await all.#follow(port, path, cookie);
    return all;
  }

  async #follow(port: number, path: string, cookie: string): Promise<void> {
    const sent = request({ host: '127.0.0.1', port, path, agent: this.#agent, headers: { Cookie: cookie } });
    sent.end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    if (response.statusCode !== 200) throw new Error(`GET ${path} answers ${response.statusCode}`);
    const known = new Set<string>();
    response.setEncoding('latin1').on('data', (text: string) => {
      const at = performance.now();
      for (const [, subject] of text.matchAll(SUBJECT)) {
        if (known.has(subject!)) continue;
        known.add(subject!);
        const times = this.#heard.get(subject!) ?? [];
        times.push(at);
        this.#heard.set(subject!, times);
      }
    });
    response.on('error', () => undefined); // it was left
    this.#leave.push(() => sent.destroy());
  }

  /** When each watcher heard of a subject first. */
  of(subject: string): number[] {
    return this.#heard.get(subject) ?? [];
  }

  close(): void {
    this.#leave.forEach((leave) => leave());
    this.#agent.destroy();
  }
}
