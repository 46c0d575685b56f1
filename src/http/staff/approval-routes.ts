import { Router } from 'express';
import type { Case } from '../../domain/case.js';
import { remediesOf } from '../../domain/case-facts.js';
import type { Person } from '../../domain/staff.js';
import type { StaffPorts } from '../staff-ports.js';
import { approvalOf } from './course-routes.js';
import { clockLeft } from './clock-left.js';
import { playbookReader } from './playbook-of-case.js';
import { senderOf } from './session.js';
import { visibleCases } from './visible-cases.js';

const MOST = 2000;

/** What waits for somebody's approval, with whether this person may give it and, if not, why. */
export function approvalRoutes(ports: StaffPorts): Router {
  const router = Router();
  const playbookOf = playbookReader(ports);

  router.get('/approvals', async (_request, response) => {
    const { person } = senderOf(response);
    const stages = new Set(
      ports.playbooks().flatMap((one) => one.stages.filter(({ approval }) => approval).map(({ id }) => id)),
    );
    const found = await Promise.all([...stages].map((stage) => waitingIn(ports, stage, person)));
    const rows = await Promise.all(found.flat().map((of) => rowOf(of, person)));
    const approvals = rows.filter((row) => row !== undefined);
    approvals.sort((a, b) => (a.clock?.dueAt.getTime() ?? Infinity) - (b.clock?.dueAt.getTime() ?? Infinity));
    response.json({ approvals });
  });

  async function rowOf(of: Case, person: Person) {
    const playbook = await playbookOf(of);
    if (!playbook?.stages.find(({ id }) => id === of.stage)?.approval) return undefined;
    const { allowed = [] } = (await ports.viewCase(of, person)) as {
      allowed?: { verb: string; allowed: boolean; because?: string }[];
    };
    const remedies = remediesOf(of);
    const clock = of.clocks.findLast((one) => one.of === 'stage');
    const may = allowed.find(({ verb }) => verb === 'approve');
    return {
      number: of.number,
      version: of.version,
      playbook: of.playbook.id,
      stage: of.stage,
      severity: of.severity,
      category: of.category,
      name: of.fields.name,
      content: of.fields.content?.slice(0, 200),
      round: of.rounds,
      remedies,
      total: remedies.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
      approval: approvalOf(of, playbook, person),
      allowed: may?.allowed ?? false,
      because: may?.because,
      clock: clock && clockLeft(clock, playbook.calendar, ports.now()),
    };
  }
  return router;
}

async function waitingIn(ports: StaffPorts, stage: string, person: Person): Promise<Case[]> {
  const all: Case[] = [];
  for await (const of of visibleCases(ports, person, { stage, status: 'open' })) {
    all.push(of);
    if (all.length === MOST) break;
  }
  return all;
}
