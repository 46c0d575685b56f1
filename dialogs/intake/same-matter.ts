import type { Case } from '../../src/domain/case.js';
import type { Draft } from '../../src/domain/dialog.js';
import type { Playbook } from '../../src/domain/playbook.js';
import { choice } from '../choices.js';
import { stageLabel, type KnownCase } from '../status/case-words.js';
import type { Turn } from '../turn.js';

/** The open case that a new draft may be about; asked once a draft. */
export function sameMatter(turn: Turn): KnownCase | undefined {
  if (turn.memory['sameAsked'] || turn.draft?.fields['content'] === undefined) return undefined;
  const draft = turn.draft;
  return turn.context.cases.find(
    ({ case: one, playbook }) => isOpen(one) && one.playbook.id === draft.playbook.id && isAbout(draft, one, playbook),
  );
}

/** A case that was opened since the draft began, in another chat or by a colleague, and may be the same; asked once a draft. */
export function filedMeanwhile(turn: Turn): KnownCase | undefined {
  const draft = turn.draft!;
  if (turn.memory['meanwhileAsked'] || draft.urgent) return undefined;
  const filed = turn.context.cases.find(
    ({ case: one, playbook }) =>
      isOpen(one) &&
      one.openedAt > draft.startedAt &&
      one.playbook.id === draft.playbook.id &&
      isAbout(draft, one, playbook),
  );
  if (filed) turn.memory['meanwhileAsked'] = true;
  return filed;
}

export function askSameMatter(turn: Turn, { case: of, playbook }: KnownCase): void {
  const { number } = of;
  turn.memory['sameAsked'] = true;
  turn.say('duplicate.found', { number, stage: stageLabel(of, playbook) });
  turn.ask({ kind: 'same-matter', tries: 0, detail: { number } }, [
    choice('yes', 'choice.add'),
    choice('no', 'choice.new'),
  ]);
}

function isOpen({ status }: Case): boolean {
  return status === 'open' || status === 'waiting-for-customer';
}

/** By the repeat rule's fields; where neither names one, unless both are surely of different categories. */
function isAbout(draft: Draft, of: Case, { repeat }: Playbook): boolean {
  const both = (field: string) => draft.fields[field] !== undefined && of.fields[field] !== undefined;
  const named = repeat.sameAny.filter(both);
  if (named.length > 0) return named.some((field) => draft.fields[field] === of.fields[field]);
  if (repeat.sameWhere.some((field) => both(field) && draft.fields[field] !== of.fields[field])) return false;
  return draft.category === undefined || draft.category === of.category;
}
