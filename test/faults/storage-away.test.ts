import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { wrongIn } from '../support/books-of-chats.js';
import { ChatCustomer } from '../support/chat-customer.js';
import { DeskProcess, freePort } from '../support/desk-process.js';
import { onMongodb } from '../support/each-place.js';

/** Stands between a desk and its MongoDB, and can be cut. */
class Wire {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  port = 0;

  constructor(private readonly to: URL) {}

  async mend(): Promise<void> {
    this.#server = createServer((near) => {
      const far = connect(Number(this.to.port), this.to.hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(one);
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
        one.pipe(other);
      }
    }).listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    const closed = once(this.#server!, 'close');
    this.#server!.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

onMongodb(
  'while MongoDB is away messages are refused with 503, the desk says so, and it goes on by itself afterwards',
  async (place) => {
    const uri = new URL(place.mongodbUri!);
    const wire = new Wire(new URL(uri));
    await wire.mend();
    uri.host = `127.0.0.1:${wire.port}`;
    uri.searchParams.set('directConnection', 'true');
    const desk = new DeskProcess(await freePort(), { ...place.env, MONGODB_URI: uri.href });
    await desk.start();
    const first = new ChatCustomer(
      () => [desk.url],
      0,
      () => false,
    );
    await first.tell();
    const customers = Array.from(
      { length: 4 },
      (_, n) =>
        new ChatCustomer(
          () => [desk.url],
          n + 1,
          () => false,
        ),
    );
    const telling = Promise.all(customers.map((customer) => customer.tell()));
    await wire.cut();
    const answer = await fetch(`${desk.url}/chat/conversations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect({ status: answer.status, again: answer.headers.get('retry-after') }).toEqual({ status: 503, again: '2' });
    expect((await answer.json()) as object).toMatchObject({ code: 'UNAVAILABLE' });
    expect((await fetch(`${desk.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
    await wire.mend();
    await telling;
    expect((await fetch(`${desk.url}/readyz`)).status).toBe(200);
    expect((await desk.stop()).code).toBe(0);
    await wire.cut();
    expect(await wrongIn(place, [first, ...customers], first.course)).toEqual([]);
  },
  240_000,
);
