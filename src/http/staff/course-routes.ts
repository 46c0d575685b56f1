import { Router } from 'express';
import { approvalLimit } from '../../domain/approval.js';
import type { Case } from '../../domain/case.js';
import { factsOf, recordsHere } from '../../domain/case-facts.js';
import { holds } from '../../domain/condition.js';
import { explainClock } from '../../domain/clock.js';
import type { Condition, Playbook } from '../../domain/playbook.js';
import { missingNeeds } from '../../domain/stage-needs.js';
import { ownerOf, stageOf } from '../../domain/stage-owner.js';
import type { Person } from '../../domain/staff.js';
import { firstBroken } from '../../domain/timeline.js';
import { approversOf, rolesHere } from '../../operations/who-may.js';
import type { StaffPorts } from '../staff-ports.js';
import { visibleCase } from './case-routes.js';
import { clockLeft } from './clock-left.js';
import { remindable } from './reminder-routes.js';
import { playbookReader } from './playbook-of-case.js';
import { senderOf } from './session.js';
import { seesCase } from './visibility.js';

/** What a case's page shows beside the case's JSON: what the stage still needs, its clocks line by line, its neighbours. */
export function courseRoutes(ports: StaffPorts): Router {
  const router = Router();
  const playbookOf = playbookReader(ports);
  router.get('/cases/:number/course', async (request, response) => {
    const { person } = senderOf(response);
    const of = await visibleCase(ports, String(request.params.number), person);
    const playbook = await playbookOf(of);
    const [suggested, earlier, chat] = await Promise.all([
      awaitsClassifying(of, playbook) ? ports.suggest(of) : undefined,
      of.customerId ? ports.stores.cases.ofCustomer(of.customerId) : [],
      of.conversationId ? ports.stores.conversations.find(of.conversationId) : undefined,
    ]);
    const now = ports.now();
    response.json({
      number: of.number,
      version: of.version,
      conversation: of.conversationId,
      channel: chat?.channel,
      ...(playbook && courseOf(of, playbook, person, now)),
      ...(playbook && (await remindable(ports, of, playbook, person))),
      suggested,
      unaltered: firstBroken(of.timeline) === undefined,
      entries: of.timeline.length,
      lastHash: of.timeline.at(-1)?.hash,
      earlier: earlier.filter((one) => one.number !== of.number && seesCase(one, person)).map(earlierCase),
    });
  });
  return router;
}

const awaitsClassifying = (of: Case, playbook: Playbook | undefined) =>
  playbook !== undefined && missingNeeds(of, playbook, stageOf(of, playbook)).some(({ verb }) => verb === 'classify');

function courseOf(of: Case, playbook: Playbook, person: Person, now: Date) {
  const stage = stageOf(of, playbook);
  const { customer, roles, person: one } = ownerOf(of, playbook);
  return {
    owner: { customer, roles, person: one?.name },
    needs: missingNeeds(of, playbook, stage).map(({ verb, with: given, by, all }) => ({ verb, with: given, by, all })),
    course: of.course.map(({ stage: id, at, leftAt, lap }) => ({ stage: id, at, leftAt, lap })),
    clocks: of.clocks.map((clock) => ({
      ...clockLeft(clock, playbook.calendar, now),
      round: clock.round,
      lines: explainClock(clock, playbook.calendar),
    })),
    ...(stage.approval && { approval: approvalOf(of, playbook, person) }),
  };
}

/** Who approves here, and up to how much this person may. */
export function approvalOf(of: Case, playbook: Playbook, person: Person) {
  const stage = stageOf(of, playbook);
  const by = approversOf(of, playbook);
  const limit = approvalLimit(stage, by, rolesHere(person, playbook), playbook);
  const each = stage.needs.find((need) => need.each)?.each;
  const turns = each && turnsOf(of, each.roles);
  const { what, limits } = stage.approval ?? {};
  return { what, by, limits, turns, ...(Number.isFinite(limit) && { limit }) };
}

/** Those who approve one after another, with who did already. */
function turnsOf(of: Case, roles: { role: string; when?: Condition }[]) {
  const facts = factsOf(of);
  const approved = recordsHere(of).filter(({ verb }) => verb === 'approve');
  return roles
    .filter(({ when }) => holds(when, facts))
    .map(({ role }) => ({ role, approvedBy: approved.find(({ args }) => args.as === role)?.by }));
}

function earlierCase({ number, openedAt, status, category, remedies, guestNote, acceptance, stage }: Case) {
  return {
    number,
    openedAt,
    status,
    stage,
    category,
    acceptance,
    guestNote,
    paid: remedies.reduce((sum, { state, amount }) => sum + (state === 'done' ? (amount ?? 0) : 0), 0),
  };
}
