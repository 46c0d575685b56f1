import { createApp } from '../../../src/app.js';
import type { Stores } from '../../../src/domain/ports.js';
import { serve } from '../lib/child.js';

/** The desk as customers reach it, with a count of what its stores are asked for. */
const asked: Record<string, number> = {};

const counted = (stores: Stores): Stores =>
  Object.fromEntries(
    Object.entries(stores).map(([room, store]) => [
      room,
      typeof store === 'object'
        ? Object.fromEntries(Object.entries(store as object).map((of) => counting(room, of)))
        : store,
    ]),
  ) as unknown as Stores;

function counting(room: string, [name, method]: [string, unknown]): [string, unknown] {
  if (typeof method !== 'function') return [name, method];
  const key = `${room}.${name}`;
  const call = (...args: unknown[]): unknown => {
    asked[key] = (asked[key] ?? 0) + 1;
    return (method as (...args: unknown[]) => unknown)(...args);
  };
  return [name, call];
}

const app = await createApp({ env: { ...process.env, LOG_LEVEL: 'error' }, between: counted });
await app.start();
await app.train();

serve({ cpu: () => process.cpuUsage(), asked: () => asked }, () => app.stop());
