import type { Heard } from '../listen.js';
import type { Turn } from '../turn.js';
import { classifyDraft } from './classify.js';
import { addEvidence, beginDraft, tellStory } from './draft.js';
import { takeFacts, type Taken } from './facts.js';

/** Takes a message into the draft, which begins with it where there is none: story, facts and files. */
export function takeStory(turn: Turn, heard: Heard): Taken {
  const draft = turn.draft ?? beginDraft(turn);
  const taken = takeFacts(turn, heard);
  const { rest } = heard.means;
  const told = taken.noted.length + taken.changed.length > 0;
  // A message of facts alone is no story.
  if (heard.text !== '' && !(told && rest === '')) tellStory(draft, heard.event.id, heard.text, rest || heard.text);
  addEvidence(draft, heard.event.files);
  classifyDraft(turn, heard);
  return taken;
}
