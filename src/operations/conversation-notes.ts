import { z } from 'zod';
import type { Conversation, ConversationNote } from '../domain/conversation.js';
import { text, word } from './arguments.js';
import { conversationVerb, NOTHING, type ConversationContext } from './conversation-verb.js';
import { Refusal } from './refused.js';

/** More would weigh on every message: what should outlast them belongs on a case. */
const MOST = 50;

/** The conversation's notes with one more, for colleagues only. */
export function noted(
  { notes = [], version }: Conversation,
  { person, now }: ConversationContext,
  words: string,
  handedBack = false,
): { notes: ConversationNote[] } {
  const note = { id: `n${version}`, by: person.name, at: now, text: words, ...(handedBack && { handedBack }) };
  return { notes: [...notes, note].slice(-MOST) };
}

export const noteVerb = conversationVerb<{ text: string }>({
  name: 'note',
  on: 'conversation',
  describe: 'Leaves a note for colleagues in a conversation; the customer never sees it.',
  arguments: z.strictObject({ text }),
  decide: (conversation, context, args) => ({ changes: noted(conversation, context, args.text), replies: [] }),
});

export const retractNote = conversationVerb<{ id: string }>({
  name: 'retract-note',
  on: 'conversation',
  describe: 'Takes back a note of one’s own.',
  arguments: z.strictObject({ id: word }),
  decide({ notes = [] }, { person }, { id }) {
    const found = notes.find((note) => note.id === id);
    if (!found) return NOTHING;
    if (found.by !== person.name) throw new Refusal('NOT_YOUR_ROLE', 'A note is taken back by whoever wrote it.');
    return { changes: { notes: notes.filter((note) => note !== found) }, replies: [] };
  },
});
