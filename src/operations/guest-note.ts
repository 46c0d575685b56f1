import type { Case } from '../domain/case.js';
import { remediesOf } from '../domain/case-facts.js';
import type { Playbook } from '../domain/playbook.js';

/** What somebody who meets this customer next should know: what went wrong, what they wished, what they got. */
export function guestNote(of: Case, playbook: Playbook): string {
  const { language } = of;
  const label = (list: { id: string; label: Record<string, string> }[], id?: string) =>
    list.find((one) => one.id === id)?.label[language] ?? id;
  const remedies = remediesOf(of).map(({ kind, text }) => text ?? label(playbook.remedies, kind));
  return [
    `${of.openedAt.toISOString().slice(0, 10)} ${label(playbook.categories, of.category) ?? ''}`.trim(),
    of.fields.content,
    of.fields.outcome,
    ...remedies,
    of.callback?.comment,
  ]
    .filter(Boolean)
    .join(' · ');
}
