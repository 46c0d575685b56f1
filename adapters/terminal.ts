import { basename } from 'node:path';
import { readFile, stat } from 'node:fs/promises';
import { createInterface, type Interface } from 'node:readline';
import type { Channel, ChannelDesk, OutboundMessage } from '../src/domain/channel.js';

export const TERMINAL = 'terminal';

/** Where the terminal reads and writes; a test gives its own. */
export interface TerminalStreams {
  input: NodeJS.ReadableStream;
  output: NodeJS.WritableStream;
  /** Called when the input ends. */
  ended?: () => void;
  /** Unguessable; makes the delivery ids of this run its own. */
  session: string;
}

/** The same bot in a terminal: a line is a message, `/file PATH` sends evidence, a number or the name chooses. */
export function terminal({ input, output, ended, session }: TerminalStreams, user = 'terminal'): Channel {
  let lines: Interface | undefined;
  let delivery = 0;
  let offered: OutboundMessage['choices'] = [];
  const write = (text: string) => void output.write(`${text}\n`);

  async function said(desk: ChannelDesk, line: string): Promise<void> {
    const base = { channel: TERMINAL, account: 'default', user, deliveryId: `${session}-${++delivery}`, address: {} };
    const path = /^\/file\s+(.+)$/.exec(line)?.[1]?.trim();
    if (path) {
      const known = await stat(path).catch(() => undefined);
      if (!known?.isFile()) return write(`(no file ${path})`);
      await desk.take({ ...base, files: [{ mediaId: path, name: basename(path), type: '', size: known.size }] });
      return;
    }
    const choice =
      offered[Number(line.trim()) - 1] ?? offered.find(({ label, id }) => label === line.trim() || id === line.trim());
    await desk.take(choice ? { ...base, choice: choice.id } : { ...base, text: line.replaceAll('\\n', '\n') });
  }

  return {
    name: TERMINAL,
    capabilities: {
      push: true,
      pull: false,
      buttons: 12,
      labelLength: 200,
      textLength: 100_000,
      files: true,
      paceMs: { chat: 0, channel: 0 },
    },
    async send({ text, choices, author }) {
      offered = choices;
      write(`${author ? `${author}: ` : ''}${text}`);
      if (choices.length > 0) write(choices.map(({ label }, n) => `  [${n + 1}] ${label}`).join('\n'));
      return { sent: true };
    },
    async fetchFile(path) {
      return { bytes: await readFile(path), name: basename(path) };
    },
    async start(desk) {
      lines = createInterface({ input, terminal: false });
      let queue = Promise.resolve();
      lines.on(
        'line',
        (line) => void (queue = queue.then(() => said(desk, line)).catch(() => write('(not stored; say it again)'))),
      );
      lines.on('close', () => void queue.then(() => ended?.()));
    },
    async stop() {
      lines?.close();
    },
  };
}
