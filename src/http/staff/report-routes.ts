import { Router } from 'express';
import { z } from 'zod';
import type { Case } from '../../domain/case.js';
import { RedressError } from '../../errors.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { figuresOf } from './figures.js';
import { playbooksOf } from './playbook-routes.js';
import { senderOf } from './session.js';
import { visibleCases } from './visible-cases.js';

const WEEK_MS = 7 * 86_400_000;

const word = z.string().trim().min(1).max(100);
export const ReportQuery = z.object({
  playbook: word.optional(),
  weeks: z.coerce.number().int().min(1).max(53).default(8),
});
/** What a period came to, of the cases that one sees. */
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

  return router;
}
