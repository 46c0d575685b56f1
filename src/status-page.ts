import type { Case } from './domain/case.js';
import { customerView, type CustomerView } from './domain/customer-view.js';
import { dueAtOf } from './domain/clock.js';
import type { Language } from './domain/language.js';
import type { Phrase } from './domain/phrase.js';
import type { Playbook } from './domain/playbook.js';
import type { Performed } from './operations/perform.js';
import { aboutOf, acceptChoices, askWords } from './operations/waiting.js';

export type Word = (say: (Phrase | string)[], language: Language, playbook: Playbook) => string;

/** The customer's status page as JSON: the domain's view in the customer's words; nothing internal. */
export function statusPage(of: Case, playbook: Playbook, promised: Date | undefined, words: Word): object {
  const view = customerView(of, playbook, promised);
  const say = (key: string, values?: Phrase['values']) =>
    words([{ key, ...(values && { values }) }], of.language, playbook);
  const day = (at: string) => ({ date: at, form: 'day' as const });
  const stageLabel = say(`stage.${view.stage}`);
  return {
    number: view.number,
    kind: view.kind,
    status: view.status,
    stage: view.stage,
    stageLabel,
    language: of.language,
    headline: stageLabel,
    ...(view.promised && view.status === 'open' && { nextWordBy: view.promised }),
    path: view.path.map(({ stage, at, leftAt }) => ({
      id: stage,
      label: say(`stage.${stage}`),
      state: leftAt || view.stage === 'closed' ? 'done' : 'here',
      at: leftAt ?? at,
      ...(view.late.some((one) => one.stage === stage) && { late: true }),
    })),
    ...(view.course && { course: view.course.map(({ label, ...times }) => ({ label: label[of.language], ...times })) }),
    promises: promises(of, playbook, view, say),
    done: view.done.map(({ what, at }) => ({ at, text: say(what, { at: day(at) }) })),
    remedies: view.remedies,
    visits: view.visits,
    evidence: view.evidence,
    said: { content: of.fields.content ?? '', ...(of.fields.outcome && { outcome: of.fields.outcome }) },
    ...asked(of, playbook, view, words),
  };
}

/** Dates of the stages that a customer sees, and whether each was kept. */
function promises(of: Case, playbook: Playbook, view: CustomerView, say: (key: string) => string): object[] {
  const mine = of.clocks.filter((clock) => clock.of === 'stage');
  const kept = mine.flatMap((clock) => {
    const entry = of.course[clock.entry - 1];
    const label = playbook.stages.find(({ id }) => id === entry?.stage)?.customerLabel;
    if (!entry || !label || label === 'you' || label === 'improve') return [];
    const late = clock.events.some(({ what }) => what === 'breached' || what === 'missed');
    const by = dueAtOf(clock, playbook.calendar).toISOString();
    const state = late ? 'late' : entry.leftAt ? 'kept' : 'owed';
    return [{ what: say(`what.${label}`), by, state, ...(entry.leftAt && { keptAt: entry.leftAt.toISOString() }) }];
  });
  const next =
    view.promised && view.status === 'open' ? [{ what: say('page.next'), by: view.promised, state: 'owed' }] : [];
  return [...kept, ...next];
}

function asked(of: Case, playbook: Playbook, view: CustomerView, words: Word): { asks?: object } {
  const word = (say: (Phrase | string)[]) => words(say, of.language, playbook);
  if (of.status === 'waiting-for-customer') {
    const work = { of, playbook, now: of.asked?.at ?? of.openedAt };
    const about = aboutOf(work);
    const choices = acceptChoices(about).map(({ id, label }) => ({ id, label: word([label]) }));
    return { asks: { kind: 'acceptance', text: word(askWords(work, about)), choices } };
  }
  if (view.question) return { asks: { kind: 'question', text: view.question, choices: [] } };
  if (of.survey.state !== 'asked' || of.survey.score !== undefined) return {};
  const choices = ['1', '2', '3', '4', '5'].map((id) => ({ id, label: word([{ key: `choice.${id}` }]) }));
  return { asks: { kind: 'survey', text: word([{ key: 'survey.reminder', values: { number: of.number } }]), choices } };
}

/** The customer's verb for an answer given on the page. */
export function answerOnPage(
  perform: (request: { verb: string; args: Record<string, unknown> }) => Promise<Performed>,
  of: Case,
  { choice, text = '' }: { choice?: string; text?: string },
): Promise<Performed> {
  if (choice === 'accept') return perform({ verb: 'accept-outcome', args: {} });
  if (choice === 'refuse') return perform({ verb: 'refuse-outcome', args: { reason: text } });
  if (choice && /^[1-5]$/.test(choice))
    return perform({ verb: 'answer-survey', args: { score: choice, comment: text } });
  if (of.question) return perform({ verb: 'answer-question', args: { text } });
  return perform({ verb: 'add-to-case', args: { text } });
}
