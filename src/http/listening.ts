import { createServer, type RequestListener, type Server } from 'node:http';
import { RedressError } from '../errors.js';

const LAST_REQUESTS_MS = 1500;

/** Opens the port; an error of the catalogue names the variable when it cannot. */
export function listen(doors: RequestListener, { PORT, HOST }: { PORT: number; HOST: string }): Promise<Server> {
  const server = createServer(doors);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken =
        error.code === 'EADDRINUSE'
          ? `PORT: ${PORT} is taken; stop what uses it, or choose another.`
          : `HOST, PORT: the desk cannot listen there (${error.code}).`;
      reject(new RedressError('BAD_CONFIGURATION', taken));
    });
    server.listen(PORT, HOST, () => resolve(server));
  });
}

/** Takes no new requests, lets those in hand end, ends the streams. */
export async function stopListening(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await Promise.race([closed, new Promise<void>((resolve) => void setTimeout(resolve, LAST_REQUESTS_MS).unref())]);
  server.closeAllConnections();
  await closed;
}
