import type { Request, Response } from 'express';
import type { StaffAccount } from '../../domain/ports.js';
import { RedressError } from '../../errors.js';
import type { StaffPorts } from '../staff-ports.js';
import type { Attempts } from './attempts.js';
import { noteDeed } from './note-deed.js';
import { passwordFits } from './passwords.js';

const STORED_MOST = 50;
const STORED_LOCK_MS = 15 * 60_000;

export type SignInPorts = Pick<StaffPorts, 'stores' | 'ids' | 'now' | 'publicUrl'> & { attempts: Attempts };

/**
 * The account of a name and password. Throws the same UNAUTHENTICATED for a wrong password, an unknown name and a closed
 * account, and TOO_MANY with Retry-After for a guesser.
 */
export async function accountFor(
  ports: SignInPorts,
  { name, password }: { name: string; password: string },
  request: Request,
  response: Response,
): Promise<StaffAccount> {
  const address = request.ip ?? '';
  const wait = ports.attempts.begin(name, address);
  if (wait > 0) throw tooMany(wait, response);
  const account = await ports.stores.staff.find(name);
  const fits = await passwordFits(password, account?.passwordHash);
  const locked = account?.lockedUntil ? account.lockedUntil.getTime() - ports.now().getTime() : 0;
  if (locked > 0) throw tooMany(Math.ceil(locked / 1000), response);
  if (!account || !fits || !account.active) {
    if (account) await noteFailure(ports, account);
    throw new RedressError('UNAUTHENTICATED', 'The name or the password is wrong.');
  }
  ports.attempts.succeeded(name, address);
  if (account.failures > 0) await ports.stores.staff.update(name, { failures: 0, lockedUntil: undefined });
  return account;
}

/** Kept with the account too, so that neither a restart nor another process gives a guesser a fresh start. */
async function noteFailure(ports: SignInPorts, { name, failures }: StaffAccount): Promise<void> {
  const full = failures + 1 >= STORED_MOST;
  await ports.stores.staff.update(
    name,
    full ? { failures: 0, lockedUntil: new Date(ports.now().getTime() + STORED_LOCK_MS) } : { failures: failures + 1 },
  );
  await noteDeed(ports, name, full ? 'lock-account' : 'wrong-password');
}

function tooMany(seconds: number, response: Response): RedressError {
  response.set('Retry-After', String(seconds));
  return new RedressError('TOO_MANY', `Too many attempts to sign in; wait ${Math.ceil(seconds / 60)} min.`);
}
