import { owedWait } from '../src/domain/agent-promises.js';
import type { Effect } from '../src/domain/effect.js';
import type { Phrase } from '../src/domain/phrase.js';
import { isWorking, nextOpening } from '../src/domain/working-time.js';
import { choices } from './choices.js';
import type { Turn } from './turn.js';
import { phrase } from './wording/phrase.js';

const MINUTE = 60_000;

/** The customer asks for a person: one is called at once, without a question before it. */
export function callPerson(turn: Turn, because: string): void {
  const { control } = turn;
  if (control.by !== 'waiting') {
    wait(turn, because, false);
    notifyDesk(turn, phrase('notify.waiting.new'), false);
    return sayCalling(turn);
  }
  turn.control = { ...control, asked: control.asked + 1 };
  notifyDesk(turn, phrase('notify.waiting.again'), control.urgent);
  if (control.asked === 1) return void turn.say('repair.agent');
  sayWaited(turn);
}

/** A person is called because of what was heard; the caller's own words tell the customer. */
export function callUrgently(turn: Turn, because: string, what: Phrase): void {
  wait(turn, because, true);
  notifyDesk(turn, phrase('notify.urgent', { what: { phrase: what } }), true);
}

/** A person looks at what the bot cannot read. */
export function callQuietly(turn: Turn, because: string, words: Phrase): void {
  if (turn.control.by === 'bot') wait(turn, because, false);
  notifyDesk(turn, words, false);
}

/** Somebody has waited long: other ways are offered. */
export function sayWaited(turn: Turn): void {
  const { control, context } = turn;
  if (control.by !== 'waiting') return;
  const minutes = minutesSince(turn, control.since);
  if (context.staffed || isWorking(context.now, context.playbook.calendar)) turn.say('agent.slow', { minutes });
  else sayClosed(turn);
  turn.offer(choices('wait', 'message', 'call'));
}

/** The agent who has it does not answer: the customer is told, and somebody else is called. */
export function waitAgain(turn: Turn): void {
  const { control } = turn;
  if (control.by !== 'agent' || !control.awaited) return;
  const { since } = control.awaited;
  turn.control = { by: 'waiting', since, urgent: control.urgent ?? false, because: 'silent agent', asked: 1 };
  notifyDesk(turn, phrase('notify.waiting', { minutes: minutesSince(turn, since) }), control.urgent ?? false);
  sayWaited(turn);
}

const minutesSince = ({ context }: Turn, since: Date) =>
  Math.max(1, Math.round((context.now.getTime() - since.getTime()) / MINUTE));

/** Tells everybody who could take the conversation. */
export function notifyDesk(turn: Turn, words: Phrase, urgent: boolean, to: NotifyTarget = { waitingDesk: true }): void {
  turn.effects.push({ kind: 'notify', key: '', to, phrase: words, conversationId: turn.id, urgent });
}

type NotifyTarget = Extract<Effect, { kind: 'notify' }>['to'];

function sayCalling(turn: Turn): void {
  const { staffed, now, playbook } = turn.context;
  if (staffed || isWorking(now, playbook.calendar)) return void turn.say('agent.calling');
  sayClosed(turn);
  turn.offer(choices('message', 'call'));
}

function sayClosed(turn: Turn): void {
  const { now, playbook } = turn.context;
  turn.say('agent.none', { open: { date: nextOpening(now, playbook.calendar).toISOString(), form: 'past' } });
}

function wait(turn: Turn, because: string, urgent: boolean): void {
  const { control, context } = turn;
  if (control.by === 'agent') return;
  const since = control.by === 'waiting' ? control.since : context.now;
  const asked = control.by === 'waiting' ? control.asked : 1;
  turn.control = {
    by: 'waiting',
    since,
    urgent: urgent || (control.by === 'waiting' && control.urgent),
    because,
    asked,
  };
  if (control.by === 'waiting') return;
  const { staffed, playbook } = context;
  turn.effects.push(owedWait(turn.id, since, staffed ? undefined : playbook.calendar));
}
