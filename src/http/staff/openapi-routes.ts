import { Router } from 'express';
import type { StaffPorts } from '../staff-ports.js';
import { openApi } from './openapi.js';

export function openApiRoutes(ports: Pick<StaffPorts, 'verbs'>): Router {
  let document: object | undefined; // made for the first who asks
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
    response.json((document ??= openApi(ports.verbs)));
  });
  return router;
}
