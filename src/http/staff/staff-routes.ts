import { Router, type RequestHandler } from 'express';
import { RedressError } from '../../errors.js';
import { notFound } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { accountRoutes } from './account-routes.js';
import { approvalRoutes } from './approval-routes.js';
import { auditRoutes } from './audit-routes.js';
import { Attempts } from './attempts.js';
import { cannedRoutes } from './canned-routes.js';
import { caseRoutes } from './case-routes.js';
import { conversationRoutes } from './conversation-routes.js';
import { courseRoutes } from './course-routes.js';
import { feedRoutes } from './feed.js';
import { fileRoutes } from './file-routes.js';
import { invitationRoutes } from './invitation-routes.js';
import { openApiRoutes } from './openapi-routes.js';
import { operationRoutes } from './operation-routes.js';
import { playbookRoutes } from './playbook-routes.js';
import { presenceRoutes } from './presence-routes.js';
import type { WhoIsThere } from './presence.js';
import { promiseRoutes } from './promise-routes.js';
import { reminderRoutes } from './reminder-routes.js';
import { reportRoutes } from './report-routes.js';
import { sessionRoutes, signInRoutes } from './session-routes.js';
import { ownPasswordOnly, signedInOnly } from './session.js';
import { sessionsRoutes } from './sessions-routes.js';
import { tokenRoutes } from './token-routes.js';
import { upkeepRoutes } from './upkeep-routes.js';
import { webhookRoutes } from './webhook-routes.js';

/** The staff API, below `/desk/api`: all of it for people with a session, but signing in and accepting an invitation. */
export function staffRoutes(ports: StaffPorts, who: WhoIsThere): Router {
  const signIn = { ...ports, attempts: new Attempts(ports.now) };
  const router = Router();
  router.use(neverKept, jsonOnly);
  router.use('/v1', signInRoutes(signIn), invitationRoutes(ports));
  router.use(signedInOnly(ports));
  router.use('/v1', sessionRoutes(signIn));
  router.use(ownPasswordOnly, openApiRoutes(ports));
  router.use(
    '/v1',
    accountRoutes(ports),
    caseRoutes(ports),
    courseRoutes(ports),
    reminderRoutes(ports),
    approvalRoutes(ports),
    playbookRoutes(ports),
    tokenRoutes(ports),
    webhookRoutes(ports),
    upkeepRoutes(ports),
    conversationRoutes(ports, who),
    cannedRoutes(ports),
    presenceRoutes(ports, who),
    promiseRoutes(ports),
    reportRoutes(ports),
    auditRoutes(ports),
    sessionsRoutes(ports),
    fileRoutes(ports),
    operationRoutes(ports),
    feedRoutes(ports, who),
  );
  router.use(notFound);
  return router;
}

const neverKept: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

const UPLOAD = /^\/v1\/conversations\/[^/]+\/files$/;

/** A form of another site can post anything but JSON without being asked first; uploads carry the token of the session. */
const jsonOnly: RequestHandler = (request, _response, next) => {
  const empty = Number(request.get('content-length')) === 0;
  const upload = UPLOAD.test(request.path) && request.is('multipart/form-data');
  if (!empty && !upload && request.is('json') === false)
    throw new RedressError('BAD_REQUEST', 'Send the body as application/json.');
  next();
};
