import { scrypt, type ScryptOptions } from 'node:crypto';
import { z } from 'zod';
import { sameText } from '../token.js';

const [N, R, P] = [2 ** 15, 8, 3];
const BYTES = 32;

/** What a password must be; how it is made up is its owner's business. */
export const Password = z
  .string()
  .min(10, 'must have at least 10 characters')
  .max(200, 'must have at most 200 characters');

/** What is kept of a password. `salt` is an unguessable id of its own. */
export async function hashPassword(password: string, salt: string): Promise<string> {
  return ['scrypt', N, R, P, salt, await derive(password, salt, { N, r: R, p: P })].join('$');
}

/** Takes as long when there is nothing to compare with: an unknown name must not answer sooner. */
export async function passwordFits(password: string, stored: string | undefined): Promise<boolean> {
  const [kind, n, r, p, salt, hash] = stored?.split('$') ?? ['scrypt', N, R, P, 'nobody', ''];
  const given = await derive(password, String(salt), { N: Number(n), r: Number(r), p: Number(p) });
  return kind === 'scrypt' && sameText(given, String(hash));
}

let turn: Promise<unknown> = Promise.resolve();

/** One at a time: each takes 32 MB and a fifth of a second, and guesses must not starve everybody else of threads. */
function derive(password: string, salt: string, cost: ScryptOptions): Promise<string> {
  const mine = turn.then(
    () =>
      new Promise<string>((resolve, reject) => {
        scrypt(password.normalize('NFC'), salt, BYTES, { ...cost, maxmem: 64 * 2 ** 20 }, (error, key) =>
          error ? reject(error) : resolve(key.toString('base64url')),
        );
      }),
  );
  turn = mine.catch(() => undefined);
  return mine;
}
