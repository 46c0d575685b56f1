import type { Draft } from '../../src/domain/dialog.js';
import type { InboundFile } from '../../src/domain/message.js';
import type { Kind, Playbook } from '../../src/domain/playbook.js';
import type { Turn } from '../turn.js';
import { withoutInsults } from '../understanding/insults.js';

export function beginDraft(turn: Turn): Draft {
  const { id, hash } = turn.context.playbook;
  const draft: Draft = {
    playbook: { id, hash },
    fields: {},
    story: [],
    vague: {},
    passed: [],
    asked: [],
    evidence: [],
    sources: {},
    startedAt: turn.context.now,
    lastAt: turn.context.now,
  };
  turn.dialog.draft = draft;
  return draft;
}

/**
 * Adds to the story; `shown` is what a read-back shows of it. A message that is told again replaces itself; the same words
 * from another one add nothing.
 */
export function tellStory(draft: Draft, id: string, text: string, shown: string): void {
  const piece = { id, text: text.trim(), shown: shown.trim() };
  if (draft.story.some((other) => other.id !== id && other.text === piece.text)) return;
  const at = draft.story.findIndex((other) => other.id === id);
  if (at >= 0) draft.story[at] = piece;
  else draft.story.push(piece);
  draft.fields['content'] = draft.story.map((one) => one.text).join('\n');
}

/** The story told anew: only this stands. */
export function retellStory(draft: Draft, id: string, text: string): void {
  draft.story = [];
  tellStory(draft, id, text, text);
}

/** What a read-back shows of the story: without what only gives facts or only insults; `cut` when insults were left out. */
export function storyToShow(draft: Draft): { text: string; cut: boolean } {
  const told = draft.story.map((piece) => piece.shown).filter(Boolean);
  const shown = told.map(withoutInsults).filter(Boolean);
  if (shown.length === 0) return { text: draft.fields['content'] ?? '', cut: false };
  return { text: shown.join('\n'), cut: shown.join('\n') !== told.join('\n') };
}

export function setField(draft: Draft, field: string, value: string, source: string, vague = false): void {
  const before = draft.fields[field];
  if (before !== undefined && before !== value) {
    const { [field]: _, ...others } = draft.was ?? {};
    draft.was = { ...others, [field]: before };
  }
  draft.fields[field] = value;
  draft.sources[field] = source;
  draft.passed = draft.passed.filter((id) => id !== field);
  if (vague) draft.vague[field] = true;
  else delete draft.vague[field];
}

export function pass(draft: Draft, field: string): void {
  if (!draft.passed.includes(field)) draft.passed.push(field);
}

export function addEvidence(draft: Draft, files: InboundFile[]): void {
  draft.evidence.push(...files);
}

export function kindOf(draft: Draft, playbook: Playbook): Kind {
  return playbook.kinds.find(({ id }) => id === draft.kind) ?? playbook.kinds[0]!;
}
