import type { Message, Update, User } from 'telegraf/types';
import type { InboundFile, InboundMessage } from '../src/domain/message.js';

/** What an update means for the desk. */
export interface ReadUpdate {
  inbound?: InboundMessage;
  /** The pressed button's query, to be answered. */
  callbackId?: string;
  /** The customer who can be written to again. */
  reachable?: string;
  /** Why there is nothing for the desk in it. */
  strange?: string;
}

/** Bot commands in the words that the dialog knows. */
const COMMANDS: Record<string, { zh: string; en: string }> = {
  start: { zh: '你好', en: 'hello' },
  help: { zh: '帮助', en: 'help' },
  status: { zh: '进度', en: 'status' },
  agent: { zh: '人工', en: 'agent' },
  cancel: { zh: '取消', en: 'cancel' },
};

/** Reads one update of a private chat; `account` is the bot's id. */
export function readUpdate(update: Update, account: string): ReadUpdate {
  const base = { channel: 'telegram', account, sequence: update.update_id };
  if ('message' in update && isPrivate(update.message)) {
    const { message } = update;
    return {
      inbound: {
        ...base,
        ...said(message),
        ...sender(message.from),
        user: String(message.chat.id),
        deliveryId: `m${message.message_id}`,
      },
    };
  }
  if ('edited_message' in update && isPrivate(update.edited_message)) {
    const message = update.edited_message;
    const deliveryId = `m${message.message_id}/${message.edit_date}`;
    return {
      inbound: {
        ...base,
        ...said(message as Message),
        ...sender(message.from),
        user: String(message.chat.id),
        deliveryId,
        edits: `m${message.message_id}`,
      },
    };
  }
  if ('callback_query' in update) {
    const { callback_query: pressed } = update;
    const choice = 'data' in pressed ? pressed.data : undefined;
    const inbound = choice
      ? { ...base, ...sender(pressed.from), user: String(pressed.from.id), deliveryId: `c${pressed.id}`, choice }
      : undefined;
    return { inbound, callbackId: pressed.id };
  }
  if ('my_chat_member' in update) {
    const { chat, new_chat_member: now } = update.my_chat_member;
    return now.status === 'member' && chat.type === 'private'
      ? { reachable: String(chat.id) }
      : { strange: 'my_chat_member' };
  }
  return { strange: Object.keys(update).find((key) => key !== 'update_id') ?? 'empty' };
}

const isPrivate = (message: { chat?: { type?: string } } | undefined): boolean => message?.chat?.type === 'private';

const sender = (from: User | undefined): Pick<InboundMessage, 'locale' | 'displayName'> => ({
  locale: from?.language_code,
  displayName: [from?.first_name, from?.last_name].filter(Boolean).join(' ') || undefined,
});

function said(message: Message): Pick<InboundMessage, 'text' | 'files' | 'sticker'> {
  const text = 'text' in message ? message.text : 'caption' in message ? message.caption : undefined;
  const files = filesOf(message);
  const sticker = 'sticker' in message;
  return {
    text: command(text, message) ?? text,
    ...(files.length > 0 && { files }),
    ...(sticker && { sticker, text: message.sticker.emoji ?? '' }),
  };
}

function command(text: string | undefined, { from }: Message): string | undefined {
  const name = /^\/(\w+)(?:@\w+)?(?:\s|$)/.exec(text ?? '')?.[1];
  const known = name ? COMMANDS[name] : undefined;
  return known && (from?.language_code?.startsWith('zh') ? known.zh : known.en);
}

function filesOf(message: Message): InboundFile[] {
  const file = (mediaId: string, name: string, type: string, size?: number): InboundFile[] => [
    { mediaId, name, type, size },
  ];
  const id = message.message_id;
  if ('photo' in message) {
    const largest = message.photo.at(-1)!;
    return file(largest.file_id, `photo-${id}.jpg`, 'image/jpeg', largest.file_size);
  }
  if ('document' in message)
    return file(
      message.document.file_id,
      message.document.file_name ?? `file-${id}`,
      message.document.mime_type ?? '',
      message.document.file_size,
    );
  if ('voice' in message)
    return file(
      message.voice.file_id,
      `voice-${id}.ogg`,
      message.voice.mime_type ?? 'audio/ogg',
      message.voice.file_size,
    );
  if ('audio' in message)
    return file(
      message.audio.file_id,
      message.audio.file_name ?? `audio-${id}`,
      message.audio.mime_type ?? '',
      message.audio.file_size,
    );
  if ('video' in message)
    return file(
      message.video.file_id,
      message.video.file_name ?? `video-${id}.mp4`,
      message.video.mime_type ?? 'video/mp4',
      message.video.file_size,
    );
  if ('video_note' in message)
    return file(message.video_note.file_id, `video-${id}.mp4`, 'video/mp4', message.video_note.file_size);
  return [];
}
