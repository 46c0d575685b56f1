import type { Channel } from '../src/domain/channel.js';

export const WEB_CHAT = 'web';

/** The web chat: customers fetch what is stored for them, over the routes of `src/http/chat`; nothing is pushed. */
export function webChat(): Channel {
  return {
    name: WEB_CHAT,
    capabilities: {
      push: false,
      pull: true,
      buttons: 12,
      labelLength: 200,
      textLength: 100_000,
      files: true,
      paceMs: { chat: 0, channel: 0 },
    },
    send: async () => ({ sent: true }),
    start: async () => undefined,
    stop: async () => undefined,
  };
}
