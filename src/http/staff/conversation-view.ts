import type { Case } from '../../domain/case.js';
import type { Conversation } from '../../domain/conversation.js';
import type { Message } from '../../domain/message.js';

/** A conversation as staff see it. Dates are instants. */
export function conversationView(conversation: Conversation, cases: Case[], last?: Message) {
  const { id, control, channel, displayName, language, playbookId, createdAt, heardFromAt, blocked, dialog, seq } =
    conversation;
  return {
    id,
    control: control.by,
    ...(control.by === 'agent' && { agent: control.agent, since: control.since }),
    ...(control.by === 'agent' && control.awaited && { awaitedSince: control.awaited.since }),
    ...(control.by === 'agent' && control.asked && { asked: control.asked }),
    ...(control.by === 'agent' && control.waited && { waitedSince: control.waited.since }),
    ...(control.by === 'waiting' && {
      since: control.since,
      urgent: control.urgent,
      because: control.because,
      role: control.role,
    }),
    name: displayName ?? dialog.draft?.fields.name ?? cases[0]?.fields.name,
    channel,
    language,
    playbook: playbookId,
    cases: cases.map(({ number }) => number),
    last: last?.text,
    lastBy: last?.by,
    lastFile: last?.files.at(-1)?.name,
    seq,
    blocked: blocked ?? false,
    createdAt,
    heardFromAt,
  };
}

/** What the dialog has noted for a case that is not filed yet, and what it asks now. */
export function knownOf({ dialog: { draft, open } }: Conversation) {
  if (!draft) return undefined;
  const { kind, category, fields } = draft;
  return { kind, category, fields, asks: open?.field ?? open?.kind };
}

/** What was said, with how its delivery stands. */
export function messageRow(message: Message, labels: ReadonlyMap<string, string>) {
  const { id, seq, from, author, by, text, choice, choices, asks, receipt, files, at, state, deliveredAt, error } =
    message;
  return {
    id,
    seq,
    from,
    author,
    by,
    text: text || (choice && (labels.get(choice) ?? choice)) || '',
    choice,
    choices,
    asks,
    receipt,
    files: files.map(({ name, type, size, sha256 }) => ({ name, type, size, sha256 })),
    at,
    state,
    deliveredAt,
    error,
  };
}
