import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { FakeCases } from './fake-cases.js';
import { FakeChat } from './fake-chat.js';

/** As strict as the product's own: what the pages do must work under it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface Exchange {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
  json: () => Record<string, unknown>;
  request: IncomingMessage;
  response: ServerResponse;
}

export type Handler = (exchange: Exchange) => boolean | Promise<boolean>;

export function answer(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): true {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  return true;
}

/** The contracts that the pages live on, in memory, with faults to order. Imports nothing of the product. */
export class FakeDesk {
  readonly chat = new FakeChat();
  readonly cases = new FakeCases();
  base = '';
  /** Asked before anything else; answers whether it took the request. */
  intercept: Handler = () => false;
  #server: Server;

  private constructor(private readonly web: string) {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(web: string): Promise<FakeDesk> {
    const desk = new FakeDesk(web);
    await new Promise<void>((resolve) => desk.#server.listen(0, '127.0.0.1', resolve));
    desk.base = `http://127.0.0.1:${(desk.#server.address() as AddressInfo).port}`;
    return desk;
  }

  /** Everything as at the start, for the next test. */
  reset(): void {
    this.intercept = () => false;
    this.chat.reset();
    this.cases.reset();
    this.#server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.base);
    const pieces: Buffer[] = [];
    try {
      for await (const piece of request) pieces.push(piece as Buffer);
    } catch {
      return; // the browser went away
    }
    const body = Buffer.concat(pieces);
    const exchange: Exchange = {
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body,
      json: () => JSON.parse(body.toString() || '{}') as Record<string, unknown>,
      request,
      response,
    };
    const handlers = [this.intercept, this.chat.handle, this.cases.handle, this.#page];
    for (const handle of handlers) if (await handle(exchange)) return;
    answer(response, 404, { code: 'NOT_FOUND', message: 'There is nothing here.' });
  }

  #page: Handler = async ({ method, path, response }) => {
    if (method !== 'GET') return false;
    const file = /^\/(assets\/|embed\.js)/.test(path) ? path : `${folderOf(path)}/index.html`;
    try {
      const content = await readFile(join(this.web, file));
      response
        .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain', 'content-security-policy': POLICY })
        .end(content);
      return true;
    } catch {
      return false;
    }
  };
}

function folderOf(path: string): string {
  if (path === '/') return 'chat';
  return path.startsWith('/case/') ? 'case' : 'nowhere';
}
