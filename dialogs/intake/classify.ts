import type { Kind, Playbook } from '../../src/domain/playbook.js';
import type { Heard } from '../listen.js';
import type { Turn } from '../turn.js';
import { plainOf } from '../understanding/reading.js';
import { kindOf } from './draft.js';

/** Gives the draft its kind and category where the words tell them; what the customer chose stays. */
export function classifyDraft(turn: Turn, heard: Heard): void {
  const draft = turn.draft!;
  const story = draft.fields['content'] ?? '';
  draft.kind ??= kindInWords(turn, heard, story)?.id;
  if (draft.categorySure || story === '') return;
  draft.category = foundCategory(turn, story) ?? draft.category;
}

/** The category that a text tells; none where the classifier is not sure, nor where it would be "other": that the customer says. */
export function foundCategory({ context }: Turn, text: string): string | undefined {
  const { ranked, sure } = context.classify(text, 'category');
  const best = ranked[0]?.label;
  if (!sure || best === 'other') return undefined;
  return context.playbook.categories.find(({ id }) => id === best)?.id;
}

/** Whether somebody must still say what the matter belongs to. */
export function needsCategory(turn: Turn): boolean {
  const draft = turn.draft!;
  const { playbook } = turn.context;
  const { receipt } = kindOf(draft, playbook);
  return (
    draft.category === undefined && playbook.categories.length > 1 && (receipt === 'complaint' || receipt === 'request')
  );
}

function kindInWords(turn: Turn, heard: Heard, story: string): Kind | undefined {
  const { playbook, classify } = turn.context;
  if (playbook.kinds.length === 1) return playbook.kinds[0];
  const named = kindNamed(playbook, heard);
  if (named) return named;
  if (story === '') return undefined;
  const words = plainOf(story).toLowerCase();
  const told = playbook.kinds.find((kind) => kind.words?.some((word) => words.includes(plainOf(word).toLowerCase())));
  if (told) return told;
  const opinion = classify(story, 'kind');
  return opinion.sure ? playbook.kinds.find(({ id }) => id === opinion.ranked[0]?.label) : undefined;
}

function kindNamed({ kinds }: Playbook, { means }: Heard): Kind | undefined {
  if (means.signs.includes('suggestion')) return kinds.find(({ receipt }) => receipt === 'suggestion');
  if (means.signs.includes('complaint-word')) return kinds.find(({ receipt }) => receipt === 'complaint');
  return undefined;
}
