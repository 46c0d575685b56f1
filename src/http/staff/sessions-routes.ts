import { Router } from 'express';
import { z } from 'zod';
import { RedressError } from '../../errors.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { adminOnly } from './account-routes.js';
import { noteBySender } from './note-deed.js';
import { inSession } from './session.js';

export const SessionQuery = z.object({ name: z.string().min(1).max(40).optional() });

/** Where people are signed in: one's own sessions, for an admin everybody's; listed and ended. */
export function sessionsRoutes(ports: Pick<StaffPorts, 'stores' | 'ids' | 'now'>): Router {
  const router = Router();

  router.get('/sessions', async (request, response) => {
    const { person, session } = inSession(response);
    const { name } = read(SessionQuery, request.query);
    const admin = person.roles.includes('admin');
    if (name !== undefined && name !== person.name) adminOnly(response);
    const on = await ports.stores.sessions.list(ports.now(), name ?? (admin ? undefined : person.name));
    const sessions = on.map(({ id, name: whose, createdAt, expiresAt }) => ({
      id,
      name: whose,
      createdAt,
      expiresAt,
      current: id === session.id,
    }));
    response.json({ sessions });
  });

  router.delete('/sessions/:id', async (request, response) => {
    const { person } = inSession(response);
    const found = await ports.stores.sessions.find(String(request.params.id), ports.now());
    const may = found && (found.name === person.name || person.roles.includes('admin'));
    if (!may) throw new RedressError('NOT_FOUND', 'There is no such session.');
    await ports.stores.sessions.end(found.id);
    await noteBySender(ports, response, 'end-session', { about: found.name });
    response.status(204).end();
  });

  return router;
}
