import type { Case } from '../domain/case.js';
import { factsOf } from '../domain/case-facts.js';
import { firstThat } from '../domain/condition.js';
import type { Texts } from '../domain/language.js';
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

const REPEATED: Texts = {
  'zh-CN': '同一件事再次投诉，前一件 ',
  'zh-TW': '同一件事再次反映，前一件 ',
  en: 'The same matter again, after ',
};

/** The case as it is first stored: who is recused, how severe it is, its first stage, who is told. */
export function decideOpening(opening: Opening, context: CaseContext): Case {
  const { number, read, customerId, conversationId, language } = opening;
  const { kind, source, fields, args } = read;
  const { playbook, now } = context;
  const work = new CaseWork(newCase(number, playbook, { kind, source, language, fields }, now), context);
  const { of } = work;
  Object.assign(of, { customerId, conversationId, category: args.category, signature: args.signature });
  of.accused = accusedIn(playbook, fields);
  work.note('open-case', { kind, source, category: args.category, fields });
  if (conversationId) of.heardAt = now;
  recuseAccused(work);
  joinEvidence(work, args.evidence ?? []);
  const earlier = assess(work, args.alarm);
  if (context.about) keepApart(work, context.about, earlier);
  const start = playbook.kinds.find(({ id }) => id === kind)?.start ?? [];
  enter(work, firstThat(start, factsOf(of))?.to ?? playbook.stages[0]!.id);
  startCaseClocks(work, (begins) => 'on' in begins);
  alert(work, (on) => on === 'opened');
  settleOwner(work, 'entered');
  tellOfRepeat(work, earlier);
  askLater(work, args.missing ?? []);
  (args.calls ?? []).forEach(({ kind, to, because, by }, n) => {
    of.calls.push({ id: `intake/${n}`, to, because, at: now, dueAt: by, ...(kind === 'callback' && { kind }) });
  });
  if (context.actor.type === 'person') giveReceipt(work);
  return finish(work);
}

function recuseAccused(work: CaseWork): void {
  const { of, context } = work;
  for (const person of context.staff.filter((one) => isNamedIn(of.accused, one))) {
    of.recused.push({ name: person.name, reason: 'accused', by: 'desk' });
  }
}

/** A case about the handling of another is linked with it and kept from those who handled that one. */
function keepApart({ of, context }: CaseWork, about: Case, earlier: string[]): void {
  if (!earlier.includes(about.number)) earlier.unshift(about.number);
  const handlers = [...about.owners, ...about.assignedBefore];
  for (const { name } of context.staff.filter((one) => handlers.includes(one.name))) {
    if (!of.recused.some((one) => one.name === name)) of.recused.push({ name, reason: 'accused', by: 'desk' });
  }
}

/** How severe it is, by its kind, the rules and earlier cases about the same matter; answers the numbers of those. */
function assess(work: CaseWork, alarm?: string): string[] {
  const { of, playbook, context } = work;
  const least = lowestSeverity(playbook, of.kind);
  const kind = playbook.kinds.find(({ id }) => id === of.kind)?.label[of.language] ?? of.kind;
  if (rankOf(playbook, least) > rankOf(playbook, of.severity)) setSeverity(work, least, [kind]);
  const text = context.simplified(severityText(of.fields));
  raiseBy(work, ruleRaises(playbook, { ...of, alarm }, text, context.counts));
  of.linked = repeatsOf(playbook, of, context.others).map(({ number }) => number);
  if (of.linked.length > 0) raiseOneStep(work, `${REPEATED[of.language]}${of.linked.join(', ')}`);
  return of.linked;
}

/** The earlier cases are linked too, and whoever handles this one is told. */
function tellOfRepeat(work: CaseWork, numbers: string[]): void {
  const { of } = work;
  const [previous] = numbers;
  if (previous === undefined) return;
  for (const caseNumber of numbers) {
    const args = { number: of.number };
    work.effects.push({ kind: 'perform', key: work.key(), verb: 'link-case', caseNumber, args });
  }
  for (const name of of.owners)
    work.notifyName(name, { key: 'notify.repeat', values: { number: of.number, previous } });
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

/** Opened by staff: the customer hears of it in their chat. */
function giveReceipt(work: CaseWork): void {
  const { of, playbook, context, now } = work;
  const { number } = of;
  const values = { number, by: promise(promisedBy(of, playbook) ?? now), link: context.linkOf(number) };
  work.tell({ say: [{ key: 'receipt.staff', values }], receipt: { number } });
}
