import type { Stores } from '../domain/ports.js';
import { answering } from './answering.js';
import { changeStream } from './change-stream.js';
import { AS_WRITTEN, caseSearch } from './case-search.js';
import { caseStore } from './case-store.js';
import { cannotOpen, connect, type StorageOptions } from './connect.js';
import { conversationStore } from './conversation-store.js';
import { recordStores } from './desk-stores.js';
import { fileStore } from './file-store.js';
import { mendSearch } from './mend-search.js';
import { messageStore } from './message-store.js';
import { migrate } from './migrate.js';
import { obligationStore } from './obligation-store.js';
import { webhookStore } from './webhook-store.js';

/** Opens the storage and all stores over it; throws an error of the catalogue when it cannot. */
export async function openStorage(options: StorageOptions): Promise<Stores> {
  const connected = await connect(options);
  const { models, blobs, engine } = connected;
  const search = caseSearch(engine, options.reader ?? AS_WRITTEN);
  const alone = options.mongodbUri === undefined;
  const records = recordStores(models, options.now, alone);
  try {
    await migrate(connected, records.settings, options);
    for (const model of Object.values(models)) await model.createIndexes();
    await mendSearch(models.cases, search);
  } catch (error) {
    await connected.close().catch(() => undefined);
    throw cannotOpen(error, options);
  }
  return answering({
    conversations: conversationStore(models.conversations, options.now),
    messages: messageStore(models.messages, alone),
    cases: caseStore(models.cases, options.now, search, alone),
    obligations: obligationStore(models.obligations),
    webhooks: webhookStore(models.webhooks, models.webhookDeliveries),
    files: fileStore(models.files, blobs),
    ...records,
    ...(options.mongodbUri && { watch: changeStream(models.conversations.db) }),
    ping: async () => void (await models.settings.collection.findOne({ _id: 'schema' as never }, { maxTimeMS: 2000 })),
    close: connected.close,
  });
}
