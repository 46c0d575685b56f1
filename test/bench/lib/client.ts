import { Agent, request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';

/** An HTTP client with keep-alive on one port of this machine. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: Infinity });

  constructor(private readonly port: number) {}

  /** Posts JSON; throws unless the answer is 2xx. */
  async post<T>(path: string, body: unknown, token?: string): Promise<T> {
    const bytes = Buffer.from(JSON.stringify(body));
    const headers = { 'Content-Type': 'application/json', 'Content-Length': bytes.length, ...bearer(token) };
    for (;;) {
      const sent = request({ port: this.port, path, method: 'POST', agent: this.#agent, headers });
      sent.end(bytes);
      try {
        return JSON.parse(await answered(sent)) as T;
      } catch (error) {
        // A socket that idled may have been closed at the other end just then: nothing was read of what it carried.
        if (!sent.reusedSocket || (error as { code?: string }).code !== 'ECONNRESET') throw error;
      }
    }
  }

  async get<T>(path: string, token?: string): Promise<T> {
    const sent = request({ port: this.port, path, agent: this.#agent, headers: bearer(token) });
    sent.end();
    return JSON.parse(await answered(sent)) as T;
  }

  /** Follows a stream of server-sent events; answers how to leave it. */
  async follow(path: string, token: string, each: (data: unknown) => void): Promise<() => void> {
    const sent = request({ port: this.port, path, agent: false, headers: bearer(token) });
    sent.end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    if (response.statusCode !== 200) throw new Error(`GET ${path} answers ${response.statusCode}`);
    let rest = '';
    response.setEncoding('utf8').on('data', (text: string) => {
      const events = (rest + text).split('\n\n');
      rest = events.pop()!;
      for (const event of events) {
        const data = event.split('\n').find((line) => line.startsWith('data: '));
        if (data) each(JSON.parse(data.slice(6)));
      }
    });
    for (const left of [sent, response]) left.on('error', () => undefined); // nobody waits for it
    return () => void sent.destroy();
  }

  close(): void {
    this.#agent.destroy();
  }
}

const bearer = (token?: string) => (token ? { Authorization: `Bearer ${token}` } : {});

async function answered(sent: ReturnType<typeof request>): Promise<string> {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const part of response.setEncoding('utf8')) text += String(part);
  if (response.statusCode! >= 300)
    throw new Error(`${sent.method} ${sent.path} answers ${response.statusCode}: ${text}`);
  return text;
}
