import type { Case, Remedy } from '../domain/case.js';
import { sumOf } from '../domain/case-facts.js';
import type { Playbook } from '../domain/playbook.js';
import { endOfMonth } from '../domain/working-time.js';
import type { Actor } from './actor.js';
import type { CaseContext } from './case-work.js';
import type { DeskNeeds } from './desk-needs.js';

const DAY = 86_400_000;

interface About {
  playbook: Playbook;
  actor: Actor;
  cause: string;
}

/** What every decision may know; other cases are loaded only where one is asked about. */
export async function loadContext(desk: DeskNeeds, about: About): Promise<CaseContext> {
  const { now, ids, stores, simplified, linkOf } = desk;
  const staff = await stores.staff.all();
  return { ...about, now: now(), salt: ids.next(), staff, others: [], counts: {}, spent: 0, simplified, linkOf };
}

/** Cases of the same customer that may be about the same matter, and how often a value was named lately. */
export async function loadEarlier(
  { stores, now }: DeskNeeds,
  playbook: Playbook,
  of: { fields: Record<string, string>; category?: string; customerId?: string; about?: string },
): Promise<Pick<CaseContext, 'others' | 'counts' | 'about'>> {
  const { fields, category, customerId } = of;
  const since = (days: number) => new Date(now().getTime() - days * DAY);
  const anyField = playbook.repeat.sameAny.flatMap((field) => (fields[field] ? [{ field, value: fields[field] }] : []));
  const others = await stores.cases.similar({
    playbookId: playbook.id,
    since: since(playbook.repeat.days),
    anyField,
    customerId,
    phone: fields.phone,
    category,
  });
  const counts: Record<string, number> = {};
  for (const { id, sameField } of playbook.severityRules) {
    const value = sameField && fields[sameField.field];
    if (!sameField || !value) continue;
    const fieldEquals = { field: sameField.field, value };
    const before = await stores.cases.count({
      playbookId: playbook.id,
      openedSince: since(sameField.days),
      fieldEquals,
    });
    counts[id] = before + 1;
  }
  const named = of.about === undefined ? undefined : await stores.cases.find(of.about);
  const about = customerId !== undefined && named?.customerId === customerId ? named : undefined;
  return { others, counts, about };
}

/** Other cases of the case's customer. */
export async function loadOthers({ stores }: DeskNeeds, of: Case): Promise<Case[]> {
  if (!of.customerId) return [];
  return (await stores.cases.ofCustomer(of.customerId)).filter(({ number }) => number !== of.number);
}

/** What was spent of this month's budget. */
export async function loadSpent({ stores, now }: DeskNeeds, playbook: Playbook): Promise<number> {
  const { budget, calendar } = playbook;
  if (!budget) return 0;
  const end = endOfMonth(now(), calendar).getTime();
  const inMonth = ({ doneAt }: Remedy) => doneAt !== undefined && endOfMonth(doneAt, calendar).getTime() === end;
  const { cases } = await stores.cases.list({ limit: 100_000 });
  const ours = cases.filter((of) => of.playbook.id === playbook.id).flatMap(({ remedies }) => remedies);
  return sumOf(ours.filter((remedy) => remedy.kind === budget.remedy && inMonth(remedy)));
}
