import { startChild, type Child } from './child.js';
import { Client } from './client.js';
import { openChat, tellComplaint, type Chat, type Told } from './customers.js';

/** A server to measure, and the way to it. */
export interface Side {
  child: Child;
  client: Client;
  /** Opened and not talked in yet. */
  chats: Chat[];
  /** How many a second its customers began lately. */
  begun: number;
}

/** What a server did within some time. */
export interface Slice {
  perSecond: number;
  /** Microseconds of the server's processor for one. */
  cpu: number;
}

export async function startSide(server: string, env: Record<string, string | undefined>): Promise<Side> {
  const child = await startChild(server, env);
  return { child, client: new Client(child.port), chats: [], begun: 0 };
}

const MESSAGES_A_CONVERSATION = 8;
const MORE_THAN_LATELY = 1.5;
let inserted = 0;

/** What turns are compared with: one insert a request, in one of the two ways of `servers/floor.ts`. */
export function inserts(
  { child, client }: Side,
  way: 'floor' | 'bare-insert',
  atOnce: number,
  ms: number,
): Promise<Slice> {
  client.close(); // sockets that idled while others were measured may be closing
  return slice(child, atOnce, ms, async () => {
    inserted += 1;
    await client.post(`/${way}`, {
      id: `m${inserted}`,
      conversation: `conversation-${Math.floor(inserted / MESSAGES_A_CONVERSATION)}`,
      text: 'The air conditioner dripped on the bed.',
    });
    return 1;
  });
}

/**
 * Each customer tells one complaint after another, in chats of their own that are opened before as far as can be foreseen:
 * none comes near its limit of messages.
 */
export async function turns(side: Side, atOnce: number, ms: number, told: Told[] = []): Promise<Slice> {
  const { child, client, chats } = side;
  client.close();
  const foreseen = atOnce + Math.ceil((side.begun * ms * MORE_THAN_LATELY) / 1000);
  while (chats.length < foreseen)
    chats.push(...(await Promise.all(Array.from({ length: 16 }, () => openChat(client)))));
  let begun = 0;
  const done = await slice(child, atOnce, ms, async (until) => {
    begun += 1;
    const chat = chats.pop() ?? (await openChat(client));
    const mine: Told[] = [];
    await tellComplaint(client, chat, { until, each: (one) => void mine.push(one) });
    told.push(...mine);
    return mine.length;
  });
  side.begun = (begun * 1000) / ms;
  return done;
}

/** Lets workers repeat their work for a time; each answers how much it did. */
export async function slice(
  child: Child,
  atOnce: number,
  ms: number,
  work: (until: number) => Promise<number>,
): Promise<Slice> {
  const cpu = async () => {
    const { user, system } = await child.ask<NodeJS.CpuUsage>('cpu');
    return user + system;
  };
  const cpuBefore = await cpu();
  const began = performance.now();
  const until = began + ms;
  let done = 0;
  const worker = async () => {
    while (performance.now() < until) {
      const mine = await work(until);
      done += mine; // after the wait, for others counted meanwhile
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - began) / 1000;
  return { perSecond: done / seconds, cpu: ((await cpu()) - cpuBefore) / done };
}
