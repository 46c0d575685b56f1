import { EventEmitter } from 'node:events';
import type { Absent } from './bson/plain-copy.js';
import { EmbeddedDatabase } from './database.js';
import { UnsupportedByEmbeddedEngine } from './errors.js';
import type { SqliteOptions } from './sql/sqlite.js';
import { DriverClient, refuseOtherMethods } from './unsupported.js';

/** Stands where mongoose keeps its MongoClient: one file, one database. */
export class EmbeddedClient extends EventEmitter {
  private readonly database: EmbeddedDatabase;

  constructor(file: string, databaseName: string, options: SqliteOptions, absent: Absent) {
    super();
    this.database = new EmbeddedDatabase(file, databaseName, options, absent);
  }

  db(name?: string): EmbeddedDatabase {
    if (name !== undefined && name !== this.database.databaseName) {
      throw new UnsupportedByEmbeddedEngine(`a second database (${name}) in one file`);
    }
    return this.database;
  }

  async close(): Promise<void> {
    await this.database.close();
  }
}

refuseOtherMethods(EmbeddedClient.prototype, DriverClient, 'MongoClient');
