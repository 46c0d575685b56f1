import { join } from 'node:path';
import { word } from '../../../dialogs/wording/word.js';
import { LANGUAGES } from '../../../src/domain/language.js';
import type { Case } from '../../../src/domain/case.js';
import { viewCase } from '../../../src/domain/case-view.js';
import type { Effect, Telling } from '../../../src/domain/effect.js';
import type { Obligation } from '../../../src/domain/obligation.js';
import type { Playbook } from '../../../src/domain/playbook.js';
import type { StaffAccount } from '../../../src/domain/ports.js';
import type { Person } from '../../../src/domain/staff.js';
import { firstBroken } from '../../../src/domain/timeline.js';
import { fromLocal, toLocal } from '../../../src/domain/working-time.js';
import type { Actor } from '../../../src/operations/actor.js';
import type { DeskNeeds } from '../../../src/operations/desk-needs.js';
import { obligationsOf } from '../../../src/operations/obligations-of.js';
import { createPerform, type Performed } from '../../../src/operations/perform.js';
import { promisedBy } from '../../../src/operations/promised-by.js';
import { CASE_VERBS } from '../../../src/operations/verbs.js';
import { loadPlaybookFile } from '../../../src/playbooks/load-folder.js';

const MINUTE = 60_000;

export function playbookNamed(id: string): Playbook {
  const file = join(import.meta.dirname, '../../../dialogs/playbooks', id, 'playbook.yaml');
  const read = loadPlaybookFile(
    file,
    CASE_VERBS.map(({ name }) => name),
  );
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.playbook;
}

/** `li front-desk; chen department-head dept=rooms off-duty no=0217` */
export function people(text: string): Person[] {
  return text.split(';').map((entry) => {
    const [name = '', roles = '', ...more] = entry.trim().split(/\s+/);
    const value = (key: string) => more.find((one) => one.startsWith(`${key}=`))?.slice(key.length + 1);
    return {
      name,
      displayName: value('name') ?? name,
      no: value('no'),
      roles: roles.split(','),
      department: value('dept'),
      skills: [],
      offDuty: more.includes('off-duty') || undefined,
      active: true,
    };
  });
}

/** A desk in memory: cases and promises, what was told and to whom; time is moved by hand. */
export class TestDesk {
  now: Date;
  readonly cases = new Map<string, Case>();
  readonly obligations = new Map<string, Obligation>();
  readonly told: Telling[] = [];
  readonly notified: Extract<Effect, { kind: 'notify' }>[] = [];
  readonly keys = new Set<string>();
  readonly staff: Person[];
  readonly needs: DeskNeeds;
  readonly operations: ReturnType<typeof createPerform>;
  number = '';
  #cause = 0;

  constructor(
    readonly playbook: Playbook,
    at: string,
    staff: string,
  ) {
    this.now = this.time(at);
    this.staff = people(staff);
    this.needs = this.#needs();
    this.operations = createPerform(this.needs);
  }

  time(text: string): Date {
    return fromLocal(text, this.playbook.calendar.zone);
  }

  /** An instant on the playbook's wall clock. */
  local(at: unknown): string | undefined {
    return typeof at === 'string' || at instanceof Date
      ? toLocal(new Date(at), this.playbook.calendar.zone)
      : undefined;
  }

  get case(): Case {
    return this.cases.get(this.number)!;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- paths into JSON, as transcripts read them
  get view(): any {
    return viewCase(this.case, this.playbook, this.now);
  }

  due(clock: string): string | undefined {
    return this.local(this.view.clocks[clock]?.dueAt);
  }

  promised(): string | undefined {
    return this.local(promisedBy(this.case, this.playbook));
  }

  async file(fields: Record<string, string>, more: Record<string, unknown> = {}, customerId = 'c1'): Promise<Case> {
    const { content = 'something went wrong', ...rest } = fields;
    const done = await this.operations.perform({
      verb: 'open-case',
      args: { text: content, fields: { name: 'A', phone: '13800138000', ...rest }, language: 'zh-CN', ...more },
      actor: { type: 'customer', customerId, conversationId: `chat-${customerId}` },
      conversationId: `chat-${customerId}`,
      cause: `file/${++this.#cause}`,
    });
    if (!done.ok) throw new Error(`${done.code} ${done.message} ${done.field}`);
    this.number = done.case.number;
    return done.case;
  }

  actor(name: string): Actor {
    if (name === 'customer') return { type: 'customer', customerId: this.case.customerId };
    if (name === 'desk') return { type: 'desk' };
    const person = this.staff.find((one) => one.name === name);
    if (!person) throw new Error(`nobody named ${name}`);
    return { type: 'person', person };
  }

  /** Performs on the case opened last, or answers why not. */
  async attempt(
    name: string,
    verb: string,
    args: Record<string, unknown> = {},
    ifVersion?: number,
  ): Promise<Performed> {
    const cause = `act/${++this.#cause}`;
    return this.operations.perform({ verb, number: this.number, args, actor: this.actor(name), cause, ifVersion });
  }

  async act(name: string, verb: string, args: Record<string, unknown> = {}): Promise<Case> {
    const done = await this.attempt(name, verb, args);
    if (!done.ok) throw new Error(`${name} ${verb}: ${done.code} ${done.message} ${done.field ?? ''}`);
    this.check();
    return done.case;
  }

  /** The refusal's code; nothing may have changed. */
  async refused(name: string, verb: string, args: Record<string, unknown> = {}, ifVersion?: number): Promise<string> {
    const before = this.cases.get(this.number);
    const done = await this.attempt(name, verb, args, ifVersion);
    if (done.ok) return 'performed';
    if (this.cases.get(this.number) !== before) throw new Error('a refused operation changed the case');
    return done.code;
  }

  /** Time passes until then; what the desk owes is done at its minute, in order. */
  async at(text: string): Promise<void> {
    await this.until(this.time(text));
  }

  async pass(minutes: number): Promise<void> {
    await this.until(new Date(this.now.getTime() + minutes * MINUTE));
  }

  async until(end: Date): Promise<void> {
    for (;;) {
      const next = [...this.obligations.values()]
        .filter(({ state, byPerson, dueAt }) => state === 'owed' && !byPerson && dueAt <= end)
        .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
      if (!next) break;
      this.now = new Date(Math.max(this.now.getTime(), next.dueAt.getTime()));
      await this.operations.performDue(next);
      this.check();
    }
    this.now = end;
  }

  /** What stands on the timetable is what follows from the cases, and no record was changed. */
  check(): void {
    const owed = [...this.obligations.values()].filter(({ state }) => state === 'owed');
    const follows = [...this.cases.values()].flatMap((of) => obligationsOf(of, this.playbook));
    const plain = (list: Obligation[]) => list.map(({ id, dueAt }) => `${id} ${dueAt.toISOString()}`).sort();
    expect(plain(owed)).toEqual(plain(follows));
    for (const of of this.cases.values()) expect(firstBroken(of.timeline)).toBeUndefined();
  }

  owed(kind: string, number = this.number): Obligation[] {
    return [...this.obligations.values()].filter(
      (one) => one.state === 'owed' && one.kind === kind && one.caseNumber === number,
    );
  }

  /** Keys of the phrases told to the customer since the last call, and plain words. */
  said(): string[] {
    return this.told.splice(0).flatMap(({ say }) => say.map((part) => (typeof part === 'string' ? part : part.key)));
  }

  /** Who was notified of what since the last call: `leader:notify.major`. */
  heard(): string[] {
    return this.notified.splice(0).map(({ to, phrase }) => {
      const who = 'person' in to ? to.person : 'role' in to ? to.role : 'desk';
      return `${who}:${phrase.key}`;
    });
  }

  /** Everything said has its words in every language. */
  #word(effect: Effect): void {
    const context = { zone: this.playbook.calendar.zone, now: this.now };
    for (const language of LANGUAGES) {
      if (effect.kind === 'notify') word(effect.phrase, language, context);
      if (effect.kind === 'tell')
        word([...effect.say, ...(effect.choices ?? []).map(({ label }) => label)], language, context);
    }
  }

