import type { Channel, ChannelDesk, OutboundMessage } from '../../domain/channel.js';

const MAGIC: Record<string, number[]> = {
  'image/jpeg': [0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52],
  'image/gif': [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x34],
  'audio/mpeg': [0x49, 0x44, 0x33, 4, 0, 0],
  'audio/ogg': [0x4f, 0x67, 0x67, 0x53],
  'video/mp4': [0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x6d, 0x70, 0x34, 0x32],
};

/** The transcript's channel: it hands the desk what customers do, and keeps what reaches them. */
export class ScriptedChannel implements Channel {
  readonly name = 'scripted';
  readonly capabilities = {
    push: true,
    pull: false,
    buttons: 10,
    labelLength: 100,
    textLength: 10_000,
    files: true,
    paceMs: { chat: 0, channel: 0 },
  };
  readonly delivered = new Map<string, OutboundMessage[]>();
  readonly away = new Set<string>();
  readonly #files = new Map<string, { type: string; size: number; name: string }>();
  #desk: ChannelDesk | undefined;
  #deliveries = 0;

  to(user: string): OutboundMessage[] {
    return this.delivered.get(user) ?? [];
  }

  async send(message: OutboundMessage) {
    if (this.away.has(message.user))
      return { sent: false, retry: false, blocked: true, because: 'the customer is away' } as const;
    this.delivered.set(message.user, [...this.to(message.user), message]);
    return { sent: true } as const;
  }

  async take(
    user: string,
    what: { text?: string; choice?: string; file?: { name: string; type: string; size: number } },
    locale: string | undefined,
    deliveryId = `d${++this.#deliveries}`,
  ) {
    const mediaId = what.file && `media-${deliveryId}`;
    if (mediaId) this.#files.set(mediaId, what.file!);
    const files = what.file && [{ mediaId: mediaId!, ...what.file }];
    await this.#desk!.take({
      channel: this.name,
      account: 'default',
      user,
      deliveryId,
      text: what.text,
      choice: what.choice,
      files,
      locale,
      address: {},
    });
    return deliveryId;
  }

  async reachable(user: string): Promise<void> {
    await this.#desk!.reachable(this.name, 'default', user);
  }

  async fetchFile(mediaId: string) {
    const { type, size, name } = this.#files.get(mediaId)!;
    const bytes = Buffer.alloc(size, mediaId);
    Buffer.from(MAGIC[type] ?? []).copy(bytes);
    return { bytes, type, name };
  }

  async start(desk: ChannelDesk): Promise<void> {
    this.#desk = desk;
  }

  async stop(): Promise<void> {
    this.#desk = undefined;
  }
}
