import { openChat, tellComplaint, type Told } from './lib/customers.js';
import { engines, type Engine, type Place } from './lib/engines.js';
import { median, percentile, rounded, table } from './lib/figures.js';
import { inserts, startSide, turns, type Side, type Slice } from './lib/load.js';
import { memoryAtStart } from './lib/memory.js';

const AT_ONCE = [1, 16, 128];
const ROUNDS = 3;
/** A desk runs for weeks: what its compiler does in the first seconds is not a turn's cost. */
const WARM_ROUNDS = 6;
const FLOOR_MS = 800;
const TURNS_MS = 2000;
const TARGET = { ratioAt16: 0.3, megabytesAtStart: 220 };

/** What the desk's stores can be asked that writes. */
const WRITES =
  /\.(create|replace|turnDone|take|record|update|carriedOut|owe|move|settle|claimDue|add|ensure|set|lease|put|register|join|putCode|takeCode|end|endAllOf)$/;

/**
 * Durable turns a second: a customer's message is stored, acknowledged, decided on, answered, and its replies have reached
 * the customer's stream. `ratio` is to the floor, one insert by a bare express route; beside it stands the ratio to an even
 * barer insert (`servers/floor.ts` says what each is). All take turns within one run, so that only their ratios count.
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
      sides.push(await startSide(name, places[n]!.env));
    }
    const [floor, desk] = sides as [Side, Side];
    for (const way of ['floor', 'bare-insert'] as const) await inserts(floor, way, 16, FLOOR_MS);
    for (let n = 0; n < WARM_ROUNDS; n += 1) await turns(desk, 16, TURNS_MS);
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
  const rounds: { floor: Slice; bare: Slice; desk: Slice }[] = [];
  for (let n = 0; n < ROUNDS; n += 1)
    rounds.push({
      floor: await inserts(floor, 'floor', atOnce, FLOOR_MS),
      bare: await inserts(floor, 'bare-insert', atOnce, FLOOR_MS),
      desk: await turns(desk, atOnce, TURNS_MS, told),
    });
  const of = (value: (round: (typeof rounds)[number]) => number) => median(rounds.map(value));
  const accepted = told.map((one) => one.accepted);
  const answered = told.map((one) => one.answered);
  return {
    conversations: atOnce,
    'floor/s': Math.round(of((round) => round.floor.perSecond)),
    'bare insert/s': Math.round(of((round) => round.bare.perSecond)),
    'turns/s': Math.round(of((round) => round.desk.perSecond)),
    ratio: rounded(of((round) => round.desk.perSecond / round.floor.perSecond)),
    'to bare insert': rounded(of((round) => round.desk.perSecond / round.bare.perSecond)),
    'floor cpu us': Math.round(of((round) => round.floor.cpu)),
    'turn cpu us': Math.round(of((round) => round.desk.cpu)),
    'accepted p50 ms': rounded(median(accepted), 1),
    'p99 ms': rounded(percentile(accepted, 0.99), 1),
    'answered p50 ms': rounded(median(answered), 1),
    'answered p99 ms': rounded(percentile(answered, 0.99), 1),
  };
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
