import type { Case } from '../domain/case.js';
import { firstThat } from '../domain/condition.js';
import { factsOf } from '../domain/case-facts.js';
import { accusedIn, isNamedIn } from '../domain/recusal.js';
import { lowestSeverity, rankOf, repeatsOf, ruleRaises, severityText } from '../domain/severity.js';
import { startCaseClocks } from './case-clocks.js';
import { CaseWork, type CaseContext } from './case-work.js';
import { enter } from './course.js';
import { joinEvidence } from './evidence.js';
import { finish } from './finish.js';
import { newCase } from './new-case.js';
import type { readOpening } from './open-case.js';
import { promisedBy } from './promised-by.js';
import { alert, raiseBy, raiseOneStep, setSeverity } from './set-severity.js';
import { settleOwner } from './settle-owner.js';
import { promise } from './wordings.js';

interface Opening {
  number: string;
  read: ReturnType<typeof readOpening>;
  customerId?: string;
  conversationId?: string;
  language: Case['language'];
}

/** The case as it is first stored: who is recused, how severe it is, its first stage, who is told. */
export function decideOpening(
  { number, read, customerId, conversationId, language }: Opening,
  context: CaseContext,
): Case {
  const { kind, source, fields, args } = read;
  const { playbook, now, actor } = context;
  const work = new CaseWork(newCase(number, playbook, { kind, source, language, fields }, now), context);
  const { of } = work;
  Object.assign(of, { customerId, conversationId, category: args.category, signature: args.signature });
  of.accused = accusedIn(playbook, fields);
  work.note('open-case', { kind, source, category: args.category, fields });
  if (conversationId) of.heardAt = now;
  recuseAccused(work);
  joinEvidence(work, args.evidence ?? []);
  enter(
    work,
    firstThat(playbook.kinds.find(({ id }) => id === kind)?.start ?? [], factsOf(of))?.to ?? playbook.stages[0]!.id,
  );
  startCaseClocks(work, (start) => 'on' in start);
  assess(work);
  alert(work, (on) => on === 'opened');
  settleOwner(work, 'entered');
  askLater(work, args.missing ?? []);
  if (actor.type === 'person') {
    const by = promisedBy(of, playbook) ?? now;
    const values = { number, by: promise(by), link: context.linkOf(number) };
    work.tell({ say: [{ key: 'receipt.staff', values }], receipt: { number } });
  }
  return finish(work);
}

function recuseAccused(work: CaseWork): void {
  const { of, context } = work;
  for (const person of context.staff.filter((one) => isNamedIn(of.accused, one))) {
    of.recused.push({ name: person.name, reason: 'accused', by: 'desk' });
  }
}

function assess(work: CaseWork): void {
  const { of, playbook, context } = work;
  const least = lowestSeverity(playbook, of.kind);
  if (rankOf(playbook, least) > rankOf(playbook, of.severity)) setSeverity(work, least, [of.kind]);
  raiseBy(work, ruleRaises(playbook, of, context.simplified(severityText(of.fields)), context.counts));
  const repeats = repeatsOf(playbook, of, context.others);
  if (repeats.length === 0) return;
  of.linked = repeats.map(({ number }) => number);
  raiseOneStep(work, `${of.linked.join(', ')}`);
  for (const number of of.linked) {
    work.effects.push({
      kind: 'perform',
      key: work.key(),
      verb: 'link-case',
      caseNumber: number,
      args: { number: of.number },
    });
  }
  const previous = of.linked[0]!;
  for (const role of of.owners)
    work.notifyName(role, { key: 'notify.repeat', values: { number: of.number, previous } });
}

/** What was left out because it was urgent is asked later, by the owner. */
function askLater(work: CaseWork, missing: string[]): void {
  const { of, playbook } = work;
  const list = missing.flatMap((id) => {
    const label = playbook.fields.find((field) => field.id === id)?.label;
    return label ? [{ texts: label }] : [];
  });
  if (list.length === 0) return;
  for (const name of of.owners) {
    work.notifyName(name, { key: 'notify.missing', values: { number: of.number, list: { list } } });
  }
}
