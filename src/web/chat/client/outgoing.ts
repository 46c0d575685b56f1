import type { Keep } from '../../shared/keep.js';
import type { Delivery } from './contract.js';

export interface OutgoingFile {
  name: string;
  size: number;
  /** A small picture as a data URL, for images. */
  thumb?: string;
  fileId?: string;
  /** Share sent, 0 to 1. */
  share?: number;
}

/** One message of the customer's on its way. `state` is not kept: what was not taken waits again after a reload. */
export interface Outgoing {
  id: string;
  /** Milliseconds since 1970; also the order of sending. */
  at: number;
  /** What is shown: the text, or the label of the choice. */
  text: string;
  choice?: string;
  files?: OutgoingFile[];
  /** It was posted at least once, so the desk may have it already. */
  posted?: boolean;
  state: 'uploading' | 'waiting' | 'sending' | 'stored' | 'failed';
  /** The code of the problem that it failed with. */
  why?: string;
}

export function deliveryOf({ id, text, choice, files }: Outgoing): Delivery {
  if (choice !== undefined) return { id, choice };
  if (files) return { id, files: files.flatMap(({ fileId }) => fileId ?? []) };
  return { id, text };
}

/** What is not yet taken by the desk, one key a message, so that two tabs never overwrite each other's. */
export class Outbox {
  constructor(
    private readonly keep: Keep,
    private readonly prefix: string,
  ) {}

  load(): Outgoing[] {
    const all = this.keep.keys(this.prefix).flatMap((key) => {
      const entry = parse(this.keep.get(key));
      return entry ? [{ ...entry, state: 'waiting' as const, why: undefined }] : [];
    });
    return all.sort((a, b) => a.at - b.at);
  }

  put(entry: Outgoing): void {
    this.keep.set(this.prefix + entry.id, JSON.stringify(entry));
  }

  remove(id: string): void {
    this.keep.remove(this.prefix + id);
  }
}

function parse(kept: string | undefined): Outgoing | undefined {
  try {
    const entry = JSON.parse(kept ?? 'null') as Outgoing | null;
    return entry?.id && typeof entry.at === 'number' ? entry : undefined;
  } catch {
    return undefined;
  }
}
