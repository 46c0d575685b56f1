import type { Case } from '../../domain/case.js';
import type { Conversation } from '../../domain/conversation.js';
import type { Change, StaffPorts } from '../staff-ports.js';
import type { WhoIsThere } from './presence.js';
import { Standing } from './standing.js';

/** Something that changed, read once for all who watch. */
export interface Told {
  /** Everything that changed OVERLAP_MS before then was told before. */
  at: Date;
  case?: Case;
  conversation?: Conversation;
  /** All cases of the conversation's customer: they decide who sees it. */
  cases?: Case[];
  /** Somebody was told something. */
  person?: string;
  /** Only who is there changed. */
  there?: { name: string; typing: boolean }[];
}

export interface Look {
  tell(batch: Told[], standing: Standing): Promise<void>;
  /** Something could not be told: whoever looks goes on from the last place. */
  end(): void;
}

const POLL_MS = 1000;
const EXPIRE_MS = 2000;
/** Clocks of processes differ by less, and what one decides is written by then. */
const OVERLAP_MS = 10_000;
/** A turn that is not written by then waits for a recovery, which counts as a change of its own. */
const LOST_MS = 600_000;
const TIDY_MS = 60_000;
/** After more than that a client reads everything again. */
const MOST = 2000;

/**
 * What changes on the desk, from this process at once and from others by looking into the store: all of it is told once it
 * can be read. A place in it is a time, so that any process can go on from where another stopped.
 */
export class DeskFeed {
  readonly #looks = new Set<Look>();
  readonly #waiting = new Map<string, Change & { there?: true }>();
  /** What was told of late: the version and when, by what it is. */
  readonly #known = new Map<string, { version: number; toldAt: number }>();
  #stops: (() => void)[] = [];
  #from = new Date(0);
  #tidied = 0;
  #telling = false;
  #polling: Promise<void> | undefined;

  constructor(
    private readonly ports: StaffPorts,
    private readonly who: WhoIsThere,
  ) {}

