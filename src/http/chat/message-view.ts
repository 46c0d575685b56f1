import type { Language } from '../../domain/language.js';
import type { Message } from '../../domain/message.js';
import type { MessageStore } from '../../domain/ports.js';

/** A message as a customer's client gets it. */
export interface MessageView {
  id: string;
  from: 'bot' | 'agent' | 'customer';
  text: string;
  /** Of the bot's words, where known. */
  language?: Language;
  author?: string;
  choice?: string;
  choices?: { id: string; label: string }[];
  asks?: { field: string; type: string; optional: boolean };
  receipt?: { number: string; link: string };
  files?: { fileId?: string; name: string; type: string; size?: number; link?: string }[];
  at: string;
}

const GAP_PATIENCE_MS = 60_000;
const SHOWN = new Set(['handled', 'parked', 'sent']);

/** What a page of rows shows, and the cursor after it; `offered` keeps the labels of choices from one page to the next. Stops at a place not written yet, so that nothing is passed over. */
export function visible(
  rows: Message[],
  after: number,
  now: Date,
  fileLinkOf: (fileId: string) => string,
  offered = new Map<string, string>(),
): { views: { view: MessageView; seq: number }[]; cursor: number } {
  const views: { view: MessageView; seq: number }[] = [];
  let cursor = after;
  for (const row of rows) {
    const gap = row.seq !== cursor + 1;
    if (gap && now.getTime() - row.at.getTime() < GAP_PATIENCE_MS) break;
    cursor = row.seq!;
    for (const { id, label } of row.choices ?? []) offered.set(id, label);
    if (SHOWN.has(row.state)) views.push({ view: viewOf(row, offered, fileLinkOf), seq: cursor });
  }
  return { views, cursor };
}

const LOOK_BACK = 20;

/** Labels of choices offered shortly before a cursor: a choice made after it is shown by its label. */
export async function offeredBefore(
  messages: MessageStore,
  conversationId: string,
  after: number,
): Promise<Map<string, string>> {
  const from = Math.max(0, after - LOOK_BACK);
  const rows = after > 0 ? await messages.page(conversationId, from, after - from) : [];
  return new Map(rows.flatMap(({ choices = [] }) => choices.map(({ id, label }): [string, string] => [id, label])));
}

function viewOf(row: Message, offered: Map<string, string>, fileLinkOf: (fileId: string) => string): MessageView {
  const { id, from, language, author, choice, choices, asks, receipt, files, at } = row;
  const text = row.text || (choice ? (offered.get(choice) ?? choice) : '');
  const shown = files.map(({ fileId, name, type, size }) => ({
    fileId,
    name,
    type,
    size,
    ...(from === 'agent' && fileId && { link: fileLinkOf(fileId) }),
  }));
  return {
    id,
    from,
    text,
    ...(language && { language }),
    ...(author && from === 'agent' && { author }),
    ...(choice && { choice }),
    ...(choices?.length && { choices }),
    ...(asks && { asks }),
    ...(receipt && { receipt }),
    ...(shown.length > 0 && { files: shown }),
    at: at.toISOString(),
  };
}
