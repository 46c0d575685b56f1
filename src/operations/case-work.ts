import type { Case } from '../domain/case.js';
import { rulesOf } from '../domain/common-rules.js';
import type { Effect, NotifyTarget, Telling } from '../domain/effect.js';
import type { Phrase } from '../domain/phrase.js';
import type { Playbook } from '../domain/playbook.js';
import type { Person } from '../domain/staff.js';
import { appendEntry } from '../domain/timeline.js';
import { addDuration } from '../domain/working-time.js';
import { nameOf, type Actor } from './actor.js';

/** Everything a decision on a case may know beside the case. */
export interface CaseContext {
  now: Date;
  playbook: Playbook;
  actor: Actor;
  /** Names the request: effects get keys from it, and a repeated one is recognised by it. */
  cause: string;
  /** Unguessable; salts the digests of the timeline. */
  salt: string;
  staff: Person[];
  /** Other cases of the same customer, where the decision needs them. */
  others: Case[];
  /** The same customer's case whose handling the one that is opened is about. */
  about?: Case;
  /** Cases with the same value, by severity rule with `sameField`. */
  counts: Record<string, number>;
  /** Spent of the month's budget before this. */
  spent: number;
  /** Chinese words in simplified characters, as playbooks write them. */
  simplified(text: string): string;
  /** The signed link of a case's status page. */
  linkOf(caseNumber: string): string;
}

type Words = Pick<Telling, 'say' | 'choices' | 'ask' | 'closes' | 'receipt'>;

/** A decision in the making: a copy of the case that is changed, and what follows from the change. */
export class CaseWork {
  readonly of: Case;
  readonly effects: Effect[] = [];

  constructor(
    readonly before: Case,
    readonly context: CaseContext,
  ) {
    this.of = structuredClone({ ...before, effects: [] });
  }

  get now(): Date {
    return this.context.now;
  }

  get playbook(): Playbook {
    return this.context.playbook;
  }

  get by(): string {
    return nameOf(this.context.actor);
  }

  /** The next effect's key. */
  key(): string {
    return `${this.context.cause}/${this.effects.length}`;
  }

  /** Adds to the case's record. */
  note(what: string, detail: Record<string, unknown> = {}, by = this.by): void {
    const { cause, salt } = this.context;
    const entry = { at: this.now, by, what, detail, cause };
    this.of.timeline = appendEntry(this.of.timeline, entry, `${salt}${this.of.timeline.length}`);
  }

  /** Tells the customer, as the desk or in a person's own words. Where there is no chat, a call is owed for what `orCall` says. */
  tell(words: Words, orCall?: { because: string; to: string }): void {
    const { conversationId, number } = this.of;
    const { actor } = this.context;
    const person = actor.type === 'person' && words.say.some((part) => typeof part === 'string');
    if (conversationId) {
      const from = person ? { from: 'agent' as const, author: this.by } : { from: 'bot' as const };
      const heard = person ? 'person' : 'desk';
      this.effects.push({
        kind: 'tell',
        key: this.key(),
        caseNumber: number,
        conversationId,
        ...from,
        heard,
        ...words,
      });
      this.of.heardAt = this.now;
    } else if (orCall) {
      this.oweCall(orCall.to, orCall.because);
    }
  }

  /** A call to the customer is owed by a role; one at a time for one reason. */
  oweCall(to: string, because: string): void {
    if (this.of.calls.some((call) => call.to === to && call.because === because)) return;
    const { calendar } = this.playbook;
    const dueAt = addDuration(this.now, rulesOf(this.playbook).callWithin, calendar);
    const id = `${this.before.version + 1}/${this.of.calls.length}`;
    this.of.calls.push({ id, to, because, at: this.now, dueAt });
  }

  notify(to: NotifyTarget, phrase: Phrase, urgent = false): void {
    const target = 'role' in to && !to.department ? { ...to, department: this.of.department } : to;
    this.effects.push({
      kind: 'notify',
      key: this.key(),
      to: target,
      phrase,
      caseNumber: this.of.number,
      ...(urgent && { urgent }),
    });
  }

  /** A person's name is told as a person, anything else as a role. */
  notifyName(name: string, phrase: Phrase, urgent = false): void {
    const isRole = this.playbook.roles.some(({ id }) => id === name);
    this.notify(isRole ? { role: name } : { person: name }, phrase, urgent);
  }
}