  watch(look: Look): () => void {
    this.#looks.add(look);
    if (this.#looks.size === 1) this.#start();
    return () => {
      if (this.#looks.delete(look) && this.#looks.size === 0) this.#stops.splice(0).forEach((stop) => stop());
    };
  }

  /** What changed since a place; undefined when that is too much to tell one by one. */
  async since(place: Date): Promise<Told[] | undefined> {
    const { cases, conversations, notifications } = this.ports.stores;
    const from = new Date(place.getTime() - OVERLAP_MS);
    const at = this.ports.now();
    const [changedCases, changedTalks, told] = await Promise.all([
      cases.changedSince(from, MOST + 1),
      conversations.changedSince(from, MOST + 1),
      notifications.list({ since: from, limit: MOST + 1 }),
    ]);
    if (Math.max(changedCases.length, changedTalks.length, told.length) > MOST) return undefined;
    return [
      ...(await Promise.all(changedCases.map(({ number }) => this.#case(at, number)))).flat(),
      ...(await Promise.all(changedTalks.map(({ id }) => this.#talk(at, id)))).flat(),
      ...[...new Set(told.map(({ to }) => to))].map((person) => ({ at, person })),
    ];
  }

  #start(): void {
    const { ports, who } = this;
    this.#from = ports.now();
    const expire = setInterval(() => who.expire(), EXPIRE_MS).unref();
    this.#stops = [
      ports.watchDesk((change) => this.#hear(change)),
      who.watch((conversationId) => this.#hear({ conversationId, there: true })),
      () => clearInterval(expire),
    ];
    if (!ports.shared) return;
    const poll = setInterval(() => this.#poll(), POLL_MS).unref();
    const nudged = ports.stores.watch?.(() => this.#poll());
    this.#stops.push(
      () => clearInterval(poll),
      () => nudged?.(),
    );
  }

  #hear({ caseNumber, conversationId, person, there }: Change & { there?: true }): void {
    const change = { caseNumber, conversationId, person, there };
    this.#waiting.set(JSON.stringify(change), change);
    if (this.#telling) return;
    this.#telling = true;
    void this.#tell();
  }

  /** One batch after the other: what changes meanwhile is told once, however often it changed. */
  async #tell(): Promise<void> {
    await Promise.resolve(); // whatever is said in the same breath is one batch
    while (this.#waiting.size > 0) {
      const changes = [...this.#waiting.values()];
      this.#waiting.clear();
      await Promise.all(changes.map((change) => this.#read(change))).then(
        (batch) => this.#pass(batch.flat()),
        (error: unknown) => this.#failed(error, [...this.#looks]),
      );
    }
    this.#telling = false;
  }

  async #pass(batch: Told[]): Promise<void> {
    if (batch.length === 0) return;
    const looks = [...this.#looks];
    try {
      const standing = await Standing.read(this.ports);
      await Promise.all(
        looks.map((look) => look.tell(batch, standing).catch((error: unknown) => this.#failed(error, [look]))),
      );
    } catch (error) {
      this.#failed(error, looks);
    }
  }

  #failed(error: unknown, looks: Look[]): void {
    this.ports.log.warn(
      { err: String(error) },
      'a change could not be told; those who look begin again where they were',
    );
    looks.forEach((look) => look.end());
  }

  async #read({ caseNumber, conversationId, person, there }: Change & { there?: true }): Promise<Told[]> {
    const at = this.ports.now();
    const told: Told[] = person === undefined ? [] : [{ at, person }];
    if (caseNumber !== undefined) told.push(...(await this.#case(at, caseNumber)));
    if (conversationId === undefined) return told;
    const talk = await this.#talk(at, conversationId, there);
    return [...told, ...talk.map((one) => (there ? { ...one, there: this.who.of(conversationId) } : one))];
  }

  async #case(at: Date, number: string): Promise<Told[]> {
    const of = await this.ports.stores.cases.find(number);
    if (of) this.#remember(`case ${number}`, of.version, at);
    return of ? [{ at, case: of }] : [];
  }

  async #talk(at: Date, id: string, onlyThere = false): Promise<Told[]> {
    const { cases, conversations } = this.ports.stores;
    const conversation = await conversations.find(id);
    if (!conversation) return [];
    if (!onlyThere) this.#remember(`conversation ${id}`, conversation.version, at);
    return [{ at, conversation, cases: await cases.ofCustomer(conversation.customerId) }];
  }

  #poll(): void {
    this.#polling ??= this.#lookForOthers()
      .catch((error: unknown) => this.ports.log.warn({ err: String(error) }, 'the feed of other processes waits'))
      .finally(() => (this.#polling = undefined));
  }

  /** What other processes did. A change whose messages are not written yet is looked at again. */
  async #lookForOthers(): Promise<void> {
    const { stores, now } = this.ports;
    const began = now();
    const from = this.#from;
    const [cases, talks, told] = await Promise.all([
      stores.cases.changedSince(from, MOST),
      stores.conversations.changedSince(from, MOST),
      stores.notifications.list({ since: from, limit: MOST }),
      this.who.takeOthers(),
    ]);
    const batch: Told[] = [];
    // The next look begins before whatever this one could not tell.
    const next = [began.getTime() - OVERLAP_MS];
    for (const list of [cases, talks]) if (list.length === MOST) next.push(list.at(-1)!.at.getTime());
    for (const { number, version, at } of cases) {
      if (this.#isTold(`case ${number}`, version, at)) continue;
      batch.push(...(await this.#case(began, number)));
      this.#remember(`case ${number}`, version, at);
    }
    for (const { id, version, seq, at } of talks) {
      if (this.#isTold(`conversation ${id}`, version, at)) continue;
      const isLate = began.getTime() - at.getTime() > LOST_MS;
      if (isLate || (await this.#isWritten(id, seq))) {
        batch.push(...(await this.#talk(began, id)));
        this.#remember(`conversation ${id}`, version, at);
      } else next.push(at.getTime());
    }
    for (const { id, to, at } of told) {
      if (this.#isTold(id, 1, at)) continue;
      this.#remember(id, 1, at);
      batch.push({ at: began, person: to });
    }
    this.#from = new Date(Math.min(...next));
    for (const [key, { toldAt }] of this.#known) if (toldAt < this.#from.getTime()) this.#known.delete(key);
    await this.#pass(batch);
    if (began.getTime() - this.#tidied < TIDY_MS) return;
    this.#tidied = began.getTime();
    await stores.presence.forget(new Date(this.#tidied - TIDY_MS));
  }

  #remember(key: string, version: number, at: Date): void {
    if (!this.ports.shared) return;
    const before = this.#known.get(key);
    const toldAt = Math.max(at.getTime(), before?.version === version ? before.toldAt : 0);
    this.#known.set(key, { version: Math.max(version, before?.version ?? 0), toldAt });
  }

  /** That version was told, after it changed last. */
  #isTold(key: string, version: number, changed: Date): boolean {
    const known = this.#known.get(key);
    return known?.version === version && known.toldAt >= changed.getTime();
  }

  /** The rows of a turn come after its decision. */
  async #isWritten(id: string, seq: number): Promise<boolean> {
    return seq === 0 || (await this.ports.stores.messages.page(id, seq - 1, 1)).length > 0;
  }
}
