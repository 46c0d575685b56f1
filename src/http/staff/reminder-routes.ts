import { Router } from 'express';
import type { Case } from '../../domain/case.js';
import type { Playbook } from '../../domain/playbook.js';
import type { Person } from '../../domain/staff.js';
import { RedressError } from '../../errors.js';
import { stageLabel } from '../../operations/wordings.js';
import type { StaffPorts } from '../staff-ports.js';
import { visibleCase } from './case-routes.js';
import { noteBySender } from './note-deed.js';
import { playbookReader } from './playbook-of-case.js';
import { senderOf } from './session.js';
import { waitedFor } from './waited-for.js';

const AGAIN_MS = 600_000;

/** Somebody who waits reminds whoever must act; each person once in a while for a case. */
export function reminderRoutes(ports: StaffPorts): Router {
  const router = Router();
  const playbookOf = playbookReader(ports);
  router.post('/cases/:number/reminders', async (request, response) => {
    const { person } = senderOf(response);
    const of = await visibleCase(ports, String(request.params.number), person);
    const playbook = await playbookOf(of);
    const { people, role } = playbook ? waitedFor(of, playbook, await ports.stores.staff.all()) : { people: [] };
    const others = people.filter(({ name }) => name !== person.name);
    if (!playbook || others.length === 0)
      throw new RedressError('NOT_NOW', 'This case waits for nobody else who could be reminded.');
    const at = ports.now();
    const before = await lastReminder(ports, of.number, person);
    if (before) {
      const wait = Math.ceil((before.again.getTime() - at.getTime()) / 1000);
      response.set('Retry-After', String(wait));
      const minutes = Math.ceil(wait / 60);
      throw new RedressError('TOO_MANY', `You reminded them of this case already; again in ${minutes} min.`);
    }
    const { number } = of;
    const text = ports.word(
      {
        key: 'notify.reminded',
        values: { person: person.displayName, number, stage: stageLabel(playbook, of.stage) },
      },
      playbook,
    );
    // The same for two requests at once, so that nobody is told twice.
    const key = `remind/${number}/${person.name}/${Math.floor(at.getTime() / AGAIN_MS)}`;
    await ports.notify(
      others.map(({ name }) => ({ id: `${key}/${name}`, to: name, role, text, caseNumber: number, urgent: true, at })),
    );
    const told = others.map(({ name }) => name);
    await noteBySender(ports, response, 'remind-owner', { about: number, detail: { told: told.join(', ') } });
    response.status(201).json({ told, at, again: new Date(at.getTime() + AGAIN_MS) });
  });
  return router;
}

/** Whom a case waits for, by name, and when this person reminded them of late. */
export async function remindable(ports: StaffPorts, of: Case, playbook: Playbook, person: Person) {
  const { people, role } = waitedFor(of, playbook, await ports.stores.staff.all());
  const reminded = await lastReminder(ports, of.number, person);
  return { waitsFor: { people: people.map(({ name }) => name), role }, reminded };
}

async function lastReminder({ stores, now }: StaffPorts, number: string, { name }: Person) {
  const [last] = await stores.deskEvents.list({ by: name, what: 'remind-owner', about: number, limit: 1 });
  const again = last && new Date(last.at.getTime() + AGAIN_MS);
  return last && again! > now() ? { at: last.at, again: again! } : undefined;
}
