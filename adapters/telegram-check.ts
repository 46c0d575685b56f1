import type { ChannelCheck } from '../src/domain/channel-health.js';

/** One call of the Bot API. Throws what telegraf throws: `response.error_code` where Telegram answered. */
type Call = (method: 'getMe' | 'getWebhookInfo') => Promise<unknown>;

interface WebhookInfo {
  url?: string;
  last_error_date?: number;
  last_error_message?: string;
}

/** A delivery that failed longer ago says nothing of now. */
const LATELY_MS = 3_600_000;

/** Whether Telegram knows the bot's token and brings updates where the desk waits for them (`''`: the desk asks). */
export async function checkTelegram(
  call: Call,
  expected: string,
  now: Date,
  reasonOf: (error: unknown) => string,
): Promise<ChannelCheck> {
  try {
    const { username } = (await call('getMe')) as { username?: string };
    const {
      url = '',
      last_error_date: at = 0,
      last_error_message: said,
    } = (await call('getWebhookInfo')) as WebhookInfo;
    if (url !== expected) return { ok: false, problem: 'telegram-webhook', said: url || undefined };
    if (said && now.getTime() - at * 1000 < LATELY_MS) return { ok: false, problem: 'telegram-delivery', said };
    return { ok: true, ...(username && { account: `@${username}` }) };
  } catch (error) {
    const status = (error as { response?: { error_code?: number } }).response?.error_code;
    if (status === undefined) return { ok: false, problem: 'unreachable', said: reasonOf(error) };
    // An unknown token is 401, one that looks like none 404.
    if (status === 401 || status === 404) return { ok: false, problem: 'telegram-token', said: reasonOf(error) };
    return { ok: false, problem: 'vendor', said: reasonOf(error) };
  }
}
