import type { Case } from './case.js';
import { dueAtOf } from './clock.js';
import type { Playbook, Stage } from './playbook.js';

/** What a customer may know of their case; nothing internal. Phrases by key, instants as ISO strings. */
export interface CustomerView {
  number: string;
  kind: string;
  status: Case['status'];
  /** The stage as customers see it: a key of `stage.*`. */
  stage: Stage['customerLabel'] | 'closed';
  language: Case['language'];
  openedAt: string;
  closedAt?: string;
  /** The steps of the course so far and the present one, merged where customers see no difference. */
  path: { stage: Stage['customerLabel']; at: string; leftAt?: string }[];
  /** Where the course is open: every stage with its name and times. */
  course?: { label: Stage['label']; at: string; leftAt?: string; dueAt?: string }[];
  /** The next date promised. */
  promised?: string;
  /** Dates that were not kept. */
  late: { stage: Stage['customerLabel']; dueAt: string }[];
  done: { what: string; at: string }[];
  /** What is asked of the customer. */
  asks?: 'outcome' | 'quote' | 'sign-off' | 'question';
  question?: string;
  remedies: { kind: string; amount?: number; text?: string; state: string }[];
  visits: { at: string; arrivedAt?: string }[];
  evidence: { name: string; size: number }[];
}

const DONE: Record<string, string> = {
  'confirm-facts': 'done.confirmed',
  assign: 'done.assigned',
  'ask-party': 'done.asked',
  'record-finding': 'done.found',
  'propose-remedy': 'done.proposed',
  arrive: 'done.visited',
  'inform-customer': 'done.told',
  'accept-outcome': 'done.accepted',
  'refuse-outcome': 'done.refused',
  'carry-out-remedy': 'done.carried_out',
  'complete-action': 'done.improved',
};

/** `promised`: the next word promised to this customer, if any. */
export function customerView(of: Case, playbook: Playbook, promised: Date | undefined): CustomerView {
  const stageNamed = (id: string) => playbook.stages.find((stage) => stage.id === id);
  const label = (id: string) => stageNamed(id)?.customerLabel ?? 'look';
  const closed = of.status === 'closed' || of.status === 'withdrawn';
  const stage = stageNamed(of.stage);
  return {
    number: of.number,
    kind: of.kind,
    status: of.status,
    stage: closed ? 'closed' : label(of.stage),
    language: of.language,
    openedAt: of.openedAt.toISOString(),
    closedAt: of.closedAt?.toISOString(),
    path: pathOf(of, label),
    course: playbook.openCourse ? courseOf(of, playbook) : undefined,
    promised: promised?.toISOString(),
    late: of.clocks
      .filter((clock) => clock.of === 'stage' && clock.events.some(({ what }) => what === 'breached'))
      .map((clock) => ({
        stage: label(of.course[clock.entry - 1]?.stage ?? of.stage),
        dueAt: dueAtOf(clock, playbook.calendar).toISOString(),
      })),
    done: [
      { what: 'done.registered', at: of.openedAt.toISOString() },
      ...of.records.flatMap(({ verb, at }) => (DONE[verb] ? [{ what: DONE[verb], at: at.toISOString() }] : [])),
      ...(closed && of.closedAt ? [{ what: 'done.closed', at: of.closedAt.toISOString() }] : []),
    ],
    asks:
      of.status === 'waiting-for-customer' ? (stage?.acceptance ?? 'outcome') : of.question ? 'question' : undefined,
    question: of.question?.text,
    remedies: of.remedies
      .filter(({ state }) => state === 'done' || (state === 'approved' && of.status === 'waiting-for-customer'))
      .map(({ kind, amount, text, state }) => ({ kind, amount, text, state })),
    visits: of.visits.map(({ at, arrivedAt }) => ({ at, arrivedAt: arrivedAt?.toISOString() })),
    evidence: of.evidence.map(({ name, size }) => ({ name, size })),
  };
}

function pathOf(of: Case, label: (id: string) => Stage['customerLabel']): CustomerView['path'] {
  const path: CustomerView['path'] = [];
  for (const { stage, at, leftAt } of of.course) {
    const last = path.at(-1);
    if (last?.stage === label(stage)) last.leftAt = leftAt?.toISOString();
    else path.push({ stage: label(stage), at: at.toISOString(), leftAt: leftAt?.toISOString() });
  }
  return path;
}

function courseOf(of: Case, playbook: Playbook): CustomerView['course'] {
  return of.course.flatMap(({ stage: id, at, leftAt }, index) => {
    const stage = playbook.stages.find((one) => one.id === id);
    const clock = of.clocks.findLast((one) => one.of === 'stage' && one.entry === index + 1);
    const dueAt = clock && dueAtOf(clock, playbook.calendar).toISOString();
    return stage ? [{ label: stage.label, at: at.toISOString(), leftAt: leftAt?.toISOString(), dueAt }] : [];
  });
}
