import type { Case } from '../domain/case.js';
import { caseNumberFrom } from '../domain/case-number.js';
import type { Obligation } from '../domain/obligation.js';
import type { Playbook } from '../domain/playbook.js';
import type { Actor } from './actor.js';
import { decideCase, type Decided } from './decide-case.js';
import { decideDue } from './decide-due.js';
import type { DeskNeeds } from './desk-needs.js';
import { loadContext, loadEarlier, loadOthers, loadSpent } from './load-context.js';
import { obligationsOf } from './obligations-of.js';
import { mayOpen, readOpening } from './open-case.js';
import { decideOpening } from './opening.js';
import { Refusal, type Refused } from './refused.js';
import { caseVerb } from './verbs.js';

export interface CaseRequest {
  verb: string;
  /** Absent for `open-case`. */
  number?: string;
  args: Record<string, unknown>;
  actor: Actor;
  /** Idempotent: what was performed under it is answered again, whatever `ifVersion` says. */
  cause: string;
  /** STALE unless the case still has this version. */
  ifVersion?: number;
  /** The chat in which a case is opened, or of the customer for whom staff open one. */
  conversationId?: string;
  /** The conversation in whose turn this is performed: what it is told joins that turn, other chats are told later. */
  within?: string;
}

export type Performed = { ok: true; case: Case } | ({ ok: false } & Refused);

const ATTEMPTS = 50;

