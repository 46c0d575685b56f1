import fc from 'fast-check';
import { allowedVerbs } from '../../src/operations/allowed-verbs.js';
import { missingNeeds } from '../../src/domain/stage-needs.js';
import { stageOf } from '../../src/domain/stage-owner.js';
import { playbookNamed, TestDesk } from './support/desk.js';

const BOOKS = { 'hotel-frontdesk': { place: 'x', concerned: '不知道' }, travel: { order_no: 'TR20260301-88' } };
const books = new Map(Object.keys(BOOKS).map((id) => [id, playbookNamed(id)]));
const STAFF =
  'li front-desk,service; he front-desk,service; wang manager,department-head dept=rooms; zhao leader,manager; chen department-head dept=rooms';

const ACTS: [string, Record<string, unknown>][] = [
  ['classify', { category: 'other', nature: 'valid', severity: 'general', because: 'x' }],
  ['classify', { severity: 'major' }],
  ['confirm-facts', {}],
  ['assign', { to: 'chen' }],
  ['assign', { to: 'li' }],
  ['assign', { department: 'rooms' }],
  ['record-finding', { cause: 'x', responsible: 'y', checks: 'staff,site,records' }],
  ['propose-remedy', { kind: 'apology' }],
  ['approve', {}],
  ['approve', { what: 'extension' }],
  ['refuse', { reason: 'x' }],
  ['carry-out-remedy', {}],
  ['add-action', { kind: 'preventive', what: 'x', due: '2026-03-20' }],
  ['inform-customer', { text: 'x' }],
  ['record-contact', { with: 'customer', note: 'x' }],
  ['record-contact', { with: 'customer', note: 'x', accepts: 'yes' }],
  ['ask-customer', { text: 'x' }],
  ['acknowledge', {}],
  ['recuse', { person: 'chen', reason: 'x' }],
  ['extend-deadline', { clock: 'resolution', by: '1d', reason: 'x' }],
  ['reopen', { reason: 'x' }],
  ['accept-outcome', {}],
  ['refuse-outcome', { reason: 'x' }],
  ['answer-question', { text: 'x' }],
  ['answer-survey', { score: 1 }],
  ['answer-survey', { score: 5, comment: 'x' }],
  ['record-delivery', { reached: 'no', asks: 'yes' }],
  ['record-delivery', { reached: 'yes', asks: 'yes', heard: 'desk' }],
];
const PEOPLE = ['li', 'wang', 'zhao', 'chen'];
const OTHERS = ['customer', 'desk'];

const move = fc.oneof(
  // Something that is possible now, so that cases come far; or anything by anybody.
  { weight: 8, arbitrary: fc.record({ possible: fc.nat(1000) }) },
  { weight: 2, arbitrary: fc.record({ by: fc.constantFrom(...PEOPLE, ...OTHERS), act: fc.constantFrom(...ACTS) }) },
  { weight: 2, arbitrary: fc.record({ minutes: fc.integer({ min: 1, max: 5 * 1440 }) }) },
);

/** Everything in the list that somebody may do now. */
function possible(desk: TestDesk): [string, ...(typeof ACTS)[number]][] {
  const staff = PEOPLE.flatMap((name) => {
    const person = desk.staff.find((one) => one.name === name)!;
    const allowed = allowedVerbs(desk.case, desk.playbook, person, desk).filter((one) => one.allowed);
    return ACTS.filter(([verb]) => allowed.some((one) => one.verb === verb)).map((act) => [name, ...act] as const);
  });
  const theirs = ACTS.filter(([verb]) => /outcome$|question$|survey$/.test(verb)).map(
    (act) => ['customer', ...act] as const,
  );
  return [...staff, ...theirs].map(([...one]) => one);
}

async function make(
  desk: TestDesk,
  one: { possible?: number; by?: string; act?: (typeof ACTS)[number]; minutes?: number },
) {
  if (one.minutes !== undefined) return desk.pass(one.minutes);
  const all = possible(desk);
  const wanted = missingNeeds(desk.case, desk.playbook, stageOf(desk.case, desk.playbook)).map(({ verb }) => verb);
  const useful = all.filter(([, verb]) => wanted.includes(verb) || verb === 'answer-survey');
  // Two of three times something that takes the case on.
  const acts = one.possible! % 3 > 0 && useful.length > 0 ? useful : all;
  const [by, verb, args] = one.act ? [one.by!, ...one.act] : acts[one.possible! % acts.length]!;
  await desk.refused(by, verb, args);
}

describe('whatever people do, in whatever order', () => {
  it('what is owed follows from the case, refusals change nothing, and the record stands', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('hotel-frontdesk', 'travel'),
        fc.array(move, { minLength: 20, maxLength: 80 }),
        async (id, moves) => {
          const book = books.get(id)!;
          const desk = new TestDesk(book, '2026-03-02 10:00', STAFF);
          await desk.file({ content: 'x', ...BOOKS[id as keyof typeof BOOKS] }, { category: 'other' });
          for (const one of moves) {
            const before = desk.case.timeline.length;
            await make(desk, one);
            desk.check();
            expectSound(desk, before);
            seen.add(desk.case.status).add(`${id} ${desk.case.stage}`);
            if (desk.case.reopened > 0) seen.add('reopened');
          }
        },
      ),
      { numRuns: 20 },
    );
    // The walk is worth its time only when it gets about.
    for (const status of ['open', 'waiting-for-customer', 'closed']) expect(seen).toContain(status);
  }, 120_000);
});

function expectSound({ case: of, view, playbook }: TestDesk, entriesBefore: number): void {
  expect(of.timeline.length).toBeGreaterThanOrEqual(entriesBefore);
  expect(playbook.stages.some(({ id }) => id === of.stage)).toBe(true);
  expect(['closed', 'withdrawn'].includes(of.status)).toBe(of.closedAt !== undefined);
  if (of.status === 'waiting-for-customer') expect(view.owner).toBe('customer');
  if (of.status !== 'closed') return;
  const ended = ['met', 'missed', 'ended'];
  expect(of.clocks.filter(({ events }) => !events.some(({ what }) => ended.includes(what)))).toEqual([]);
}
