import type { InboundFile, Message } from '../domain/message.js';
import type { Channel } from '../domain/channel.js';
import type { Ids, Stores } from '../domain/ports.js';
import { checkEvidence, EvidenceRefused } from './evidence.js';

interface Needs {
  stores: Pick<Stores, 'files' | 'messages' | 'obligations'>;
  channels: Map<string, Channel>;
  ids: Ids;
  now(): Date;
}

const RETRY_MS = 60_000;

export const isMissing = ({ fileId, mediaId, refused }: InboundFile): boolean =>
  !fileId && mediaId !== undefined && !refused;

/** Fetches what a message keeps only by the vendor's media id; what cannot be fetched now is owed. Answers the message with what is known. */
export async function fetchFiles({ stores, channels, ids, now }: Needs, message: Message): Promise<Message> {
  if (!message.files.some(isMissing) || !message.inbound) return message;
  const channel = channels.get(message.inbound.channel);
  const files = await Promise.all(message.files.map((file) => (isMissing(file) ? fetched(file) : file)));
  await stores.messages.update(message.id, { state: message.state }, { files });
  if (files.some(isMissing)) {
    const dueAt = new Date(now().getTime() + RETRY_MS);
    const { id, conversationId } = message;
    await stores.obligations.owe({
      id: `fetch/${id}`,
      kind: 'fetch-file',
      conversationId,
      messageId: id,
      detail: {},
      dueAt,
      state: 'owed',
      order: 0,
    });
  }
  return { ...message, files };

  async function fetched(file: InboundFile): Promise<InboundFile> {
    const got = await channel?.fetchFile?.(file.mediaId!, message.inbound?.address ?? {}).catch(() => undefined);
    if (!got) return file;
    try {
      const { name, type, bytes } = await checkEvidence(file.name || got.name || 'file', got.bytes);
      const { sha256, size } = await stores.files.put(bytes);
      const fileId = ids.next();
      await stores.files.register({
        fileId,
        conversationId: message.conversationId,
        name,
        type,
        size,
        sha256,
        at: now(),
      });
      return { ...file, fileId, name, type, size, sha256 };
    } catch (error) {
      if (error instanceof EvidenceRefused) return { ...file, refused: error.fault };
      throw error;
    }
  }
}
