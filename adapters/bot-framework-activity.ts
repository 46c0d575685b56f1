import type { Activity } from 'botbuilder';
import type { InboundFile, InboundMessage } from '../src/domain/message.js';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const PRIVATE = /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|0\.|localhost$|\[)/;

/** Without an app id anybody could name an address to answer to: only this machine's are taken. */
export function serviceUrlAllowed(serviceUrl: unknown): boolean {
  return (
    typeof serviceUrl === 'string' &&
    URL.canParse(serviceUrl) &&
    new URL(serviceUrl).protocol === 'http:' &&
    LOOPBACK.test(new URL(serviceUrl).hostname)
  );
}

/** Attachments come from the channel's own origin on this machine, or by https from a public host. */
export function attachmentAllowed(url: string, serviceUrl: string | undefined, authenticated: boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  if (!authenticated) return serviceUrlAllowed(serviceUrl) && origin === new URL(serviceUrl!).origin;
  return protocol === 'https:' && !PRIVATE.test(hostname);
}

/** A message activity as the desk takes it; undefined for everything else. */
export function readActivity(activity: Activity): InboundMessage | undefined {
  const { type, id, conversation, from, recipient, channelId, locale, text, value } = activity;
  if (type !== 'message' || !conversation?.id || !from?.id) return undefined;
  const choice =
    typeof value === 'object' && value !== null && typeof (value as { choice?: unknown }).choice === 'string'
      ? (value as { choice: string }).choice
      : undefined;
  const files = (activity.attachments ?? []).flatMap(fileOf);
  if (text === undefined && !choice && files.length === 0) return undefined;
  return {
    channel: 'bot-framework',
    account: `${channelId}/${recipient?.id ?? ''}`,
    user: `${conversation.id}/${from.id}`,
    deliveryId: id ?? `${String(activity.timestamp)}/${text ?? choice ?? ''}`.slice(0, 200),
    ...(choice ? { choice } : { text: text ?? '' }),
    ...(files.length > 0 && { files }),
    locale,
    displayName: from.name || undefined,
    address: { reference: referenceOf(activity) },
  };
}

/** Where replies go: what `TurnContext.getConversationReference` gives, without loading the library for it. */
function referenceOf({ id, from, recipient, conversation, channelId, locale, serviceUrl }: Activity) {
  return { activityId: id, user: from, bot: recipient, conversation, channelId, locale, serviceUrl };
}

function fileOf({
  contentUrl,
  contentType,
  name,
}: {
  contentUrl?: string;
  contentType: string;
  name?: string;
}): InboundFile[] {
  if (!contentUrl || contentType.startsWith('text/html')) return [];
  return [
    {
      mediaId: contentUrl,
      name: (name ?? contentUrl.split('/').at(-1) ?? 'file').replace(/[/\\]/g, '_').slice(0, 200),
      type: contentType,
    },
  ];
}
