import { scrypt, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { RedressError } from '../../errors.js';
import { sameText } from '../token.js';

const scryptKey = promisify<string, string, number, ScryptOptions, Buffer>(scrypt);
const COST = { N: 2 ** 15, r: 8, p: 3 };
const BYTES = 32;
const QUEUE = 50;

/** What a password must be; how it is made up is its owner's business. */
export const Password = z
  .string()
  .min(10, 'must have at least 10 characters')
  .max(200, 'must have at most 200 characters');

/** What is kept of a password: its cost, `salt` (an unguessable id of its own) and the derived key. */
export async function hashPassword(password: string, salt: string, cost = COST): Promise<string> {
  return ['scrypt', cost.N, cost.r, cost.p, salt, await derive(password, salt, cost)].join('$');
}

/** Takes as long when there is nothing to compare with: an unknown name must not answer sooner. */
export async function passwordFits(password: string, stored: string | undefined): Promise<boolean> {
  const [kind, N, r, p, salt, key] = stored?.split('$') ?? ['scrypt', COST.N, COST.r, COST.p, 'nobody', ''];
  const given = await derive(password, String(salt), { N: Number(N), r: Number(r), p: Number(p) });
  return kind === 'scrypt' && sameText(given, String(key));
}

let turn: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** One at a time: each takes 32 MB and a fifth of a second, and guesses must not starve everybody else of threads. */
async function derive(password: string, salt: string, cost: typeof COST): Promise<string> {
  if (waiting >= QUEUE)
    throw new RedressError('UNAVAILABLE', 'Too many people sign in at this moment; try again soon.');
  waiting += 1;
  const mine = turn.then(() => scryptKey(password.normalize('NFC'), salt, BYTES, { ...cost, maxmem: 64 * 2 ** 20 }));
  turn = mine.catch(() => undefined);
  try {
    return (await mine).toString('base64url');
  } finally {
    waiting -= 1;
  }
}