/** Loads, decides, stores by compare-and-set with the effects, then carries them out; a crash in between is mended by the next. */
export function createPerform(desk: DeskNeeds) {
  const { stores } = desk;

  async function perform(request: CaseRequest): Promise<Performed> {
    try {
      if (request.verb === 'open-case') return await open(request);
      const verb = caseVerb(request.verb);
      if (!verb) throw new Refusal('UNKNOWN_VERB');
      return await change(request.number ?? '', request, async (of, playbook) => {
        const context = await loadContext(desk, { playbook, actor: request.actor, cause: request.cause });
        if (verb.name === 'carry-out-remedy') context.spent = await loadSpent(desk, playbook);
        return decideCase(of, verb, request.args, context, request.ifVersion);
      });
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, ...error.refused };
      throw error;
    }
  }

  /** What the desk does when a promise is due; answers when to try again, if not now. */
  async function performDue(obligation: Obligation): Promise<void> {
    const { id, caseNumber = '', dueAt } = obligation;
    const cause = `due/${id}/${dueAt.getTime()}`;
    let postponed: Date | undefined;
    const performed = await change(caseNumber, { cause, actor: { type: 'desk' } }, async (of, playbook) => {
      const context = await loadContext(desk, { playbook, actor: { type: 'desk' }, cause });
      if (obligation.kind === 'survey') context.others = await loadOthers(desk, of);
      const decision = decideDue(of, obligation, context);
      if ('case' in decision) return decision;
      postponed = 'postponed' in decision ? decision.postponed : undefined;
      return { unchanged: true };
    });
    if (postponed) {
      const order = performed.ok ? performed.case.version : obligation.order;
      return stores.obligations.move(id, postponed, order);
    }
    if (!performed.ok) return stores.obligations.settle(id, 'waived', performed.code);
    // What is owed again, later, was moved with the case.
    const owed = obligationsOf(performed.case, await playbookOf(performed.case));
    if (!owed.some((one) => one.id === id)) await stores.obligations.settle(id, 'kept');
  }

  async function change(
    number: string,
    { cause, actor, within }: Pick<CaseRequest, 'cause' | 'actor' | 'within'>,
    decide: (of: Case, playbook: Playbook) => Promise<Decided>,
  ): Promise<Performed> {
    for (;;) {
      const found = await stores.cases.find(number);
      if (!found || !isTheirs(found, actor)) return { ok: false, ...new Refusal('NOT_FOUND').refused };
      if (found.effectsDue) await carryOut(found, within);
      if (found.timeline.some((entry) => entry.cause === cause)) return { ok: true, case: found };
      const decided = await decide(found, await playbookOf(found));
      if ('unchanged' in decided) return { ok: true, case: found };
      if ('refused' in decided) return { ok: false, ...decided.refused };
      const next = {
        ...decided.case,
        effects: [...decided.case.effects, ...(await releases(found, decided.case, cause))],
      };
      if (!(await stores.cases.replace(next, found.version))) continue;
      await carryOut(next, within);
      return { ok: true, case: next };
    }
  }

  async function open(request: CaseRequest): Promise<Performed> {
    const { actor, cause, within } = request;
    const playbook = await playbookFor(request);
    const read = readOpening(playbook, request.args);
    if (actor.type === 'person') mayOpen(playbook, actor.person.roles);
    const chat = await chatOf(request, read.args.customer);
    const language = read.args.language ?? chat?.language ?? playbook.languages[0]!;
    const customerId = chat?.customerId ?? (actor.type === 'customer' ? actor.customerId : undefined);
    const whose = { conversationId: chat?.id, customerId, language };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const number = caseNumberFrom(cause, attempt);
      const context = await loadContext(desk, { playbook, actor, cause });
      const { category, about } = read.args;
      const earlier = await loadEarlier(desk, playbook, { ...read, category, about, customerId });
      const opened = decideOpening({ number, read, ...whose }, { ...context, ...earlier });
      if (await stores.cases.create(opened)) {
        desk.opened?.();
        await carryOut(opened, within);
        return { ok: true, case: opened };
      }
      const existing = await stores.cases.find(number);
      if (existing?.timeline[0]?.cause !== cause) continue;
      if (existing.effectsDue) await carryOut(existing, within);
      return { ok: true, case: existing };
    }
    throw new Error('no case number is free');
  }

  /** Carries out what a case's last change decided; safe to repeat. */
  async function carryOut(of: Case, within?: string): Promise<void> {
    for (const effect of of.effects) {
      if (effect.kind !== 'perform') continue;
      const { verb, caseNumber: number, args, key: cause } = effect;
      await perform({ verb, number, args, actor: { type: 'desk' }, cause, within });
    }
    await desk.carryOut(of, within);
  }

  /** Surveys of the customer's other cases that waited for this one to close. */
  async function releases(before: Case, after: Case, cause: string): Promise<Case['effects']> {
    const ended = ['closed', 'withdrawn'].includes(after.status) && before.status !== after.status;
    if (!ended) return [];
    const others = await loadOthers(desk, after);
    if (others.some(({ status }) => status === 'open' || status === 'waiting-for-customer')) return [];
    return others
      .filter(({ survey }) => survey.state === 'owed' && survey.heldBack)
      .map(({ number }, n) => ({
        kind: 'perform',
        key: `${cause}/s${n}`,
        verb: 'release-survey',
        caseNumber: number,
        args: {},
      }));
  }

  async function playbookOf({ playbook }: Case): Promise<Playbook> {
    const found = (await stores.playbooks.byHash(playbook.hash)) ?? (await stores.playbooks.latest(playbook.id));
    if (!found) throw new Error(`the playbook ${playbook.id} is not stored`);
    return found;
  }

  async function playbookFor({ args, actor, conversationId }: CaseRequest): Promise<Playbook> {
    const named = typeof args.playbook === 'string' ? args.playbook : undefined;
    const chat = conversationId ? await stores.conversations.find(conversationId) : undefined;
    const draft = actor.type === 'customer' ? chat?.dialog.draft?.playbook : undefined;
    const stored = draft && (await stores.playbooks.byHash(draft.hash));
    const roles = actor.type === 'person' ? actor.person.roles : [];
    const worksHere = (one?: Playbook) => one?.roles.some(({ id }) => roles.includes(id)) ?? false;
    const ofChat = chat && desk.playbook(chat.playbookId);
    const theirs = worksHere(ofChat) ? ofChat : desk.playbooks().find(worksHere);
    const found =
      stored ?? desk.playbook(named ?? draft?.id ?? (actor.type === 'person' ? theirs?.id : chat?.playbookId));
    if (!found) throw new Refusal('INVALID', 'There is no such playbook.', 'playbook');
    return found;
  }

  async function chatOf({ conversationId }: CaseRequest, customer: string | undefined) {
    if (conversationId) return stores.conversations.find(conversationId);
    const chats = customer ? await stores.conversations.ofCustomer(customer) : [];
    return chats.sort((a, b) => (b.heardFromAt?.getTime() ?? 0) - (a.heardFromAt?.getTime() ?? 0))[0];
  }

  return { perform, performDue, carryOut, playbookOf };
}

/** Customers act on their own cases only. */
function isTheirs(of: Case, actor: Actor): boolean {
  if (actor.type !== 'customer') return true;
  const sameChat = actor.conversationId !== undefined && of.conversationId === actor.conversationId;
  return sameChat || (actor.customerId !== undefined && of.customerId === actor.customerId);
}
