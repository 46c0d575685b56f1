import { viewClock, type ClockView } from '../../src/domain/clock.js';
import type { PhraseValue } from '../../src/domain/phrase.js';
import { choice, choices } from '../choices.js';
import { repeatQuestion } from '../intake/repeat-question.js';
import type { Heard } from '../listen.js';
import type { Turn } from '../turn.js';
import type { PhraseKey } from '../phrases/phrase-keys.js';
import { phrase } from '../wording/phrase.js';
import { doneSoFar, isOpenCase, ownerLabel, stageLabel, type KnownCase } from './case-words.js';

/** So many cases are listed. */
const MOST = 5;

/** Where the matter stands: of the case that is named, else of those that are open. */
export function answerStatus(turn: Turn, heard: Heard): void {
  const { cases } = turn.context;
  const number = heard.means.caseNumber;
  const open = cases.filter(({ case: of }) => isOpenCase(of));
  if (number !== undefined)
    tellCase(
      turn,
      cases.find(({ case: of }) => of.number === number),
    );
  else if (open.length > 1) tellMany(turn, open.slice(0, MOST));
  else if (turn.draft && open.length === 0) return tellDraft(turn);
  else tellCase(turn, open[0] ?? cases[0]);
  if (turn.draft) repeatQuestion(turn);
}

/** One of several was chosen. */
export function answerWhichCase(turn: Turn, heard: Heard): boolean {
  const number = heard.choice ?? heard.means.caseNumber;
  const known = turn.context.cases.find(({ case: of }) => of.number === number);
  if (!known) return false;
  turn.dialog.open = undefined;
  tellCase(turn, known);
  return true;
}

/** The same words for a case that is not there and for one that is not theirs. */
export function tellCase(turn: Turn, known: KnownCase | undefined): void {
  if (!known) return void turn.say('status.none');
  const { case: of, playbook } = known;
  turn.mark({ caseNumber: of.number, heard: 'desk' });
  if (of.status === 'withdrawn') turn.say('status.withdrawn', { number: of.number });
  else if (!isOpenCase(of)) tellClosed(turn, known);
  else if (of.status === 'waiting-for-customer' || of.question) tellWaiting(turn, known);
  else tellOpen(turn, known);
  if (of.reopened === 0 && of.status === 'closed' && playbook.reopen) turn.offer([choice('reopen')]);
}

function tellOpen(turn: Turn, { case: of, playbook }: KnownCase): void {
  const { number } = of;
  const by = turn.context.promisedBy(of);
  const late = lateClock(of.clocks.map((clock) => viewClock(clock, playbook.calendar)));
  const promised: PhraseValue | undefined = by && { date: by.toISOString(), form: 'promise' };
  const stage = playbook.stages.find(({ id }) => id === of.stage)?.customerLabel ?? 'look';
  if (late && promised && stage !== 'you') {
    const what: PhraseValue = { phrase: phrase(`what.${stage}` as PhraseKey) };
    const original: PhraseValue = { date: late.dueAt.toISOString(), form: 'past' };
    turn.say('status.late', { number, what, original, by: promised });
    return void turn.offer(choices('agent'));
  }
  const values = { number, stage: stageLabel(of, playbook), owner: ownerLabel(of, playbook), done: doneSoFar(of) };
  if (promised) turn.say('status.open', { ...values, by: promised });
  else turn.say('status.undated', values);
}

/** Who has it and what was done, with a person offered. */
export function tellOwner(turn: Turn, { case: of, playbook }: KnownCase): void {
  turn.say('status.owner', { stage: stageLabel(of, playbook), owner: ownerLabel(of, playbook), done: doneSoFar(of) });
  turn.offer(choices('agent', 'wait')).mark({ caseNumber: of.number, heard: 'desk' });
}

function lateClock(clocks: ClockView[]): ClockView | undefined {
  return clocks.find(({ breached, state }) => breached && state === 'running');
}

/** What the customer is asked is put again, with its choices. */
function tellWaiting(turn: Turn, { case: of }: KnownCase): void {
  const ask = turn.asks.find(
    ({ caseNumber, kind }) => caseNumber === of.number && (kind === 'acceptance' || kind === 'question'),
  );
  const what = of.question?.text ?? (ask?.about === 'quote' ? quoteOf(of.quote) : remediesOf(of.remedies));
  turn.say('status.waiting', { number: of.number, what });
  if (ask) turn.offer(ask.choices.map((id) => choice(id)));
}

function tellClosed(turn: Turn, { case: of }: KnownCase): void {
  const at: PhraseValue = { date: (of.closedAt ?? of.openedAt).toISOString(), form: 'day' };
  turn.say('status.closed', { number: of.number, at, what: remediesOf(of.remedies) });
}

/** Staff's own words on what the customer gets. */
function remediesOf(remedies: KnownCase['case']['remedies']): string {
  return remedies
    .filter(({ state, text }) => text && state !== 'refused')
    .map(({ text }) => text)
    .join('；');
}

function quoteOf(quote: KnownCase['case']['quote']): string {
  return quote?.text ?? '';
}

function tellMany(turn: Turn, open: KnownCase[]): void {
  const lines: [PhraseValue, PhraseValue][] = open.map(({ case: of, playbook }) => [
    of.number,
    stageLabel(of, playbook),
  ]);
  turn.say('status.many', { count: open.length, lines: { lines } });
  const labels = open.map(({ case: { number } }) => ({ id: number, label: number }));
  // The draft's own question stays the open one.
  if (turn.draft) turn.offer(labels);
  else turn.ask({ kind: 'choose', tries: 0, detail: { what: 'case' } }, labels);
}

function tellDraft(turn: Turn): void {
  turn.say('status.draft');
  turn.ask({ kind: 'choose', tries: 0, detail: { what: 'resume' } }, choices('cancel', 'resume'));
}
