import type { Case } from '../domain/case.js';
import type { Conversation } from '../domain/conversation.js';
import type { DialogEvent } from '../domain/dialog.js';
import type { Decision } from './turn.js';

/** A person has the conversation: the bot says nothing, but evidence still joins the draft or the latest open case. */
export function agentListens(
  conversation: Conversation,
  event: Extract<DialogEvent, { type: 'message' }>,
  cases: Case[],
  now: Date,
): Decision {
  const { dialog } = conversation;
  if (event.files.length === 0) return { changes: {}, replies: [] };
  if (dialog.draft) {
    const draft = { ...dialog.draft, evidence: [...dialog.draft.evidence, ...event.files], lastAt: now };
    return { changes: { dialog: { ...dialog, draft } }, replies: [] };
  }
  const open = cases.find(({ status }) => status === 'open' || status === 'waiting-for-customer');
  const perform = open ? [{ verb: 'add-evidence', caseNumber: open.number, args: { files: event.files } }] : [];
  return { changes: {}, replies: [], perform };
}
