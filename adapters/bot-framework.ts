import express, { type Express, type Request, type Response } from 'express';
import type { Activity, CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import type { Channel, ChannelDesk, OutboundMessage, SendResult } from '../src/domain/channel.js';
import { attachmentAllowed, readActivity, serviceUrlAllowed } from './bot-framework-activity.js';
import { checkMicrosoft } from './microsoft-check.js';
import type { SwitchedOn } from './index.js';

export const BOT_FRAMEWORK = 'bot-framework';

const FETCH_MS = 20_000;

interface Options {
  /** Absent: only for an emulator on this machine. */
  app?: { id: string; password: string; tenantId?: string };
  /** Where Microsoft gives tokens; another place in tests. */
  login?: string;
}

type Library = {
  deliver(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<unknown>;
  send: CloudAdapter['continueConversationAsync'];
};

/** The Bot Framework, transport only. botbuilder is loaded at the first activity or reply: it is large, and most desks never need it. */
export function botFramework({ app, login }: Options): SwitchedOn {
  let desk: ChannelDesk | undefined;
  let loaded: Promise<Library> | undefined;
  const library = () => (loaded ??= load(app));

  const channel: Channel = {
    name: BOT_FRAMEWORK,
    capabilities: {
      push: true,
      pull: false,
      buttons: 6,
      labelLength: 40,
      textLength: 20_000,
      files: true,
      documents: true,
      paceMs: { chat: 50, channel: 0 },
    },

    async send(message): Promise<SendResult> {
      const reference = message.address.reference as Partial<ConversationReference> | undefined;
      if (!reference) return { sent: false, retry: false, blocked: true, because: 'the chat has no address' };
      try {
        const { send } = await library();
        let vendorId: string | undefined;
        await send(app?.id ?? '', reference, async (context) => {
          vendorId = (await context.sendActivity(activityOf(message)))?.id;
        });
        return { sent: true, vendorId };
      } catch (error) {
        return failed(error);
      }
    },

    async fetchFile(mediaId, address) {
      const { serviceUrl } = (address.reference ?? {}) as Partial<ConversationReference>;
      if (!attachmentAllowed(mediaId, serviceUrl, app !== undefined))
        throw new Error('the attachment is not where its channel keeps them');
      const answer = await fetch(mediaId, { signal: AbortSignal.timeout(FETCH_MS), redirect: 'error' });
      if (!answer.ok) throw new Error(`the attachment answered ${answer.status}`);
      return { bytes: Buffer.from(await answer.arrayBuffer()), type: answer.headers.get('content-type') ?? undefined };
    },

    check: async () => (app ? checkMicrosoft(app, login) : { ok: true, note: 'emulator-only' }),
    start: async (started) => void (desk = started),
    stop: async () => undefined,
  };

  async function receive(request: Request, response: Response): Promise<void> {
    const forwarded = request.get('x-forwarded-for') ?? request.get('forwarded');
    if (!app && (forwarded !== undefined || !isLoopback(request.socket.remoteAddress)))
      return void response.sendStatus(403);
    const activity = parsed(request.body);
    if (activity === undefined) return void response.sendStatus(400);
    if (!app && !serviceUrlAllowed(activity.serviceUrl)) return void response.sendStatus(403);
    if (typeof activity.type !== 'string' || typeof activity.serviceUrl !== 'string')
      return void response.sendStatus(app ? 401 : 200);
    let stored: Error | undefined;
    try {
      const { deliver } = await library();
      await deliver(
        request.get('authorization') ?? '',
        activity as unknown as Activity,
        async ({ activity: verified }) => {
          const inbound = readActivity(verified);
          if (inbound) await desk!.take(inbound).catch((error: Error) => (stored = error));
          else desk!.log.info({ channel: BOT_FRAMEWORK, kind: verified.type }, 'an activity that is not for the desk');
        },
      );
      if (stored) throw stored;
      response.sendStatus(200);
    } catch (error) {
      const status = stored ? 503 : statusOf(error);
      if (status >= 500)
        desk!.log.error(
          { channel: BOT_FRAMEWORK, err: error instanceof Error ? error.message.slice(0, 200) : 'unknown' },
          'an activity could not be taken',
        );
      if (status === 503) response.set('Retry-After', '2');
      response.sendStatus(status);
    }
  }

  const mount = (doors: unknown) =>
    void (doors as Express).post('/api/messages', express.raw({ type: () => true, limit: '1mb' }), receive);
  return { channel, mount };
}

async function load(app: Options['app']): Promise<Library> {
  const { CloudAdapter: Base, ConfigurationBotFrameworkAuthentication } = (await import('botbuilder')).default;
  class DeskAdapter extends Base {
    deliver(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
      return this.processActivity(authorization, activity, logic);
    }
  }
  const settings = app
    ? {
        MicrosoftAppId: app.id,
        MicrosoftAppPassword: app.password,
        MicrosoftAppType: app.tenantId ? 'SingleTenant' : 'MultiTenant',
        ...(app.tenantId && { MicrosoftAppTenantId: app.tenantId }),
      }
    : {};
  const adapter = new DeskAdapter(new ConfigurationBotFrameworkAuthentication(settings));
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  return {
    deliver: adapter.deliver.bind(adapter),
    send: adapter.continueConversationAsync.bind(adapter) as Library['send'],
  };
}

function activityOf({ text, choices, files = [] }: OutboundMessage): Partial<Activity> {
  const actions = choices.map(({ id, label }) => ({
    type: 'messageBack',
    title: label,
    text: label,
    displayText: label,
    value: { choice: id },
  }));
  return {
    type: 'message',
    text,
    textFormat: 'plain',
    ...(files.length > 0 && {
      attachments: files.map(({ name, type, link }) => ({ name, contentType: type, contentUrl: link })),
    }),
    ...(actions.length > 0 && { suggestedActions: { to: [], actions } }),
  };
}

/** The connector client has retried 429 and 5xx itself; the outbox waits longer before it tries once more. */
function failed(error: unknown): SendResult {
  const { statusCode, message = 'unknown' } = error as { statusCode?: number; message?: string };
  const because = message.slice(0, 200);
  if (statusCode === 403 || statusCode === 404) return { sent: false, retry: false, blocked: true, because };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500 && statusCode !== 429)
    return { sent: false, retry: false, blocked: false, because };
  return { sent: false, retry: true, because };
}

/** A token that does not hold is 401; keys that cannot be fetched are nobody's forgery: 503. */
function statusOf(error: unknown): number {
  const { statusCode, name, message = '' } = error as { statusCode?: number; name?: string; message?: string };
  if (/ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|fetch failed|getaddrinfo|openid|network/i.test(message)) return 503;
  if (statusCode === 401 || statusCode === 403) return statusCode;
  return name === 'AuthenticationError' || /unauthorized|token|jwt|signature/i.test(message) ? 401 : 503;
}

function parsed(body: unknown): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(String(body));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return undefined;
  }
}

const isLoopback = (address: string | undefined): boolean => /^(::1|127\.|::ffff:127\.)/.test(address ?? '');
