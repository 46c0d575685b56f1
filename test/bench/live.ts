import { openChat } from './lib/customers.js';
import { engines, type Engine, type Place } from './lib/engines.js';
import { median, percentile, rounded, table } from './lib/figures.js';
import { startSide, type Side } from './lib/load.js';
import { Watchers } from './lib/watchers.js';

const AGENTS = 200;
const CONVERSATIONS = 2000;
const A_SECOND = 50;
const SECONDS = 5;
const ROUNDS = 3;
const SETTLE_MS = 1500;
/** One of the default procedure's roles, so that every agent may see every conversation. */
const ROLE = 'front-desk';
const TARGET = { ratio: 3 };

/**
 * What agents see live: from a customer's acknowledged message until every entitled watcher was told, against a bare
 * express fan-out of the same bytes in the same run; and what an idle agent's stream costs in memory.
 */
export async function run({ json }: { json: boolean }): Promise<object> {
  const measured = [];
  for (const engine of engines()) measured.push(await measure(engine, json));
  if (!json && measured.length === 1) console.log('skipped: MongoDB: MONGODB_URI is not set');
  return { target: TARGET, agents: AGENTS, conversations: CONVERSATIONS, perSecond: A_SECOND, engines: measured };
}

async function measure(engine: Engine, json: boolean) {
  const place: Place = engine.place();
  const sides: Side[] = [];
  try {
    sides.push(await startSide('live-floor', {}));
    sides.push(await startSide('live-desk', { ...place.env, AGENTS: String(AGENTS), ROLE }));
    const [floor, desk] = sides as [Side, Side];
    const chats: { conversationId: string; token: string }[] = [];
    while (chats.length < CONVERSATIONS)
      chats.push(...(await Promise.all(Array.from({ length: 20 }, () => openChat(desk.client)))));

    const agents = Array.from({ length: AGENTS }, (_, n) => `redress=agent-session-${n}`);
    const onDesk = await Watchers.open(desk.child.port, '/desk/api/v1/feed', agents);
    const onFloor = await Watchers.open(floor.child.port, '/feed', agents);

    const waiting = { floor: [] as number[], desk: [] as number[] };
    let lost = 0;
    for (let round = 0; round <= ROUNDS; round += 1) {
      if (round === 1) Object.assign(waiting, { floor: [], desk: [] }); // the first round warms both up
      const subjects = Array.from({ length: A_SECOND * SECONDS }, (_, n) => `floor-${round}-${n}`);
      lost += await slice(onFloor, subjects, waiting.floor, async (subject) => {
        const words = `id: ${Date.now()}\ndata: {"type":"conversation","id":"${subject}","control":"bot"}\n\n`;
        await floor.client.post('/messages', { event: words });
      });
      for (const { client } of sides) client.close(); // sockets that idled meanwhile may be closing
      const talked = chats.splice(0, A_SECOND * SECONDS);
      const tokens = new Map(talked.map(({ conversationId, token }) => [conversationId, token]));
      lost += await slice(onDesk, [...tokens.keys()], waiting.desk, async (id) => {
        const path = `/chat/conversations/${id}/messages`;
        await desk.client.post(path, { id: 'm1', text: 'The air conditioner dripped.' }, tokens.get(id));
      });
    }
    // Everything is warm by now: what is in use with the streams, less what is without them.
    await settle();
    const withStreams = await desk.child.ask<number>('bytes');
    onDesk.close();
    onFloor.close();
    await settle();
    const idle = withStreams - (await desk.child.ask<number>('bytes'));
    const row = (name: string, all: number[]) => ({
      '': name,
      'p50 ms': rounded(median(all), 1),
      'p99 ms': rounded(percentile(all, 0.99), 1),
    });
    const ratio = (share: number) => rounded(percentile(waiting.desk, share) / percentile(waiting.floor, share));
    const result = {
      engine: engine.name,
      floor: row('floor', waiting.floor),
      desk: row('desk', waiting.desk),
      ratio: { p50: ratio(0.5), p99: ratio(0.99) },
      lost,
      kilobytesAnIdleAgent: rounded(idle / AGENTS / 1024, 1),
    };
    if (!json) {
      console.log(`\n${engine.name}: ${AGENTS} agents, ${CONVERSATIONS} conversations, ${A_SECOND} messages a second`);
      console.log(table([result.floor, result.desk]));
      console.log(`ratio: p50 ${result.ratio.p50}, p99 ${result.ratio.p99} (target: at most ${TARGET.ratio})`);
      console.log(`never told: ${lost}; an idle agent: ${result.kilobytesAnIdleAgent} kB`);
    }
    return result;
  } finally {
    for (const { client, child } of sides) {
      client.close();
      await child.stop();
    }
    await place.dispose();
  }
}

/** Says each of these at its time; adds the milliseconds that each watcher waited; answers how many were never told. */
async function slice(
  watchers: Watchers,
  subjects: string[],
  waited: number[],
  say: (subject: string) => Promise<void>,
): Promise<number> {
  const acknowledged = new Map<string, number>();
  const began = performance.now();
  const said = subjects.map(async (subject, n) => {
    await until(began + (n * 1000) / A_SECOND);
    await say(subject);
    acknowledged.set(subject, performance.now());
  });
  await Promise.all(said);
  await settle();
  let lost = 0;
  for (const [subject, at] of acknowledged) {
    const times = watchers.of(subject);
    lost += AGENTS - times.length;
    // Told before the customer's own client heard the acknowledgement is told at once.
    waited.push(...times.map((time) => Math.max(0, time - at)));
  }
  return lost;
}

const until = (at: number) => new Promise((done) => setTimeout(done, Math.max(0, at - performance.now())));
const settle = () => new Promise((done) => setTimeout(done, SETTLE_MS));
