import { join } from 'node:path';
import { startChild, type Child } from './lib/child.js';
import { Client } from './lib/client.js';
import { openChat, tellComplaint, type Chat, type Told } from './lib/customers.js';
import { engines, type Engine, type Place } from './lib/engines.js';
import { median, percentile, rounded, table } from './lib/figures.js';
import { memoryAtStart } from './lib/memory.js';

const AT_ONCE = [1, 16, 128];
const ROUNDS = 3;
const FLOOR_MS = 1500;
const TURNS_MS = 3000;
const TARGET = { ratioAt16: 0.3, megabytesAtStart: 220 };

/** What the desk's stores can be asked that writes. */
const WRITES =
  /\.(create|replace|turnDone|take|record|update|carriedOut|owe|move|settle|claimDue|add|ensure|set|lease|put|register|join|putCode|takeCode|end|endAllOf)$/;

interface Side {
  child: Child;
  client: Client;
}

interface Slice {
  perSecond: number;
  /** Microseconds of the server's processor for one. */
  cpu: number;
}

/**
 * Durable turns a second against the floor: a customer's message is stored, acknowledged, decided on, answered, and its
 * replies have reached the customer's stream. Floor and desk take turns within one run, so that only their ratio counts.
 */
export async function run({ json }: { json: boolean }): Promise<object> {
  const measured = [];
  for (const engine of engines()) measured.push(await measure(engine, json));
  const megabytes = await memoryAtStart();
  if (!json) {
    if (measured.length === 1) console.log('skipped: MongoDB: MONGODB_URI is not set');
    console.log(
      megabytes === undefined
        ? 'skipped: memory at start: there is no /proc here'
        : `memory at start: ${Math.round(megabytes)} MB (target: at most ${TARGET.megabytesAtStart})`,
    );
  }
  return { target: TARGET, engines: measured, megabytesAtStart: megabytes && Math.round(megabytes) };
}

async function measure(engine: Engine, json: boolean): Promise<object> {
  const places: Place[] = [engine.place(), engine.place()];
  const sides: Side[] = [];
  try {
    for (const [n, name] of ['floor', 'desk'].entries()) {
      const child = await startChild(join(import.meta.dirname, 'servers', `${name}.ts`), places[n]!.env);
      sides.push({ child, client: new Client(child.port) });
    }
    const [floor, desk] = sides as [Side, Side];
    await inserts(floor, 16, FLOOR_MS);
    await turns(desk, 16, TURNS_MS);
    const rows = [];
    for (const atOnce of AT_ONCE) rows.push(await compare(floor, desk, atOnce));
    const writes = await countWrites(desk);
    if (!json) {
      console.log(`\n${engine.name}\n${table(rows)}`);
      console.log(`writes a turn: ${listed(writes.turn)}\nwrites of the turn that files: ${listed(writes.filing)}`);
      console.log(`reads a turn: ${listed(writes.reads)}`);
    }
    return { engine: engine.name, conversations: rows, ...writes };
  } finally {
    for (const { client, child } of sides) {
      client.close();
      await child.stop();
    }
    for (const place of places) await place.dispose();
  }
}

async function compare(floor: Side, desk: Side, atOnce: number) {
  const told: Told[] = [];
  const pairs: { floor: Slice; desk: Slice }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    pairs.push({ floor: await inserts(floor, atOnce, FLOOR_MS), desk: await turns(desk, atOnce, TURNS_MS, told) });
  const of = (value: (pair: (typeof pairs)[number]) => number) => median(pairs.map(value));
  const accepted = told.map((one) => one.accepted);
  const answered = told.map((one) => one.answered);
  return {
    conversations: atOnce,
    'floor/s': Math.round(of((pair) => pair.floor.perSecond)),
    'turns/s': Math.round(of((pair) => pair.desk.perSecond)),
    ratio: rounded(of((pair) => pair.desk.perSecond / pair.floor.perSecond)),
    'floor cpu us': Math.round(of((pair) => pair.floor.cpu)),
    'turn cpu us': Math.round(of((pair) => pair.desk.cpu)),
    'accepted p50 ms': rounded(median(accepted), 1),
    'p99 ms': rounded(percentile(accepted, 0.99), 1),
    'answered p50 ms': rounded(median(answered), 1),
    'answered p99 ms': rounded(percentile(answered, 0.99), 1),
  };
}

let inserted = 0;

function inserts({ child, client }: Side, atOnce: number, ms: number): Promise<Slice> {
  return slice(child, atOnce, ms, async () => {
    await client.post('/messages', { id: `message-${++inserted}`, text: 'The air conditioner dripped on the bed.' });
    return 1;
  });
}

/** Each customer tells one complaint after another, in chats opened before: no chat comes near its limit of messages. */
async function turns({ child, client }: Side, atOnce: number, ms: number, told: Told[] = []): Promise<Slice> {
  const chats: Chat[] = [];
  while (chats.length < atOnce + ms / 10)
    chats.push(...(await Promise.all(Array.from({ length: 16 }, () => openChat(client)))));
  return slice(child, atOnce, ms, async (until) => {
    const chat = chats.pop() ?? (await openChat(client));
    const mine: Told[] = [];
    await tellComplaint(client, chat, { until, each: (one) => void mine.push(one) });
    told.push(...mine);
    return mine.length;
  });
}

async function slice(
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

type Counts = Record<string, number>;

/** What a complaint asks of the stores: a turn on average, and the turn that files the case. */
async function countWrites({ child, client }: Side): Promise<{ turn: Counts; filing: Counts; reads: Counts }> {
  const asked = async (file: boolean): Promise<[Counts, number]> => {
    const chat = await openChat(client);
    let told = 0;
    const before = await child.ask<Counts>('asked');
    await tellComplaint(client, chat, { file, each: () => void (told += 1) });
    const after = await child.ask<Counts>('asked');
    return [Object.fromEntries(Object.entries(after).map(([key, value]) => [key, value - (before[key] ?? 0)])), told];
  };
  const [toldOnly, turns] = await asked(false);
  const [withFiling] = await asked(true);
  const all = Object.entries(withFiling).filter(([, value]) => value !== 0);
  const each = (writing: boolean, value: (key: string, total: number) => number): Counts =>
    Object.fromEntries(
      all.flatMap(([key, total]) =>
        WRITES.test(key) === writing && value(key, total) ? [[key, value(key, total)]] : [],
      ),
    );
  const ofTurn = (key: string) => rounded((toldOnly[key] ?? 0) / turns);
  return {
    turn: each(true, ofTurn),
    reads: each(false, ofTurn),
    filing: each(true, (key, total) => total - (toldOnly[key] ?? 0)),
  };
}

function listed(counts: Counts): string {
  const total = Object.values(counts).reduce((sum, value) => sum + value, 0);
  return `${rounded(total, 1)} (${Object.entries(counts)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ')})`;
}
