import type { Chat } from './dialog-chat.js';

const MOST = 40;

/**
 * Says the story and answers whatever is asked from the facts, as a scripted customer does: choices among kinds and
 * categories by their ids, optional questions without a fact skipped, "the same matter?" with no, any other offer by its
 * last choice; what was never asked is corrected at the read-back. Answers the fields that were asked, in order.
 */
export function fileBy(chat: Chat, story: string, facts: Record<string, string>): string[] {
  const asked: string[] = [];
  const told = new Set<string>();
  chat.say(story);
  for (let n = 0; n < MOST; n += 1) {
    if (chat.replies.some(({ receipt }) => receipt)) return asked;
    const question = chat.replies.findLast(({ asks, choices }) => asks || choices?.length);
    if (!question) throw new Error(`nothing is asked: ${chat.text}`);
    const ids = (question.choices ?? []).map(({ id }) => id);
    const field = question.asks?.field;
    if (field !== undefined) asked.push(field);
    if (ids.includes('submit')) {
      const untold = Object.keys(facts).find(
        (id) => !told.has(id) && chat.draft?.fields[id] !== facts[id] && !isClass(id, chat, facts),
      );
      if (untold === undefined) chat.choose('submit');
      else {
        told.add(untold);
        chat.say(`change ${untold}`);
      }
      continue;
    }
    const value = field === undefined ? undefined : facts[field];
    if (field !== undefined) told.add(field);
    if (value !== undefined) {
      if (ids.includes(value)) chat.choose(value);
      else chat.say(value);
    } else if (question.asks?.optional) chat.choose('skip');
    else if (field !== undefined) throw new Error(`no fact for ${field}: ${chat.text}`);
    else chat.choose(ids.includes('no') && /\d{3}-\d{4}-\d/.test(chat.text) ? 'no' : ids.at(-1)!);
  }
  throw new Error(`no end: ${chat.text}`);
}

function isClass(id: string, chat: Chat, facts: Record<string, string>): boolean {
  return (id === 'category' || id === 'kind') && chat.draft?.[id] === facts[id];
}
