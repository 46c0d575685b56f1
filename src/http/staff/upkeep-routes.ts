import { Router } from 'express';
import { z } from 'zod';
import { RedressError } from '../../errors.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { adminOnly } from './account-routes.js';
import { noteBySender } from './note-deed.js';

const MOST = 200;

export const Replay = z.strictObject({ id: z.string().min(1).max(500) });

/** What an administrator looks after: channels, what was set aside after five tries, notes of the start. */
export function upkeepRoutes(ports: StaffPorts): Router {
  const { stores, now, channels, checkChannel, notes, replayLetter } = ports;
  const router = Router();

  router.get('/channels', async (_request, response) => {
    adminOnly(response);
    response.json({ channels: await channels(), notes: notes() });
  });

  router.post('/channels/:name/test', async (request, response) => {
    adminOnly(response);
    const result = await checkChannel(String(request.params.name));
    if (!result) throw new RedressError('NOT_FOUND', 'There is no such channel, or nobody to ask.');
    response.json(result);
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

  router.post('/dead-letters/replay', async (request, response) => {
    adminOnly(response);
    const { id } = read(Replay, request.body, 'INVALID');
    const letter = await stores.messages.find(id);
    if (!(await replayLetter(id))) throw new RedressError('NOT_FOUND', 'No message of this id is set aside.');
    await noteBySender(ports, response, 'replay-message', { about: letter?.conversationId });
    response.json({ id });
  });

  /** The desk acts on a promise at its next tick, instead of when it was to. */
  router.post('/obligations/replay', async (request, response) => {
    adminOnly(response);
    const { id } = read(Replay, request.body, 'INVALID');
    if (!(await stores.obligations.hasten(id, now())))
      throw new RedressError('NOT_FOUND', 'The desk owes no promise of this id.');
    const owed = await stores.obligations.find(id);
    await noteBySender(ports, response, 'replay-promise', {
      about: owed?.caseNumber ?? owed?.conversationId,
      ...(owed && { detail: { kind: owed.kind } }),
    });
    response.json({ id });
  });

  router.post('/webhook-deliveries/replay', async (request, response) => {
    adminOnly(response);
    const { id } = read(Replay, request.body, 'INVALID');
    if (!(await stores.webhooks.revive(id, now())))
      throw new RedressError('NOT_FOUND', 'No dead delivery has this id.');
    const [webhook = '', number] = id.split('/');
    await noteBySender(ports, response, 'replay-delivery', { about: number, detail: { webhook } });
    response.json({ id });
  });

  return router;
}
