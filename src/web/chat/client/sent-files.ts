import type { Keep } from '../../shared/keep.js';
import type { ChatMessage } from './contract.js';
import type { OutgoingFile } from './outgoing.js';

const KEPT = 6; // pictures weigh; older messages name their files only

/** Small pictures of the files this browser sent, for drawing them again after a reload. */
export class SentFiles {
  constructor(
    private readonly keep: Keep,
    private readonly prefix: string,
  ) {}

  remember(id: string, files: OutgoingFile[]): void {
    this.keep.set(this.prefix + id, JSON.stringify(files));
    const kept = this.keep.keys(this.prefix);
    for (const key of kept.slice(0, Math.max(0, kept.length - KEPT))) {
      const slim = this.#read(key).map((file) => ({ ...file, thumb: undefined }));
      if (key !== this.prefix + id) this.keep.set(key, JSON.stringify(slim));
    }
  }

  of(message: ChatMessage): OutgoingFile[] {
    const key = this.keep.keys(this.prefix).find((one) => message.id.includes(one.slice(this.prefix.length)));
    return key ? this.#read(key) : (message.files ?? []).map(({ name, size = 0 }) => ({ name, size }));
  }

  #read(key: string): OutgoingFile[] {
    try {
      return JSON.parse(this.keep.get(key) ?? '[]') as OutgoingFile[];
    } catch {
      return [];
    }
  }
}
