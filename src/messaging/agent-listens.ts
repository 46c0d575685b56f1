import { awaitAgent } from '../domain/agent-promises.js';
import type { Case } from '../domain/case.js';
import type { Conversation } from '../domain/conversation.js';
import type { DialogEvent } from '../domain/dialog.js';
import type { Playbook } from '../domain/playbook.js';
import type { Decision } from './turn.js';

/** A person has the conversation: the bot says nothing, they owe a word, and evidence still joins the draft or the latest open case. */
export function agentListens(
  conversation: Conversation,
  event: Extract<DialogEvent, { type: 'message' }>,
  cases: Case[],
  now: Date,
  { calendar }: Playbook,
): Decision {
  const { dialog, control: before } = conversation;
  const { control, effects } =
    before.by === 'agent' ? awaitAgent(conversation, before, now, calendar) : { control: before, effects: [] };
  if (event.files.length === 0) return { changes: { control }, replies: [], effects };
  if (dialog.draft) {
    const draft = { ...dialog.draft, evidence: [...dialog.draft.evidence, ...event.files], lastAt: now };
    return { changes: { control, dialog: { ...dialog, draft } }, replies: [], effects };
  }
  const open = cases.find(({ status }) => status === 'open' || status === 'waiting-for-customer');
  const perform = open ? [{ verb: 'add-evidence', caseNumber: open.number, args: { files: event.files } }] : [];
  return { changes: { control }, replies: [], perform, effects };
}
