import { Router } from 'express';
import { RedressError } from '../../errors.js';
import type { StaffPorts } from '../staff-ports.js';
import { adminOnly } from './account-routes.js';

const MOST = 200;

/** What an administrator looks after: channels, what was set aside after five tries, notes of the start. */
export function upkeepRoutes({ stores, now, channels, notes }: StaffPorts): Router {
  const router = Router();

  router.get('/channels', (_request, response) => {
    adminOnly(response);
    response.json({ channels: channels(), notes: notes() });
  });

  router.get('/dead-letters', async (_request, response) => {
    adminOnly(response);
    const parked = await stores.messages.parked(MOST);
    const letters = parked
      .map(({ id, conversationId, text, at, attempts, error }) => ({
        id,
        conversation: conversationId,
        text: text.slice(0, 200),
        at,
        attempts,
        error,
      }))
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    response.json({ letters });
  });

  /** Takes a message up again as if it had just come; once, however often it is asked. */
  router.post('/dead-letters/replay', async (request, response) => {
    adminOnly(response);
    const id = String((request.body as { id?: unknown } | undefined)?.id ?? '');
    const again = await stores.messages.update(
      id,
      { state: 'parked' },
      { state: 'received', due: now(), attempts: 0, error: undefined },
    );
    if (!again) throw new RedressError('NOT_FOUND', 'No message of this id is set aside.');
    response.json({ id, state: 'received' });
  });
  return router;
}
