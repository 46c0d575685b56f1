import { Router } from 'express';
import { z } from 'zod';
import { coversYear } from '../../domain/calendar.js';
import type { Need, Playbook, Stage } from '../../domain/playbook.js';
import { isWorking, nextOpening } from '../../domain/working-time.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { adminOnly } from './account-routes.js';
import { senderOf } from './session.js';

export const YearQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });

type Ports = Pick<StaffPorts, 'stores' | 'playbooks' | 'defaultPlaybook' | 'playbookFaults' | 'now'>;

/** The procedures in which somebody with these roles works, the desk's own first. */
export function playbooksOf(
  { playbooks, defaultPlaybook }: Pick<StaffPorts, 'playbooks' | 'defaultPlaybook'>,
  roles: string[],
): Playbook[] {
  const theirs = playbooks().filter((one) => roles.includes('admin') || one.roles.some(({ id }) => roles.includes(id)));
  const isOwn = ({ id }: Playbook) => id === defaultPlaybook().id;
  return [...theirs.filter(isOwn), ...theirs.filter((one) => !isOwn(one))];
}

/** The procedures with which somebody works, as words and stages for a console; and whether working time runs. */
export function playbookRoutes(ports: Ports): Router {
  const { stores, playbookFaults, now } = ports;
  const router = Router();
  const theirs = (roles: string[]) => playbooksOf(ports, roles);

  router.get('/playbooks', (_request, response) => {
    const { roles } = senderOf(response).person;
    const faults = roles.includes('admin') ? { faults: playbookFaults() } : {};
    response.json({ playbooks: theirs(roles).map(playbookView), ...faults });
  });

  /** Every version that was loaded, and how many cases go on each: they stay with the version they began with. */
  router.get('/playbooks/versions', async (_request, response) => {
    adminOnly(response);
    const [versions, running] = await Promise.all([stores.playbooks.versions(), stores.cases.runningByPlaybook()]);
    const serving = new Set(ports.playbooks().map(({ hash }) => hash));
    response.json({
      versions: versions.map((one) => ({
        ...one,
        serving: serving.has(one.hash),
        running: running[one.hash] ?? 0,
      })),
    });
  });

  router.get('/hours', (_request, response) => {
    const at = now();
    const hours = theirs(senderOf(response).person.roles).map(({ id, calendar }) => {
      const open = isWorking(at, calendar);
      return { playbook: id, zone: calendar.zone, open, ...(!open && { opensAt: nextOpening(at, calendar) }) };
    });
    response.json({ now: at, hours });
  });
  /** The exceptions of a year: days off that would be worked, and days worked that would be off. */
  router.get('/calendars', (request, response) => {
    const year = read(YearQuery, request.query).year ?? now().getUTCFullYear();
    const calendars = theirs(senderOf(response).person.roles).map(({ id: playbook, calendar }) => {
      const days = Object.entries(calendar.days).filter(([date]) => date.startsWith(`${year}-`));
      const { id, zone, week } = calendar;
      return { playbook, id, zone, week, covered: coversYear(calendar, year), days: Object.fromEntries(days) };
    });
    response.json({ year, calendars });
  });
  return router;
}

function playbookView(playbook: Playbook) {
  const { id, version, hash, region, languages, title, company, roles, departments, superiors, sources } = playbook;
  const { natures, severities, targets, tiers, remedies, promises, calendar, reports, keep } = playbook;
  const named = ({ id, label }: { id: string; label: object }) => ({ id, label });
  return {
    id,
    version,
    hash,
    region,
    languages,
    title,
    company,
    roles: roles.map(named),
    departments,
    superiors,
    sources,
    natures,
    severities,
    targets,
    tiers,
    remedies,
    promises,
    reports,
    keep,
    kinds: playbook.kinds.map(named),
    categories: playbook.categories.map(named),
    fields: playbook.fields.map(({ id, label, type, optional }) => ({ id, label, type, optional })),
    caseClocks: playbook.caseClocks.map(({ id, duration, metBy }) => ({ id, duration, metBy: metBy.map(needView) })),
    closing: playbook.closing?.map(needView),
    contacts: playbook.contacts?.map((one) => ({ with: one.with })),
    stages: playbook.stages.map(stageView),
    calendar: { id: calendar.id, zone: calendar.zone, week: calendar.week },
  };
}

function stageView({ id, label, kinds, owner, needs, also, clock, approval, acceptance, next }: Stage) {
  return {
    id,
    label,
    kinds,
    owner: owner === 'customer' ? ['customer'] : [...new Set(owner.flatMap(({ roles }) => roles))],
    needs: needs.map(needView),
    also: also?.map(({ verb }) => verb),
    clock: clock?.map((one) => ('duration' in one ? one.duration : { unit: 'after-visit', count: one.afterVisit })),
    approval,
    acceptance,
    next: [...new Set(next.map(({ to }) => to))],
  };
}

/** A need with the words by which alone a record counts for it. */
function needView({ verb, with: given, where, all, distinct }: Need) {
  return {
    verb,
    with: given,
    where,
    all,
    distinct: distinct && { argument: distinct.argument, among: distinct.among },
  };
}
