import { Router, type RequestHandler } from 'express';
import type { HealthPorts } from '../http-ports.js';
import type { Metrics } from './metrics.js';

/** `/healthz` alive, `/readyz` able to work, `/metrics` for Prometheus. */
export function healthRoutes({ ready, notes, metrics }: HealthPorts): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ alive: true });
  });
  router.get('/readyz', async (_request, response) => {
    await ready();
    response.json({ ready: true, notes: notes() });
  });
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}

const DOORS = new Set(['api', 'assets', 'case', 'chat', 'desk', 'webhooks']);

/** Times every request by the door it came through; paths hold ids, so they are no label. */
export function timed({ httpSeconds }: Metrics): RequestHandler {
  return (request, response, next) => {
    const end = httpSeconds.startTimer({ method: request.method });
    const first = request.path.split('/')[1] ?? '';
    response.once('close', () => end({ door: DOORS.has(first) ? first : 'other', status: response.statusCode }));
    next();
  };
}
