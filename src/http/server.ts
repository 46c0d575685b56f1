import express, { type Express } from 'express';
import { statusRoutes } from './case/status-routes.js';
import { chatRoutes } from './chat/chat-routes.js';
import { TypingShown } from './chat/typing-shown.js';
import { healthRoutes, timed } from './health/health-routes.js';
import type { HttpPorts } from './http-ports.js';
import { fileLinkRoutes } from './file-link.js';
import { jsonBody } from './json-body.js';
import { pages } from './pages.js';
import { notFound, problems } from './problem.js';
import { securityHeaders } from './security-headers.js';
import { WhoIsThere } from './staff/presence.js';
import { staffRoutes } from './staff/staff-routes.js';

/** All doors of the desk. */
export function createHttp(ports: HttpPorts): Express {
  const app = express();
  app.set('query parser', 'simple'); // strings and lists of strings, never objects
  app.set('trust proxy', 'loopback'); // a proxy on this machine says who the client is
  app.disable('x-powered-by');
  app.disable('etag'); // answers are read once; files have their own
  app.use(timed(ports.metrics), securityHeaders(ports.allowedOrigins, ports.publicUrl));
  const who = new WhoIsThere(ports);
  app.use('/chat', jsonBody(), chatRoutes(ports, new TypingShown(ports, who)));
  app.use(healthRoutes(ports));
  for (const mount of ports.mounts) mount(app);
  app.use('/case', statusRoutes(ports));
  app.use('/files', fileLinkRoutes(ports));
  app.use('/desk/api', jsonBody(), staffRoutes(ports, who));
  app.use(pages(ports.webRoot));
  app.use(notFound, problems(ports.log));
  return app;
}
