import type { Connection } from 'mongoose';
import { EmbeddedDatabase } from './database.js';

/**
 * Deletes what TTL indexes (`expireAfterSeconds`) have let expire by `now`; returns how many documents went.
 * A MongoDB server does this by itself, so on its connections there is nothing to do.
 */
export async function sweepExpired(connection: Connection, now: Date): Promise<number> {
  const database: unknown = connection.db;
  return database instanceof EmbeddedDatabase ? database.sweepExpired(now) : 0;
}
