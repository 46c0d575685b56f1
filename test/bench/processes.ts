import type { Told } from './lib/customers.js';
import { engines, type Place } from './lib/engines.js';
import { median, percentile, rounded, table } from './lib/figures.js';
import { startSide, turns, type Side } from './lib/load.js';

const AT_ONCE = 16;
const ROUNDS = 3;
const WARM_ROUNDS = 2;
const TURNS_MS = 3000;

/** Two desks on one MongoDB against one, under the same number of customers, taking turns within one run. */
export async function run({ json }: { json: boolean }): Promise<object> {
  const mongodb = engines().find(({ name }) => name === 'MongoDB');
  if (!mongodb) {
    if (!json) console.log('skipped: MONGODB_URI is not set');
    return { skipped: 'MONGODB_URI is not set' };
  }
  const places: Place[] = [mongodb.place(), mongodb.place()];
  const sides: Side[] = [];
  try {
    const [alone, pair] = places as [Place, Place];
    for (const { env } of [alone, pair, pair]) sides.push(await startSide('desk', env));
    const teams = [sides.slice(0, 1), sides.slice(1)];
    for (let n = 0; n < WARM_ROUNDS; n += 1) for (const team of teams) await together(team);
    const rounds: Awaited<ReturnType<typeof together>>[][] = [];
    for (let n = 0; n < ROUNDS; n += 1) {
      const round = [];
      for (const team of teams) round.push(await together(team));
      rounds.push(round);
    }
    const rows = teams.map((team, at) => {
      const of = rounds.map((round) => round[at]!);
      const answered = of.flatMap(({ told }) => told.map((one) => one.answered));
      return {
        processes: team.length,
        conversations: AT_ONCE,
        'turns/s': Math.round(median(of.map(({ perSecond }) => perSecond))),
        'answered p50 ms': rounded(median(answered), 1),
        'p99 ms': rounded(percentile(answered, 0.99), 1),
      };
    });
    const ratio = rounded(median(rounds.map(([one, two]) => two!.perSecond / one!.perSecond)));
    if (!json) console.log(`${table(rows)}\ntwo processes do ${ratio} times the turns of one`);
    return { engine: mongodb.name, rows, ratio };
  } finally {
    for (const { client, child } of sides) {
      client.close();
      await child.stop();
    }
    for (const place of places) await place.dispose();
  }
}

/** The customers divided among the processes of one desk. */
async function together(team: Side[]): Promise<{ perSecond: number; told: Told[] }> {
  const told: Told[] = [];
  const slices = await Promise.all(team.map((side) => turns(side, AT_ONCE / team.length, TURNS_MS, told)));
  return { perSecond: slices.reduce((sum, slice) => sum + slice.perSecond, 0), told };
}
