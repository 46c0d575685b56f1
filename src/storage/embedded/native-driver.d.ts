/** mongoose ships its own driver without types; only what the embedded engine builds on is declared. */
declare module 'mongoose/lib/drivers/node-mongodb-native/index.js' {
  import type { Connection as MongooseConnection } from 'mongoose';

  export class NativeConnection extends MongooseConnection {
    constructor(base?: unknown);
    createClient(uri: string, options?: Record<string, unknown>): Promise<this>;
    onOpen(): void;
    _connectionString?: string;
    _closeCalled?: boolean;
  }
  export interface NativeBulkWriteResult {
    insertedCount: number;
    matchedCount: number;
    modifiedCount: number;
    deletedCount: number;
    upsertedCount: number;
    upsertedIds: Record<number, unknown>;
    insertedIds: Record<number, unknown>;
  }
  const driver: {
    Connection: typeof NativeConnection;
    Collection: unknown;
    ClientEncryption: unknown;
    BulkWriteResult: new (raw: object, ordered: boolean) => NativeBulkWriteResult;
  };
  export default driver;
}
