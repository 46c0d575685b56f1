import { Router } from 'express';
import { z } from 'zod';
import { namesPrivatePlace, WEBHOOK_EVENTS, type Webhook } from '../../domain/webhook.js';
import { RedressError } from '../../errors.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { adminOnly } from './account-routes.js';
import { noteBySender } from './note-deed.js';
import { senderOf } from './session.js';

const MOST = 200;

export const NewWebhook = z.strictObject({
  url: z.string().max(2000),
  events: z.array(z.enum(WEBHOOK_EVENTS)).min(1),
});

type Ports = Pick<StaffPorts, 'stores' | 'ids' | 'now' | 'privateWebhooks'>;

/** Other systems that are told of cases; an admin's. */
export function webhookRoutes(ports: Ports): Router {
  const { ids, now, privateWebhooks } = ports;
  const { webhooks } = ports.stores;
  const router = Router();

  router.get('/webhooks', async (_request, response) => {
    adminOnly(response);
    response.json({ webhooks: (await webhooks.all()).map(shown) });
  });

  router.post('/webhooks', async (request, response) => {
    adminOnly(response);
    const { url, events } = read(NewWebhook, request.body, 'INVALID');
    mayBeTold(url, privateWebhooks);
    const secret = ids.next();
    const { name: createdBy } = senderOf(response).person;
    const made: Webhook = { id: ids.next(), url, events, secret, createdBy, createdAt: now() };
    await webhooks.create(made);
    await noteBySender(ports, response, 'make-webhook', { about: made.id, detail: { host: new URL(url).host } });
    response.status(201).json({ ...shown(made), secret });
  });

  router.delete('/webhooks/:id', async (request, response) => {
    adminOnly(response);
    if (!(await webhooks.remove(String(request.params.id))))
      throw new RedressError('NOT_FOUND', 'There is no such webhook.');
    await noteBySender(ports, response, 'remove-webhook', { about: String(request.params.id) });
    response.status(204).end();
  });

  router.get('/webhooks/:id/deliveries', async (request, response) => {
    adminOnly(response);
    response.json({ deliveries: await webhooks.of(String(request.params.id), MOST) });
  });

  return router;
}

/** Throws INVALID for what is no address of the web, and for a private place unless the configuration allows it. */
function mayBeTold(given: string, privateToo: boolean): void {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password)
    throw new RedressError('INVALID', 'url: give an address that begins with https:// or http://.', 'url');
  if (!privateToo && namesPrivatePlace(url))
    throw new RedressError('INVALID', 'url: this is a private address; WEBHOOK_ALLOW_PRIVATE=1 allows them.', 'url');
}

const shown = ({ secret: _secret, ...rest }: Webhook) => rest;
