import { Router } from 'express';
import { z } from 'zod';
import type { Case } from '../../domain/case.js';
import { firstBroken } from '../../domain/timeline.js';
import { RedressError } from '../../errors.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { adminOnly } from './account-routes.js';
import { figuresOf } from './figures.js';
import { playbooksOf } from './playbook-routes.js';
import { senderOf } from './session.js';
import { visibleCases } from './visible-cases.js';

const WEEK_MS = 7 * 86_400_000;
/** Cases that one look at the audit reads at most. */
const READ_AT_ONCE = 400;
const ENTRIES = 200;

const word = z.string().trim().min(1).max(100);
export const ReportQuery = z.object({
  playbook: word.optional(),
  weeks: z.coerce.number().int().min(1).max(53).default(8),
});
export const AuditQuery = z.object({
  q: word.optional().meta({ description: 'In the number or the words of the case' }),
  who: word.optional(),
  what: word.optional(),
  after: z
    .string()
    .regex(/^\d{1,15}_[\w-]{1,60}$/, 'not a cursor of this list')
    .optional(),
});

/** What a period came to, of the cases that one sees; and, for admins, everything that was ever done to a case. */
export function reportRoutes(ports: StaffPorts): Router {
  const router = Router();

  router.get('/reports', async (request, response) => {
    const { person } = senderOf(response);
    const { playbook: id, weeks } = read(ReportQuery, request.query);
    const theirs = playbooksOf(ports, person.roles);
    const playbook = id === undefined ? theirs[0] : theirs.find((one) => one.id === id);
    if (!playbook) throw new RedressError('NOT_FOUND', 'There is no such procedure for you.');
    const until = ports.now();
    const from = new Date(until.getTime() - weeks * WEEK_MS);
    const cases: Case[] = [];
    for await (const of of visibleCases(ports, person)) {
      if (of.openedAt < from) break;
      if (of.playbook.id === playbook.id) cases.push(of);
    }
    const { budget, calendar } = playbook;
    response.json({ playbook: playbook.id, from, until, budget, ...figuresOf(cases, calendar, weeks, until) });
  });

  router.get('/audit', async (request, response) => {
    adminOnly(response);
    const { q, who, what, after } = read(AuditQuery, request.query);
    const entries: object[] = [];
    const broken: { case: string; entry: number }[] = [];
    let looked = 0;
    let cursor: string | null = null;
    for await (const of of visibleCases(ports, senderOf(response).person, { q, after })) {
      const breaks = firstBroken(of.timeline);
      if (breaks !== undefined) broken.push({ case: of.number, entry: breaks });
      const fitting = of.timeline.filter((one) => (!who || one.by === who) && (!what || one.what === what));
      entries.push(
        ...fitting.reverse().map(({ at, by, what: done, hash }) => ({ case: of.number, at, by, what: done, hash })),
      );
      looked += 1;
      if (looked < READ_AT_ONCE && entries.length < ENTRIES) continue;
      cursor = `${of.openedAt.getTime()}_${of.number}`;
      break;
    }
    response.json({ entries, broken, looked, cursor });
  });

  return router;
}
