import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import nativeDriver from 'mongoose/lib/drivers/node-mongodb-native/index.js';
import { EmbeddedClient } from './client.js';
import type { SqliteOptions } from './sql/sqlite.js';

/** The settings that mongoose's own connection takes out of its options before it calls the driver. */
const connectionSettings = ['autoIndex', 'autoCreate', 'sanitizeFilter', 'bufferCommands', 'bufferTimeoutMS'] as const;

/**
 * A driver for `new mongoose.Mongoose().setDriver(...)`: `file:` addresses open an embedded desk (its folder must
 * exist), every other address goes to mongoose's own driver. `file:/path` and `file:path` are taken as they stand,
 * `file:///path` is decoded as a URL.
 */
export function embeddedDriver(options: SqliteOptions): unknown {
  class EmbeddedConnection extends nativeDriver.Connection {
    override async createClient(uri: string, settings: Record<string, unknown> = {}): Promise<this> {
      if (!uri.startsWith('file:')) return super.createClient(uri, settings);
      const file = uri.startsWith('file://') ? fileURLToPath(uri) : uri.slice('file:'.length);
      const { config } = this as unknown as { config: Record<string, unknown> };
      for (const name of connectionSettings) if (settings[name] !== undefined) config[name] = settings[name];
      this._connectionString = uri;
      const absent = settings.ignoreUndefined ? 'left out' : 'null';
      const opened = {
        client: new EmbeddedClient(file, basename(file, '.db'), options, absent),
        name: basename(file, '.db'),
        host: 'localhost',
        _closeCalled: false,
      };
      Object.assign(this, opened, { db: opened.client.db() });
      this.onOpen();
      return this;
    }
  }
  return { ...nativeDriver, Connection: EmbeddedConnection };
}
