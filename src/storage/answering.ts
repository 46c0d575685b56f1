import type { Stores } from '../domain/ports.js';
import { RedressError } from '../errors.js';

const MONGODB_GONE = /^Mongo.*(Network|ServerSelection|Timeout|Pool|NotConnected|Closed)|^MongooseServerSelection/;
const SQLITE_GONE = /^SQLITE_(FULL|IOERR|BUSY|READONLY|CANTOPEN|CORRUPT|NOTADB)/;

/** The stores, whose errors say UNAVAILABLE when it is the storage that does not answer or cannot keep anything now. */
export function answering(stores: Stores): Stores {
  const rooms = Object.entries(stores).map(([room, store]) => [
    room,
    typeof store === 'function' ? store : Object.fromEntries(Object.entries(store as object).map(guarded)),
  ]);
  return { ...(Object.fromEntries(rooms) as Stores), ping: guarded(['ping', stores.ping])[1] as Stores['ping'] };
}

function guarded([name, method]: [string, unknown]): [string, unknown] {
  if (typeof method !== 'function') return [name, method];
  const call = method as (...args: unknown[]) => Promise<unknown>;
  const guard = async (...args: unknown[]): Promise<unknown> => {
    try {
      return await call(...args);
    } catch (error) {
      throw isGone(error) ? new RedressError('UNAVAILABLE', undefined, undefined, { cause: error }) : error;
    }
  };
  return [name, guard];
}

function isGone(error: unknown): boolean {
  const { name = '', code, message = '', cause } = (error ?? {}) as Partial<Error> & { code?: unknown };
  return (
    MONGODB_GONE.test(name) ||
    SQLITE_GONE.test(String(code)) ||
    // Those that shared the commit of one that met a full disk.
    message === 'The transaction was rolled back by SQLite' ||
    message === 'The embedded desk is closed' ||
    (cause !== undefined && isGone(cause))
  );
}
