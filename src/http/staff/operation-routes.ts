import { Router } from 'express';
import { z } from 'zod';
import type { StaffPorts } from '../staff-ports.js';

/** Every operation with its arguments, from which clients make their forms. */
export function operationRoutes({ verbs }: Pick<StaffPorts, 'verbs'>): Router {
  const operations = verbs.map(({ name, on, describe, roles, arguments: schema }) => ({
    verb: name,
    on,
    describe,
    arguments: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
    roles,
  }));
  const router = Router();
  router.get('/operations', (_request, response) => {
    response.json({ operations });
  });
  return router;
}
