import { Router, type Response } from 'express';
import { z } from 'zod';
import type { ApiToken } from '../../domain/api-token.js';
import { RedressError } from '../../errors.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { tokenHash } from '../token.js';
import { adminOnly } from './account-routes.js';
import { noteBySender } from './note-deed.js';
import { inSession } from './session.js';

const DAY_MS = 86_400_000;

export const NewToken = z.strictObject({
  label: z.string().trim().min(1).max(80).meta({ description: 'What it is for' }),
  name: z.string().min(1).max(40).optional().meta({ description: 'Whom it acts as; oneself unless given' }),
  roles: z
    .array(z.string().min(1).max(80))
    .min(1)
    .max(20)
    .optional()
    .meta({ description: 'Some of their roles; all unless given' }),
  days: z.number().int().min(1).max(3660).optional().meta({ description: 'Until it expires; never unless given' }),
});

/** API tokens, for admins who signed in: made, listed without their secret, revoked. */
export function tokenRoutes(ports: Pick<StaffPorts, 'stores' | 'ids' | 'now'>): Router {
  const { stores, ids, now } = ports;
  const router = Router();

  router.get('/tokens', async (_request, response) => {
    adminInSession(response);
    response.json({ tokens: (await stores.tokens.all()).map(shown) });
  });

  router.post('/tokens', async (request, response) => {
    const admin = adminInSession(response);
    const { label, name = admin.name, roles, days } = read(NewToken, request.body, 'INVALID');
    const account = await stores.staff.find(name);
    if (!account?.active) throw new RedressError('INVALID', 'name: there is no such person.', 'name');
    const strange = roles?.find((role) => !account.roles.includes(role));
    if (strange !== undefined) throw new RedressError('INVALID', `roles: ${name} does not hold ${strange}.`, 'roles');
    const id = ids.next();
    const token = `${id}.${ids.next()}`;
    const made: ApiToken = {
      id,
      hash: tokenHash(token),
      name,
      label,
      roles: roles ?? account.roles,
      createdBy: admin.name,
      createdAt: now(),
      ...(days !== undefined && { expiresAt: new Date(now().getTime() + days * DAY_MS) }),
    };
    await stores.tokens.create(made);
    const detail = { label, roles: made.roles.join(', '), token: id };
    await noteBySender(ports, response, 'make-token', { about: name, detail });
    response.status(201).json({ ...shown(made), token });
  });

  router.delete('/tokens/:id', async (request, response) => {
    adminInSession(response);
    const id = String(request.params.id);
    const token = await stores.tokens.find(id);
    const revoked = await stores.tokens.revoke(id);
    if (!revoked) throw new RedressError('NOT_FOUND', 'There is no such token.');
    await noteBySender(ports, response, 'revoke-token', {
      about: token?.name,
      detail: { label: token?.label ?? '', token: id },
    });
    response.status(204).end();
  });

  return router;
}

/** A token makes no tokens, so that revoking one ends all that it could do. */
function adminInSession(response: Response) {
  adminOnly(response);
  return inSession(response).person;
}

const shown = ({ hash: _secret, ...rest }: ApiToken) => rest;
