import { Router } from 'express';
import type { Case } from '../../domain/case.js';
import { remediesOf } from '../../domain/case-facts.js';
import type { Playbook } from '../../domain/playbook.js';
import type { CaseQuery } from '../../domain/ports.js';
import type { Person } from '../../domain/staff.js';
import type { AllowedVerb } from '../../operations/allowed-verbs.js';
import { isOver } from '../../operations/check-verb.js';
import type { StaffPorts } from '../staff-ports.js';
import { approvalOf } from './course-routes.js';
import { clockLeft } from './clock-left.js';
import { playbookReader } from './playbook-of-case.js';
import { senderOf } from './session.js';
import { visibleCases } from './visible-cases.js';

const MOST = 2000;

/** What waits for somebody's approval, and for more time, with whether this person may give it and, if not, why. */
export function approvalRoutes(ports: StaffPorts): Router {
  const router = Router();
  const playbookOf = playbookReader(ports);

  router.get('/approvals', async (_request, response) => {
    const { person } = senderOf(response);
    const stages = new Set(
      ports.playbooks().flatMap((one) => one.stages.filter(({ approval }) => approval).map(({ id }) => id)),
    );
    const [asking, ...waiting] = await Promise.all([
      found(ports, { asksForTime: true }, person),
      ...[...stages].map((stage) => found(ports, { stage, status: 'open' }, person)),
    ]);
    const rows = await Promise.all([
      ...waiting.flat().map((of) => rowOf(of, person, ofStage)),
      ...asking.map((of) => rowOf(of, person, ofTime)),
    ]);
    const approvals = rows.filter((row) => row !== undefined);
    approvals.sort((a, b) => (a.clock?.dueAt.getTime() ?? Infinity) - (b.clock?.dueAt.getTime() ?? Infinity));
    response.json({ approvals });
  });

  async function rowOf(of: Case, person: Person, waits: Waits) {
    const playbook = await playbookOf(of);
    const asked = playbook && waits(of, playbook, person);
    if (!asked) return undefined;
    const { allowed = [] } = (await ports.viewCase(of, person)) as { allowed?: AllowedVerb[] };
    const may = (verb: string) => offered(allowed, verb, asked.approval.what);
    const { clock: going, ...what } = asked;
    const approve = may('approve');
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
      ...what,
      allowed: approve?.allowed ?? false,
      because: approve?.because,
      refusable: may('refuse')?.allowed ?? false,
      clock: going && clockLeft(going, playbook.calendar, ports.now()),
    };
  }
  return router;
}

interface Asked {
  approval: { what?: string; by: string[]; limit?: number };
  remedies: Case['remedies'];
  total: number;
  extension?: { clock: string; by: string; dueAt: Date; because: string };
  clock?: Case['clocks'][number];
}
type Waits = (of: Case, playbook: Playbook, person: Person) => Asked | undefined;

/** What the stage is for: the remedies of the round, or what else its playbook names. */
const ofStage: Waits = (of, playbook, person) => {
  if (!playbook.stages.find(({ id }) => id === of.stage)?.approval) return undefined;
  const remedies = remediesOf(of);
  const total = remedies.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const clock = of.clocks.findLast((one) => one.of === 'stage');
  return { approval: approvalOf(of, playbook, person), remedies, total, clock };
};

/** A later due time of one clock. */
const ofTime: Waits = (of) => {
  const asked = of.extensions.find(({ state }) => state === 'proposed');
  if (!asked || isOver(of)) return undefined;
  const clock = of.clocks.findLast(({ id }) => id === asked.clock);
  const { by, dueAt, because, approver } = asked;
  const extension = { clock: asked.clock, by, dueAt, because };
  return { approval: { what: 'extension', by: [approver] }, remedies: [], total: 0, extension, clock };
};

/** Where the verb may be meant in several ways, the one meant here; what the stage is for is the one that names nothing. */
function offered(allowed: AllowedVerb[], verb: string, what: string | undefined) {
  const all = allowed.find((one) => one.verb === verb);
  const named = (given: object) => (given as { what?: string }).what;
  return all?.offers?.find(({ given }) => named(given) === (what === 'extension' ? what : undefined)) ?? all;
}

async function found(ports: StaffPorts, query: Partial<CaseQuery>, person: Person): Promise<Case[]> {
  const all: Case[] = [];
  for await (const of of visibleCases(ports, person, query)) {
    all.push(of);
    if (all.length === MOST) break;
  }
  return all;
}
