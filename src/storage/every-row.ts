import { createHash } from 'node:crypto';
import mongoose, { type Model } from 'mongoose';
import type { Models, Row } from './models.js';

const AT_ONCE = 500;
const MODULUS = 2n ** 256n;

/** All rows of a collection, page by page in the order of their keys. */
export async function* everyPage({ collection }: Model<Row>): AsyncGenerator<Row[]> {
  for (let last: string | undefined; ;) {
    const rows = (await collection
      .find(last === undefined ? {} : { _id: { $gt: last as never } })
      .sort({ _id: 1 })
      .limit(AT_ONCE)
      .toArray()) as unknown as Row[];
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)!._id;
  }
}

/** Whether nothing is stored: a desk that was never used. */
export async function isEmpty(models: Models): Promise<boolean> {
  for (const { collection } of Object.values(models)) if (await collection.findOne({})) return false;
  return true;
}

/** How much a collection holds, and a hash over all of it that does not depend on the engine or on order. */
export interface Fingerprint {
  count: number;
  hash: string;
}

export async function fingerprints(models: Models): Promise<Record<string, Fingerprint>> {
  const prints: Record<string, Fingerprint> = {};
  for (const [name, model] of Object.entries(models)) {
    let [count, sum] = [0, 0n];
    for await (const rows of everyPage(model)) {
      count += rows.length;
      for (const row of rows) sum = (sum + digest(row)) % MODULUS;
    }
    prints[name] = { count, hash: sum.toString(16).padStart(64, '0') };
  }
  return prints;
}

/** The names of the collections that are not the same. */
export function differing(a: Record<string, Fingerprint>, b: Record<string, Fingerprint>): string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].filter((name) => a[name]?.count !== b[name]?.count || a[name]?.hash !== b[name]?.hash);
}

function digest(row: Row): bigint {
  const text = mongoose.mongo.BSON.EJSON.stringify(row, { relaxed: false });
  return BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
}
