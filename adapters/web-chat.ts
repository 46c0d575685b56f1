import type { ChannelCheck } from '../src/domain/channel-health.js';
import type { Channel } from '../src/domain/channel.js';

export const WEB_CHAT = 'web';

const PATIENCE_MS = 10_000;

/** The web chat: customers fetch what is stored for them, over the routes of `src/http/chat`; nothing is pushed. */
export function webChat(address?: string): Channel {
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
    ...(address && { check: () => reaches(address) }),
    start: async () => undefined,
    stop: async () => undefined,
  };
}

/** Whether the address that customers are given leads back to a desk, through whatever stands before it. */
async function reaches(address: string): Promise<ChannelCheck> {
  const problem = 'own-address';
  try {
    const answer = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'manual' });
    const { alive } = (await answer.json().catch(() => ({}))) as { alive?: boolean };
    if (answer.ok && alive) return { ok: true, account: address };
    return { ok: false, problem, said: `${address}: HTTP ${answer.status}` };
  } catch (error) {
    const { message = 'unknown', cause } = error as { message?: string; cause?: { message?: string } };
    return { ok: false, problem, said: `${address}: ${cause?.message || message}` };
  }
}
