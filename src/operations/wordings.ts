import type { Case } from '../domain/case.js';
import { remediesOf, lapOf } from '../domain/case-facts.js';
import type { Phrase, PhraseValue } from '../domain/phrase.js';
import type { Playbook } from '../domain/playbook.js';
import type { CaseWork } from './case-work.js';

export function promise(at: Date): PhraseValue {
  return { date: at.toISOString(), form: 'promise' };
}

/** A stage as staff read it. */
export function stageLabel(playbook: Playbook, id: string): PhraseValue {
  const stage = playbook.stages.find((one) => one.id === id);
  return stage ? { texts: stage.label } : id;
}

/** A clock as staff read it: most bear the name of their stage. */
export const clockLabel = stageLabel;

export function roleLabel(playbook: Playbook, id: string): PhraseValue {
  const role = playbook.roles.find((one) => one.id === id);
  return role ? { texts: role.label } : id;
}

/** A person's display name, or a role's label. */
export function whoLabel(work: CaseWork, name: string): PhraseValue {
  return work.context.staff.find((person) => person.name === name)?.displayName ?? roleLabel(work.playbook, name);
}

/** What was found and what the customer gets, in plain words. */
export function outcomeWords(of: Case, playbook: Playbook): Phrase[] {
  const now = of.findings.findLast(({ lap, cause }) => lap === lapOf(of) && cause)?.cause;
  const remedies = remediesOf(of).filter(({ kind }) => kind !== 'none');
  const { number } = of;
  if (remedies.length > 0) {
    const remedy = { list: remedies.map((one) => remedyWords(one, playbook)) };
    // A new round on the remedy alone leaves what was found as it is.
    const found = now ?? of.findings.findLast(({ cause }) => cause)?.cause;
    const values = { number, found: found ?? { list: confirmed(of) }, remedy };
    return [{ key: 'outcome.told', values }];
  }
  return now ? [{ key: 'explain.told', values: { number, found: now } }] : [];
}

function confirmed(of: Case): PhraseValue[] {
  const told = of.records.findLast(({ verb }) => verb === 'inform-customer')?.args.text ?? of.fields.content ?? '';
  return [String(told)];
}

function remedyWords({ kind, text, amount }: Case['remedies'][number], playbook: Playbook): PhraseValue {
  const label = playbook.remedies.find(({ id }) => id === kind)?.label;
  const name: PhraseValue = text ?? (label ? { texts: label } : kind);
  if (amount === undefined || amount === 0 || (text && namesAmount(text, amount))) return name;
  return { phrase: { key: 'remedy.line', values: { kind: name, amount: { amount } } } };
}

function namesAmount(text: string, amount: number): boolean {
  return text.replaceAll(',', '').includes(String(amount));
}
