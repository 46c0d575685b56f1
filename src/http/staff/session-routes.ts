import { Router } from 'express';
import { z } from 'zod';
import type { StaffAccount } from '../../domain/ports.js';
import { RedressError } from '../../errors.js';
import { read } from '../problem.js';
import { noteBySender, noteDeed } from './note-deed.js';
import { hashPassword, Password } from './passwords.js';
import { beginSession, endSession, inSession, personOf, whoSent } from './session.js';
import { accountFor, type SignInPorts } from './sign-in.js';

export const Credentials = z.strictObject({ name: z.string().min(1).max(100), password: z.string().min(1).max(200) });
export const PasswordChange = z.strictObject({ current: z.string().min(1).max(200), password: Password });

const who = (account: StaffAccount, csrf: string) => ({
  person: { ...personOf(account), ...(account.mustChangePassword && { mustChangePassword: true }) },
  csrf,
});

/** Signing in: the one door without a session. */
export function signInRoutes(ports: SignInPorts): Router {
  const router = Router();
  router.post('/session', async (request, response) => {
    const account = await accountFor(ports, read(Credentials, request.body), request, response);
    const before = await whoSent(ports, request);
    if (before) await ports.stores.sessions.end(before.session.id);
    const { csrf } = await beginSession(ports, account.name, response);
    await noteDeed(ports, account.name, 'sign-in');
    response.json(who(account, csrf));
  });
  return router;
}

/** One's own session and password. */
export function sessionRoutes(ports: SignInPorts): Router {
  const router = Router();
  router.get('/session', (_request, response) => {
    const { account, session } = inSession(response);
    response.json(who(account, session.csrf));
  });

  router.delete('/session', async (_request, response) => {
    await endSession(ports, inSession(response).session, response);
    await noteBySender(ports, response, 'sign-out');
    response.status(204).end();
  });

  router.post('/password', async (request, response) => {
    const { current, password } = read(PasswordChange, request.body, 'INVALID');
    const { name } = inSession(response).account;
    const account = await accountFor(ports, { name, password: current }, request, response).catch((error: unknown) => {
      if (error instanceof RedressError && error.code === 'UNAUTHENTICATED')
        throw new RedressError('INVALID', 'current: this is not your password.', 'current');
      throw error;
    });
    const passwordHash = await hashPassword(password, ports.ids.next());
    await ports.stores.staff.update(name, { passwordHash, mustChangePassword: undefined });
    await ports.stores.sessions.endAllOf(name); // whoever else holds one may be why the password is changed
    await noteBySender(ports, response, 'change-password');
    const { csrf } = await beginSession(ports, name, response);
    response.json(who({ ...account, mustChangePassword: undefined }, csrf));
  });
  return router;
}
