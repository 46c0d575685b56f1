import type { ReplyChoice } from '../domain/effect.js';
import { rulesOf } from '../domain/common-rules.js';
import type { Phrase } from '../domain/phrase.js';
import { addDuration } from '../domain/working-time.js';
import { stageOf } from '../domain/stage-owner.js';
import type { CaseWork } from './case-work.js';
import { pauseClocks, resumeClocks } from './running-clocks.js';
import { outcomeWords, promise } from './wordings.js';

type About = 'outcome' | 'quote' | 'sign-off';
type Asking = Pick<CaseWork, 'of' | 'playbook' | 'now'>;

/** The case now waits for the customer: clocks pause, and they are asked. */
export function beginWaiting(work: CaseWork): void {
  const { of } = work;
  of.status = 'waiting-for-customer';
  of.acceptance = undefined;
  of.asked = { at: work.now, delivered: of.conversationId !== undefined, calls: 0 };
  pauseClocks(work, 'waiting-for-customer');
  const about = aboutOf(work);
  work.tell(
    {
      say: askWords(work, about),
      choices: acceptChoices(about),
      ask: { kind: 'acceptance', caseNumber: of.number, about, choices: ['accept', 'refuse'] },
      closes: ['acceptance', 'refuse-why'],
    },
    { because: 'acceptance', to: informingRole(work) },
  );
}

export function stopWaiting(work: CaseWork): void {
  const { of } = work;
  if (of.status !== 'waiting-for-customer') return;
  of.status = 'open';
  of.asked = undefined;
  of.calls = of.calls.filter(({ because }) => because !== 'acceptance' && because !== 'delivery');
  resumeClocks(work);
}

/** Reminds those who were asked, with the same choices. */
export function remindOfAsk(work: CaseWork): void {
  const about = aboutOf(work);
  const { number, asked } = work.of;
  if (asked?.declinedAt) {
    const say: Phrase = { key: 'refuse.reminder', values: { number, by: promise(lapseAt(work)) } };
    return work.tell({ say: [work.playbook.neverSilent ? waitingStill(work) : say] });
  }
  const say: Phrase = work.playbook.neverSilent
    ? waitingStill(work)
    : { key: 'accept.reminder', values: { number, by: promise(lapseAt(work)) } };
  work.tell({ say: [say], choices: acceptChoices(about) });
}

/** The role that told the customer, and telephones when the chat does not reach them. */
export function informingRole({ of, playbook }: CaseWork): string {
  return of.course.at(-2)?.roles[0] ?? of.course.at(-1)?.roles[0] ?? playbook.roles[0]?.id ?? '';
}

export function lapseAt({ of, playbook, now }: Asking): Date {
  return addDuration(of.asked?.at ?? now, rulesOf(playbook).acceptanceLapse, playbook.calendar);
}

export function aboutOf({ of, playbook }: Asking): About {
  return stageOf(of, playbook).acceptance ?? 'outcome';
}

export function acceptChoices(about: About): ReplyChoice[] {
  const group = { outcome: 'choice', quote: 'choice.quote', 'sign-off': 'choice.signoff' }[about];
  return ['accept', 'refuse'].map((id) => ({ id, label: { key: `${group}.${id}` } }));
}

/** Where silence never counts, no date is named after which it would. */
function waitingStill({ of }: Asking): Phrase {
  return { key: 'status.waiting', values: { number: of.number, what: { list: [] } } };
}

/** What the customer is asked, with the day after which silence counts. */
export function askWords(work: Asking, about: About): Phrase[] {
  const { of, playbook } = work;
  if (about === 'quote') {
    const category = playbook.categories.find(({ id }) => id === of.category)?.label;
    const what = of.quote?.text ?? (category ? { texts: category } : of.number);
    return [{ key: 'quote.ask', values: { what, amount: { amount: of.quote?.amount ?? 0 } } }];
  }
  if (about === 'sign-off') {
    const done = String(of.records.findLast(({ verb }) => verb === 'complete-work')?.args.done ?? '');
    return [{ key: 'signoff.ask', values: { done, amount: { amount: of.charged ?? 0 } } }];
  }
  const ask: Phrase = playbook.neverSilent
    ? waitingStill(work)
    : { key: 'accept.ask', values: { by: promise(lapseAt(work)) } };
  return [...outcomeWords(of, playbook), ask];
}
