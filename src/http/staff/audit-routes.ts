import { Router } from 'express';
import { z } from 'zod';
import { DEEDS, DESK_EVENT_KINDS, type Deed, type DeskEvent } from '../../domain/desk-event.js';
import { firstBroken } from '../../domain/timeline.js';
import type { Person } from '../../domain/staff.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { adminOnly } from './account-routes.js';
import { senderOf } from './session.js';
import { seesCase } from './visibility.js';
import { visibleCases } from './visible-cases.js';

/** Cases that one look reads at most. */
const READ_AT_ONCE = 400;
const ENTRIES = 200;

/** What is done at the desk itself about a case is for those who see the case. */
const ABOUT_CASES = new Set<DeskEvent['kind']>(['replay', 'reminder']);

const word = z.string().trim().min(1).max(100);
const cursor = z.string().regex(/^(\d{1,15}_[\w-]{1,60}|end)$/, 'not a cursor of this list');
export const AuditQuery = z.object({
  q: word
    .optional()
    .meta({ description: 'In the number or the words of the case; or whom or what something was done to' }),
  who: word.optional(),
  what: word.optional(),
  kind: z
    .enum(['case', ...DESK_EVENT_KINDS])
    .optional()
    .meta({ description: 'Cases, or what was done at the desk itself' }),
  after: cursor.optional().meta({ description: 'Of the cases' }),
  afterDesk: cursor.optional().meta({ description: 'Of what was done at the desk itself' }),
});

type Query = z.infer<typeof AuditQuery>;

/** For admins: everything that was ever done, to cases and at the desk itself; latest first within a page. */
export function auditRoutes(ports: StaffPorts): Router {
  const router = Router();
  router.get('/audit', async (request, response) => {
    adminOnly(response);
    const query = read(AuditQuery, request.query);
    const [ofCases, ofDesk] = await Promise.all([
      casesOf(ports, query, senderOf(response).person),
      eventsOf(ports, query, senderOf(response).person),
    ]);
    const entries = [...ofCases.entries, ...ofDesk.entries].sort((a, b) => b.at.getTime() - a.at.getTime());
    const { broken, looked } = ofCases;
    response.json({ entries, broken, looked, cursor: ofCases.cursor, deskCursor: ofDesk.cursor });
  });
  return router;
}

const isDeed = (what: string | undefined): what is Deed => what !== undefined && what in DEEDS;

async function casesOf(ports: StaffPorts, { q, who, what, kind, after }: Query, person: Person) {
  const entries: { case: string; at: Date; by: string; what: string; hash: string }[] = [];
  const broken: { case: string; entry: number }[] = [];
  let looked = 0;
  if (after === 'end' || (kind ?? 'case') !== 'case' || isDeed(what)) return { entries, broken, looked, cursor: null };
  for await (const of of visibleCases(ports, person, { q, after })) {
    const breaks = firstBroken(of.timeline);
    if (breaks !== undefined) broken.push({ case: of.number, entry: breaks });
    const fitting = of.timeline.filter((one) => (!who || one.by === who) && (!what || one.what === what));
    entries.push(...fitting.map(({ at, by, what: done, hash }) => ({ case: of.number, at, by, what: done, hash })));
    looked += 1;
    if (looked < READ_AT_ONCE && entries.length < ENTRIES) continue;
    return { entries, broken, looked, cursor: `${of.openedAt.getTime()}_${of.number}` };
  }
  return { entries, broken, looked, cursor: null };
}

async function eventsOf({ stores }: StaffPorts, { q, who, what, kind, afterDesk }: Query, person: Person) {
  const none: Omit<DeskEvent, 'id'>[] = [];
  if (afterDesk === 'end' || kind === 'case' || (what !== undefined && !isDeed(what)))
    return { entries: none, cursor: null };
  const [at, ...id] = afterDesk?.split('_') ?? [];
  const events = await stores.deskEvents.list({
    by: who,
    kind,
    what: isDeed(what) ? what : undefined,
    about: q,
    after: at === undefined ? undefined : { at: new Date(Number(at)), id: id.join('_') },
    limit: ENTRIES,
  });
  const seen = await Promise.all(
    events.map(async ({ kind: of, about }) => {
      const found = ABOUT_CASES.has(of) && about ? await stores.cases.find(about) : undefined;
      return !found || seesCase(found, person);
    }),
  );
  const last = events.length === ENTRIES ? events.at(-1) : undefined;
  return {
    entries: events.filter((_, at) => seen[at]).map(({ id: _id, ...event }) => event),
    cursor: last ? `${last.at.getTime()}_${last.id}` : null,
  };
}
