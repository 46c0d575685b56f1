import { Router } from 'express';
import type { StaffPorts } from '../staff-ports.js';
import { openApi } from './openapi.js';

export function openApiRoutes(ports: Pick<StaffPorts, 'verbs'>): Router {
  const document = openApi(ports.verbs);
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  return router;
}
