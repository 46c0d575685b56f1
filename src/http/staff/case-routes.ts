import { Router, type Response } from 'express';
import { z } from 'zod';
import type { Case } from '../../domain/case.js';
import type { Person } from '../../domain/staff.js';
import { RedressError } from '../../errors.js';
import { read } from '../problem.js';
import { refused } from '../refused.js';
import { causeOf, ifMatch } from '../request-cause.js';
import type { StaffPorts } from '../staff-ports.js';
import { caseRow } from './case-row.js';
import { clockLeft } from './clock-left.js';
import { playbookReader } from './playbook-of-case.js';
import { senderOf } from './session.js';
import { seesCase, viewerOf } from './visibility.js';

const PAGE = 50;

const word = z.string().min(1).max(100);
export const CaseFilter = z.object({
  stage: word.optional(),
  owner: word.optional(),
  status: word.optional(),
  numbers: z
    .string()
    .max(4000)
    .transform((list) => list.split(','))
    .optional()
    .meta({ description: 'Only these, separated by commas' }),
  q: z.string().max(200).optional(),
  after: z
    .string()
    .regex(/^(\d{1,15}_[\w-]{1,60})?$/, 'not a cursor of this list')
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(PAGE),
});
export const Arguments = z.record(z.string(), z.unknown());

/** Cases for those who may see them, and every operation on one. */
export function caseRoutes(ports: StaffPorts): Router {
  const router = Router();
  const playbookOf = playbookReader(ports);

  router.get('/cases', async (request, response) => {
    const { person } = senderOf(response);
    const filter = read(CaseFilter, request.query);
    const { cases, cursor } = await ports.stores.cases.list({ ...filter, viewer: viewerOf(person) });
    // Whom the customer named is recused by name, title or number, which no query can tell.
    const seen = cases.filter((of) => seesCase(of, person));
    const rows = await Promise.all(
      seen.map(async (of) => {
        const playbook = await playbookOf(of);
        const clock = of.clocks.findLast((one) => one.of === 'stage');
        const left = clock && playbook && clockLeft(clock, playbook.calendar, ports.now());
        return { ...caseRow(await ports.viewCase(of)), playbookHash: of.playbook.hash, ...(left && { clock: left }) };
      }),
    );
    response.json({ cases: rows, cursor: cursor ?? null });
  });

  router.get('/cases/:number', async (request, response) => {
    const { person } = senderOf(response);
    await sendCase(ports, await visibleCase(ports, String(request.params.number), person), person, response);
  });

  router.post('/cases/:number/operations/:verb', async (request, response) => {
    const { person } = senderOf(response);
    const { number } = await visibleCase(ports, String(request.params.number), person);
    const verb = verbOn(ports, 'case', String(request.params.verb));
    const result = await ports.perform({
      verb,
      number,
      args: read(Arguments, request.body ?? {}, 'INVALID'),
      person,
      cause: causeOf(request, ports.ids, `staff/${person.name}/${verb}`),
      ifVersion: ifMatch(request),
    });
    if (!result.ok) throw refused(result);
    await sendCase(ports, result.case, person, response);
  });

  router.post('/operations/:verb', async (request, response) => {
    const { person } = senderOf(response);
    const verb = verbOn(ports, 'desk', String(request.params.verb));
    const args = read(Arguments, request.body ?? {}, 'INVALID');
    const cause = causeOf(request, ports.ids, `staff/${person.name}/${verb}`);
    const result = await ports.perform({ verb, args, person, cause });
    if (!result.ok) throw refused(result);
    response.location(`${request.baseUrl}/cases/${encodeURIComponent(result.case.number)}`);
    await sendCase(ports, result.case, person, response);
  });

  return router;
}

/** The case, for somebody who may see it; the same NOT_FOUND for one that is not theirs and one that does not exist. */
export async function visibleCase({ stores }: StaffPorts, number: string, person: Person): Promise<Case> {
  const found = await stores.cases.find(number);
  if (!found || !seesCase(found, person)) throw new RedressError('NOT_FOUND', 'There is no such case for you.');
  return found;
}

export function verbOn({ verbs }: StaffPorts, on: 'case' | 'conversation' | 'desk', name: string): string {
  if (!verbs.some((verb) => verb.on === on && verb.name === name)) throw new RedressError('UNKNOWN_VERB');
  return name;
}

/** An operation may have put the case out of the person's sight: then they learn that it went, and no more. */
async function sendCase(ports: StaffPorts, of: Case, person: Person, response: Response): Promise<void> {
  const { number, version } = of;
  response.set('ETag', `"${version}"`);
  response.json(seesCase(of, person) ? { ...(await ports.viewCase(of, person)), version } : { number, version });
}
