import mongoose, { Schema, type Connection, type Model } from 'mongoose';
import { openDesk } from './embedded-desk.js';

const { EJSON } = mongoose.mongo.BSON;

export type AnyDoc = Record<string, unknown>;

/** The same loose model on the embedded engine and on the server that MONGODB_URI names. */
export interface BothEngines {
  /** Puts the same documents into both, then tells how their answers differ; undefined when they agree. */
  difference(docs: AnyDoc[], work: Work): Promise<Difference | undefined>;
  close(): Promise<void>;
}

export type Work = (model: Model<AnyDoc>) => Promise<unknown>;

export interface Difference {
  readonly embedded: string;
  readonly server: string;
}

/** Indexed paths hold scalars or objects; all others hold anything. */
const looseSchema = new Schema(
  { _id: Number },
  { strict: false, strictQuery: false, versionKey: false, minimize: false },
);
looseSchema.index({ n: 1 });
looseSchema.index({ s: 1, n: -1 });
looseSchema.index({ w: -1 });
looseSchema.index({ 'd.x': 1 }, { sparse: true });
looseSchema.index({ u: 1 }, { unique: true, partialFilterExpression: { u: { $exists: true } } });

export async function openBoth(uri: string): Promise<BothEngines> {
  const desk = await openDesk();
  const server = await mongoose.createConnection(uri, { dbName: `redress_differential_${process.pid}` }).asPromise();
  const [embeddedModel, serverModel] = await Promise.all([looseModel(desk.connection), looseModel(server)]);
  return {
    difference: async (docs, work) => {
      const embedded = await answer(embeddedModel, docs, work);
      const onServer = await answer(serverModel, docs, work);
      const agree = embedded === onServer || embedded === UNSUPPORTED;
      return agree ? undefined : { embedded, server: onServer };
    },
    close: async () => {
      await server.dropDatabase();
      await server.close();
      await desk.discard();
    },
  };
}

async function looseModel(connection: Connection): Promise<Model<AnyDoc>> {
  const model: Model<AnyDoc> = connection.model<AnyDoc>('Loose', looseSchema);
  await model.init();
  return model;
}

/** An engine may refuse by name what it cannot do; it may not answer otherwise. */
const UNSUPPORTED = 'unsupported';
const REFUSED = 'refused with';

async function answer(model: Model<AnyDoc>, docs: AnyDoc[], work: Work): Promise<string> {
  await model.collection.deleteMany({});
  if (docs.length > 0) await model.collection.insertMany(structuredCopy(docs));
  try {
    return EJSON.stringify({ answer: inOneOrder(await work(model)) }, { relaxed: true });
  } catch (error) {
    const { code, name } = error as { code?: unknown; name: string };
    if (code === 'UNSUPPORTED_BY_EMBEDDED_ENGINE') return UNSUPPORTED;
    if (code === undefined && !name.startsWith('Mongo')) throw error;
    return `${REFUSED} ${String(code ?? name)}`;
  }
}

function structuredCopy(docs: AnyDoc[]): AnyDoc[] {
  return docs.map((doc) => EJSON.parse(EJSON.stringify(doc, { relaxed: false }), { relaxed: true }) as AnyDoc);
}

/** The order of fields is no promise of either engine. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneOrder);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, below]) => [key, inOneOrder(below)]));
}
