import type { Connection } from 'mongoose';

const WATCHED = ['conversations', 'cases', 'notifications', 'presence'];

/** Calls at each change that a MongoDB tells of; one that has no change streams never calls. Polling finds the same. */
export function changeStream(connection: Connection): (look: () => void) => () => void {
  return (look) => {
    const stream = connection.watch([{ $match: { 'ns.coll': { $in: WATCHED } } }], { maxAwaitTimeMS: 1000 });
    const close = () => void stream.close().catch(() => undefined);
    stream.on('change', look);
    stream.on('error', close); // a standalone server, or one that is away
    return close;
  };
}
