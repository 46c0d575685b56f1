import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';

const SERVERS = resolve(import.meta.dirname, '../../../dist/test/bench/servers');

/** A server in a process of its own, so that it and its load do not share one thread. */
export interface Child {
  port: number;
  pid: number;
  /** What the server answers to a question (`serve`). */
  ask<T>(question: string): Promise<T>;
  stop(): Promise<void>;
}

/**
 * Starts one of the compiled servers (`build`) by plain node, without the loader of whoever starts it; its environment is
 * `env` alone, with the PORT it shall listen on.
 */
export async function startChild(server: string, env: Record<string, string | undefined>): Promise<Child> {
  const port = await freePort();
  const { PATH, NODE_OPTIONS } = process.env;
  const child = fork(resolve(SERVERS, `${server}.js`), {
    env: { PATH, NODE_OPTIONS, ...env, PORT: String(port) },
    execArgv: [],
  });
  const [first] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
  if (first !== 'ready') throw new Error(`the server "${server}" did not start`);
  return {
    port,
    pid: child.pid!,
    async ask<T>(question: string) {
      child.send(question);
      return ((await once(child, 'message')) as [T])[0];
    },
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

/** In the child: says that it listens, answers questions, and ends when its parent lets go. */
export function serve(answers: Record<string, () => unknown>, stop: () => Promise<void>): void {
  process.on('message', (question: string) => process.send!(answers[question]!()));
  process.on('disconnect', () => void stop().finally(() => process.exit(0)));
  process.send!('ready');
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
