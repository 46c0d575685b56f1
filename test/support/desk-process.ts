import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The desk as operators run it: a process of its own, that can be killed. */
export class DeskProcess {
  #child: ChildProcess | undefined;
  #gone: Promise<unknown> | undefined;

  constructor(
    readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Settles when it answers. */
  async start(): Promise<void> {
    const { PATH, HOME } = process.env;
    const env = {
      PATH,
      HOME,
      HOST: '127.0.0.1',
      DEMO: '0',
      ADMIN_PASSWORD: 'a-long-password',
      LOG_LEVEL: 'error',
      PORT: String(this.port),
      ...this.env,
    };
    const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src', 'main.ts')], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#gone = once(child, 'exit');
    let said = '';
    child.stderr.on('data', (text: Buffer) => void (said += String(text)));
    const answers = new Promise<void>((settle) => {
      child.stdout.on('data', (text: Buffer) => {
        said += String(text);
        if (said.includes('answers at')) settle();
      });
    });
    await Promise.race([answers, this.#gone.then(() => Promise.reject(new Error(`the desk did not start: ${said}`)))]);
  }

  /** As a power cut does to it: nothing is finished. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#gone;
  }

  /** Answers how long it took and its exit code. */
  async stop(): Promise<{ ms: number; code: number | null }> {
    const began = performance.now();
    this.#child?.kill('SIGTERM');
    await this.#gone;
    return { ms: performance.now() - began, code: this.#child?.exitCode ?? null };
  }
}
