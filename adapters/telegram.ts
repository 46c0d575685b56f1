import express, { type Express } from 'express';
import { timingSafeEqual } from 'node:crypto';
import { Telegram } from 'telegraf';
import type { Update } from 'telegraf/types';
import type { Channel, ChannelDesk, OutboundMessage, SendResult } from '../src/domain/channel.js';
import type { AdapterNeeds, SwitchedOn } from './index.js';
import { checkTelegram } from './telegram-check.js';
import { readUpdate } from './telegram-update.js';

export const TELEGRAM = 'telegram';

const UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
/** Short, so that another process takes over soon after this one has died. */
const POLL_SECONDS = 5;
const SEND_MS = 20_000;
const UPLOAD_MS = 60_000;
/** Longer words go before the document. */
const CAPTION = 1024;
const LEASE_MS = 10_000;
const RETRY_MS = 3000;

interface Options {
  token: string;
  /** Given with `publicUrl`: Telegram posts there; else the desk asks for updates. */
  webhook?: { url: string; secret: string };
  apiRoot?: string;
  /** Seconds that one question for updates may wait; shorter in tests. */
  pollSeconds?: number;
}

/** Telegram's Bot API, transport only: telegraf's client carries the calls, nothing else of it is used. */
export function telegram(
  { token, webhook, apiRoot, pollSeconds = POLL_SECONDS }: Options,
  needs: AdapterNeeds,
): SwitchedOn {
  const account = token.split(':')[0]!;
  const api = new Telegram(token, { ...(apiRoot && { apiRoot }), webhookReply: false });
  const holder = needs.ids.next();
  const lease = `${TELEGRAM}-poller/${account}`;
  let desk: ChannelDesk | undefined;
  let polling: Promise<void> | undefined;
  const stopped = new AbortController();

  /** Stores one update; what cannot be understood is passed over. */
  async function take(update: Update): Promise<void> {
    const read = readUpdate(update, account);
    if (read.reachable !== undefined) await desk!.reachable(TELEGRAM, account, read.reachable);
    if (!read.inbound)
      return void (
        read.strange && desk!.log.info({ channel: TELEGRAM, kind: read.strange }, 'an update that is not for the desk')
      );
    await desk!.take(read.inbound);
    if (read.callbackId) await api.answerCbQuery(read.callbackId).catch(() => undefined); // only stops the button's spinner
  }

  /** One poller a token: asks, stores in order, and only then asks for the next ones. */
  async function poll(): Promise<void> {
    let offset = 0;
    let ready = false;
    while (!stopped.signal.aborted) {
      try {
        if (!(await needs.lease(lease, holder, new Date(needs.now().getTime() + LEASE_MS)))) {
          await pause(RETRY_MS);
          continue;
        }
        if (!ready) ready = await api.callApi('deleteWebhook', {}); // polling and a webhook exclude each other
        const updates = await api.callApi(
          'getUpdates',
          { offset, timeout: pollSeconds, allowed_updates: [...UPDATES] },
          { signal: stopped.signal as never },
        );
        for (const update of updates) {
          await take(update);
          offset = update.update_id + 1;
        }
      } catch (error) {
        if (stopped.signal.aborted) return;
        desk?.log.warn({ channel: TELEGRAM, err: reasonOf(error) }, 'Telegram does not answer; asked again soon');
        desk?.failed?.(reasonOf(error));
        await pause(RETRY_MS);
      }
    }
  }

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      stopped.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
    });

  const channel: Channel = {
    name: TELEGRAM,
    capabilities: {
      push: true,
      pull: false,
      buttons: 12,
      labelLength: 64,
      textLength: 4096,
      files: true,
      documents: true,
      paceMs: { chat: 50, channel: 0 },
    },

    async send({ user, text, choices, files = [] }: OutboundMessage): Promise<SendResult> {
      const keyboard = choices.map(({ id, label }) => [{ text: label, callback_data: id.slice(0, 64) }]);
      const extra = {
        link_preview_options: { is_disabled: true },
        ...(keyboard.length > 0 && { reply_markup: { inline_keyboard: keyboard } }),
      };
      try {
        let vendorId: string | undefined;
        const captioned = files.length > 0 && keyboard.length === 0 && text.length <= CAPTION;
        if (!captioned) {
          const { message_id } = await api.callApi(
            'sendMessage',
            { chat_id: user, text, ...extra },
            { signal: AbortSignal.timeout(SEND_MS) as never },
          );
          vendorId = String(message_id);
        }
        for (const [n, { name, read }] of files.entries()) {
          const document = { source: await read(), filename: name };
          const { message_id } = await api.callApi(
            'sendDocument',
            { chat_id: user, document, ...(captioned && n === 0 && text && { caption: text }) },
            { signal: AbortSignal.timeout(UPLOAD_MS) as never },
          );
          vendorId ??= String(message_id);
        }
        return { sent: true, vendorId };
      } catch (error) {
        return failed(error);
      }
    },

    async fetchFile(mediaId) {
      const link = await api.getFileLink(mediaId);
      const answer = await fetch(link, { signal: AbortSignal.timeout(SEND_MS) });
      if (!answer.ok) throw new Error(`the file answered ${answer.status}`);
      return { bytes: Buffer.from(await answer.arrayBuffer()), name: link.pathname.split('/').at(-1) };
    },

    check: () =>
      checkTelegram(
        (method) => api.callApi(method, {}, { signal: AbortSignal.timeout(SEND_MS) as never }),
        webhook?.url ?? '',
        needs.now(),
        reasonOf,
      ),

    async start(started) {
      desk = started;
      if (!webhook) return void (polling = poll());
      await api
        .callApi('setWebhook', { url: webhook.url, secret_token: webhook.secret, allowed_updates: [...UPDATES] })
        .catch((error: unknown) => {
          started.log.error({ channel: TELEGRAM, err: reasonOf(error) }, 'the webhook could not be set');
          started.failed?.(reasonOf(error));
        });
    },

    async stop() {
      stopped.abort();
      if (!polling) return;
      await polling;
      await needs.lease(lease, holder, needs.now()); // the next poller need not wait for it to run out
    },
  };

  /** The webhook's route: the secret first, then the JSON; 503 only while nothing can be stored. */
  function mount(app: unknown): void {
    if (!webhook) return;
    (app as Express).post(
      '/webhooks/telegram',
      express.raw({ type: () => true, limit: '1mb' }),
      async (request, response) => {
        if (!sameSecret(request.get('x-telegram-bot-api-secret-token'), webhook.secret))
          return void response.sendStatus(401);
        const update = parsed(request.body);
        if (update === undefined) return void response.sendStatus(400);
        try {
          await take(update as Update);
          response.sendStatus(200);
        } catch (error) {
          desk?.log.error({ channel: TELEGRAM, err: reasonOf(error) }, 'an update could not be stored');
          response.set('Retry-After', '2').sendStatus(503);
        }
      },
    );
  }

  return { channel, mount };
}

function failed(error: unknown): SendResult {
  type Refusal = { response?: { error_code?: number; parameters?: { retry_after?: number } } };
  const { error_code: status, parameters } = (error as Refusal).response ?? {};
  const because = reasonOf(error);
  if (status === 429) return { sent: false, retry: true, retryAfterMs: (parameters?.retry_after ?? 5) * 1000, because };
  if (status === 403) return { sent: false, retry: false, blocked: true, because };
  if (status === 400) return { sent: false, retry: false, blocked: /chat not found/i.test(because), because };
  return { sent: false, retry: true, because };
}

/** What went wrong, without the token that addresses carry. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : 'unknown';
  return text
    .replace(/^request to \S+ failed, reason: /, '')
    .replace(/\d+:[\w-]{20,}/g, '[token]')
    .slice(0, 200);
}

function parsed(body: unknown): unknown {
  try {
    const value: unknown = JSON.parse(String(body));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return undefined;
  }
}

function sameSecret(given: string | undefined, secret: string): boolean {
  const [left, right] = [Buffer.from(given ?? ''), Buffer.from(secret)];
  return left.length === right.length && timingSafeEqual(left, right);
}