  #carryOut(of: Case): void {
    for (const effect of of.effects) {
      if (this.keys.has(effect.key)) continue;
      this.keys.add(effect.key);
      this.#word(effect);
      if (effect.kind === 'tell') this.told.push(effect);
      else if (effect.kind === 'notify') this.notified.push(effect);
      else if (effect.kind === 'owe') {
        const { id } = effect.obligation;
        if (this.obligations.has(id)) throw new Error(`the promise ${id} is owed twice`);
        this.obligations.set(id, structuredClone(effect.obligation));
      } else if (effect.kind === 'move') this.obligations.get(effect.obligationId)!.dueAt = effect.dueAt;
      else if (effect.kind === 'settle') this.obligations.get(effect.obligationId)!.state = effect.state;
    }
    const { effectsDue: _done, ...stored } = of;
    if (this.cases.get(of.number)?.version === of.version) this.cases.set(of.number, { ...stored, effects: [] });
  }

  #needs(): DeskNeeds {
    const { cases, obligations } = this;
    const all = () => [...cases.values()];
    const chats = new Map<string, object>();
    const chat = (id: string) => {
      const customerId = id.replace('chat-', '');
      if (!chats.has(id))
        chats.set(id, { id, customerId, language: 'zh-CN', dialog: {}, playbookId: this.playbook.id });
      return chats.get(id);
    };
    return {
      stores: {
        cases: {
          create: async (of: Case) => !cases.has(of.number) && !!cases.set(of.number, structuredClone(of)),
          find: async (number: string) => cases.get(number),
          replace: async (of: Case, ifVersion: number) =>
            cases.get(of.number)?.version === ifVersion && !!cases.set(of.number, structuredClone(of)),
          ofCustomer: async (id: string) => all().filter(({ customerId }) => customerId === id),
          similar: async ({ since, customerId }: { since: Date; customerId?: string }) =>
            all().filter((of) => of.openedAt >= since && of.customerId === customerId),
          count: async ({
            openedSince,
            fieldEquals,
          }: {
            openedSince: Date;
            fieldEquals: { field: string; value: string };
          }) =>
            all().filter((of) => of.openedAt >= openedSince && of.fields[fieldEquals.field] === fieldEquals.value)
              .length,
          list: async () => ({ cases: all() }),
        },
        staff: { all: async () => this.staff as StaffAccount[] },
        playbooks: { byHash: async () => this.playbook, latest: async () => this.playbook },
        conversations: { find: async (id: string) => chat(id), ofCustomer: async (id: string) => [chat(`chat-${id}`)] },
        messages: {},
        obligations: {
          move: async (id: string, dueAt: Date) => void Object.assign(obligations.get(id)!, { dueAt }),
          settle: async (id: string, state: Obligation['state']) => {
            const one = obligations.get(id)!;
            if (one.state === 'owed') one.state = state;
          },
        },
      } as unknown as DeskNeeds['stores'],
      now: () => this.now,
      ids: { next: () => `salt${++this.#cause}`, inOrder: () => `salt${++this.#cause}` },
      carryOut: async (of) => this.#carryOut(of),
      playbook: () => this.playbook,
      playbooks: () => [this.playbook],
      simplified: (text) => text,
      linkOf: (number) => `https://desk.example/case/${number}`,
    };
  }
}
