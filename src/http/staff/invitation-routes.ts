import { Router } from 'express';
import { z } from 'zod';
import type { StaffAccount } from '../../domain/ports.js';
import { RedressError } from '../../errors.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { tokenHash } from '../token.js';
import { noteDeed } from './note-deed.js';
import { hashPassword, Password } from './passwords.js';

const DAYS = 7;

export const Acceptance = z.strictObject({ password: Password });

type Ports = Pick<StaffPorts, 'stores' | 'ids' | 'now' | 'publicUrl'>;

/** A new invitation: the link is shown once, the store keeps the token's hash. */
export function invite({ ids, now, publicUrl }: Ports): { link: string; invitation: StaffAccount['invitation'] } {
  const token = ids.next();
  const expiresAt = new Date(now().getTime() + DAYS * 86_400_000);
  return { link: `${publicUrl}/desk/invitations/${token}`, invitation: { tokenHash: tokenHash(token), expiresAt } };
}

/** For the holder of an invitation's link, who has no session yet. */
export function invitationRoutes(ports: Ports): Router {
  const router = Router();
  router.get('/invitations/:token', async (request, response) => {
    const { name, displayName } = await invited(ports, String(request.params.token));
    response.json({ name, displayName });
  });

  router.post('/invitations/:token', async (request, response) => {
    const token = String(request.params.token);
    const { name, displayName } = await invited(ports, token);
    const { password } = read(Acceptance, request.body, 'INVALID');
    const passwordHash = await hashPassword(password, ports.ids.next());
    await invited(ports, token); // it may have been used while the password was hashed
    await ports.stores.staff.update(name, {
      passwordHash,
      invitation: undefined,
      mustChangePassword: undefined,
      failures: 0,
      lockedUntil: undefined,
    });
    await noteDeed(ports, name, 'accept-invitation');
    response.json({ name, displayName });
  });
  return router;
}

async function invited({ stores, now }: Ports, token: string): Promise<StaffAccount> {
  const account = await stores.staff.byInvitation(tokenHash(token));
  if (!account?.active || !account.invitation || account.invitation.expiresAt <= now())
    throw new RedressError('NOT_FOUND', 'This invitation was used, has expired, or never was.');
  return account;
}
