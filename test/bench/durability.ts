import { connect } from '../../src/storage/connect.js';
import { everyPage } from '../../src/storage/every-row.js';
import type { Row } from '../../src/storage/models.js';
import type { Told } from './lib/customers.js';
import { engines, type Engine, type Place } from './lib/engines.js';
import { median, percentile, rounded, table } from './lib/figures.js';
import { inserts, startSide, turns, type Side, type Slice } from './lib/load.js';

const AT_ONCE = [1, 16, 128];
const ROUNDS = 3;
/** A desk runs for weeks: what its compiler does in the first seconds is not a turn's cost. */
const WARM_ROUNDS = 6;
const WARM_MS = 1000;
const FLOOR_MS = 800;
const TURNS_MS = 1500;
const STORED = [1_000, 100_000];
const INSERTS = ['floor', 'bare-insert'] as const;
/** The servers that hold the intake with the same customers. */
const TALKING = ['desk', 'waterfall', 'wizard'] as const;
type Measured = (typeof INSERTS)[number] | (typeof TALKING)[number];
const TARGET = { ratioAt16: 0.5, costTimes: 1.3 };

/**
 * What durability costs: acknowledged and answered turns a second, against a bare route with one insert (`servers/floor.ts`)
 * and against the same intake in two other frameworks, held with the same customers and given the same durable writes
 * (`lib/durable-peer.ts`), all in one run on the same engine; and whether a turn costs more where much is stored.
 */
export async function run({ json }: { json: boolean }): Promise<object> {
  const measured = [];
  for (const engine of engines()) {
    const { rows, cpu } = await measure(engine);
    const stored = engine.name === 'embedded' ? await costByStored(engine) : undefined;
    measured.push({ engine: engine.name, conversations: rows, cpu, ...(stored && { stored }) });
    if (json) continue;
    console.log(`\n${engine.name}\n${table(rows)}\n\n${table(cpu)}`);
    if (stored)
      console.log(
        `\n${table(stored.rows)}\ncost a turn grows ${stored.times} times (target: at most ${TARGET.costTimes})`,
      );
  }
  if (!json && measured.length === 1) console.log('skipped: MongoDB: MONGODB_URI is not set');
  return { target: TARGET, engines: measured };
}

async function measure(engine: Engine) {
  const places: Place[] = ['floor', ...TALKING].map(() => engine.place());
  const sides: Side[] = [];
  try {
    for (const [n, name] of ['floor', ...TALKING].entries()) sides.push(await startSide(name, places[n]!.env));
    const [floor, ...talking] = sides as [Side, ...Side[]];
    for (const way of INSERTS) await inserts(floor, way, 16, FLOOR_MS);
    for (let n = 0; n < WARM_ROUNDS; n += 1) for (const side of talking) await turns(side, 16, WARM_MS);
    const rows = [];
    const cpu = [];
    for (const atOnce of AT_ONCE) {
      const told: Told[] = [];
      const rounds: Record<Measured, Slice>[] = [];
      for (let n = 0; n < ROUNDS; n += 1) {
        const round: Partial<Record<Measured, Slice>> = {};
        for (const way of INSERTS) round[way] = await inserts(floor, way, atOnce, FLOOR_MS);
        for (const [at, name] of TALKING.entries())
          round[name] = await turns(talking[at]!, atOnce, TURNS_MS, name === 'desk' ? told : []);
        rounds.push(round as Record<Measured, Slice>);
      }
      const rate = (name: Measured) => Math.round(median(rounds.map((round) => round[name].perSecond)));
      const ratio = (name: Measured) =>
        rounded(median(rounds.map((round) => round.desk.perSecond / round[name].perSecond)));
      const answered = told.map((one) => one.answered);
      rows.push({
        conversations: atOnce,
        'turns/s': rate('desk'),
        'floor/s': rate('floor'),
        'bare insert/s': rate('bare-insert'),
        'waterfall/s': rate('waterfall'),
        'wizard/s': rate('wizard'),
        'to floor': ratio('floor'),
        'to bare insert': ratio('bare-insert'),
        'to waterfall': ratio('waterfall'),
        'to wizard': ratio('wizard'),
        'answered p50 ms': rounded(median(answered), 1),
        'p99 ms': rounded(percentile(answered, 0.99), 1),
      });
      const spent = (name: Measured) => Math.round(median(rounds.map((round) => round[name].cpu)));
      const each = [...TALKING, ...INSERTS].map((name): [string, number] => [name, spent(name)]);
      cpu.push({ 'cpu us each at': atOnce, ...Object.fromEntries(each) });
    }
    return { rows, cpu };
  } finally {
    await end(sides, places);
  }
}

async function end(sides: Side[], places: Place[]): Promise<void> {
  for (const { client, child } of sides) {
    client.close();
    await child.stop();
  }
  for (const place of places) await place.dispose();
}

/** Processor time of a turn where little and where much is stored. */
async function costByStored(engine: Engine) {
  const rows = [];
  for (const stored of STORED) {
    const place = engine.place();
    const first = await startSide('desk', place.env);
    await turns(first, 1, 300);
    await end([first], []);
    await fill(place, stored);
    const desk = await startSide('desk', place.env);
    for (let n = 0; n < WARM_ROUNDS; n += 1) await turns(desk, 16, TURNS_MS);
    const slices: Slice[] = [];
    for (let n = 0; n < ROUNDS; n += 1) slices.push(await turns(desk, 16, TURNS_MS));
    rows.push({
      'stored conversations': stored,
      'turns/s': Math.round(median(slices.map(({ perSecond }) => perSecond))),
      'cpu us a turn': Math.round(median(slices.map(({ cpu }) => cpu))),
    });
    await end([desk], [place]);
  }
  return { rows, times: rounded(rows[1]!['cpu us a turn'] / rows[0]!['cpu us a turn']) };
}

/** Copies of a conversation that was really held, with its messages, under ids that sort before those given now. */
async function fill({ env }: Place, stored: number): Promise<void> {
  const { models, close } = await connect({ dataDir: env.DATA_DIR });
  const said: Row[] = [];
  for await (const rows of everyPage(models.messages)) said.push(...rows);
  const held = said[0]!.conversationId as string;
  const conversation = (await models.conversations.collection.findOne({ _id: held as never })) as Row | null;
  const messages = said.filter(({ conversationId }) => conversationId === held).slice(0, 4);
  for (let n = 0; n < stored; n += 500) {
    const ids = Array.from({ length: Math.min(500, stored - n) }, (_, m) => `0-stored-${n + m}`);
    const copies = ids.map((id) => ({ ...conversation, _id: id, user: id, customerId: `customer-${id}` }));
    await models.conversations.collection.insertMany(copies as never);
    const lines = ids.flatMap((id) =>
      messages.map((row) => ({ ...row, _id: row._id.replaceAll(held, id), conversationId: id, due: undefined })),
    );
    await models.messages.collection.insertMany(lines as never);
  }
  await close();
}
