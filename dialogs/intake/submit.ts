import type { Turn } from '../turn.js';
import { kindOf } from './draft.js';
import { fieldsOf } from './fields.js';
import { signedText } from './read-back.js';
import { askSameMatter, filedMeanwhile } from './same-matter.js';

/** Has the case opened; the receipt follows when it is stored. Everything said stays until then. */
export function submit(turn: Turn): void {
  const draft = turn.draft!;
  const filed = filedMeanwhile(turn);
  if (filed) return askSameMatter(turn, filed);
  const { playbook, now } = turn.context;
  const { content = '', ...fields } = draft.fields;
  const missing = fieldsOf(draft, playbook).filter(
    (field) => !field.optional && field.type !== 'file' && draft.fields[field.id] === undefined,
  );
  turn.perform.push({
    verb: 'open-case',
    args: {
      kind: kindOf(draft, playbook).id,
      category: draft.category,
      text: content,
      fields,
      evidence: draft.evidence,
      signature: { at: now, text: signedText(turn) },
      language: turn.language,
      missing: missing.map(({ id }) => id),
      alarm: draft.urgent,
      about: turn.memory['about'],
      calls: turn.dialog.calls?.map(({ kind, to, because, by }) => ({ kind, to, because, by })),
    },
  });
  turn.dialog.filing = turn.cause;
  turn.dialog.open = undefined;
}
