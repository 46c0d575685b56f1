import { Router, type Response } from 'express';
import { z } from 'zod';
import type { StaffAccount } from '../../domain/ports.js';
import { RedressError } from '../../errors.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { changeOf } from './change-of-person.js';
import { invite } from './invitation-routes.js';
import { noteBySender } from './note-deed.js';
import { personOf, senderOf } from './session.js';

const ADMIN = 'admin';
/** Names by which rules and records speak of somebody who is no person. */
const NOT_NAMES = ['customer', 'bot', 'desk', 'system'];

const words = z.string().trim().min(1).max(80);
const details = {
  displayName: words,
  roles: z.array(words).min(1).max(20),
  skills: z.array(words).max(50),
};
export const NewPerson = z.strictObject({
  name: z
    .string()
    .normalize()
    .regex(/^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}._-]{0,39}$/u, 'must have 1 to 40 lower-case letters, digits, . _ -'),
  displayName: details.displayName.optional(),
  no: words.optional(),
  roles: details.roles,
  department: words.optional(),
  skills: details.skills.default([]),
});
export const PersonChange = z.strictObject({
  ...z.object(details).partial().shape,
  no: words.nullable().optional(),
  department: words.nullable().optional(),
  active: z.boolean().optional(),
  offDuty: z.boolean().optional(),
});

type Ports = Pick<StaffPorts, 'stores' | 'ids' | 'now' | 'publicUrl' | 'playbooks'>;

/** The people of the desk: all see who is who, admins change it. */
export function accountRoutes(ports: Ports): Router {
  const router = Router();
  const { staff, sessions, tokens } = ports.stores;

  router.get('/staff', async (_request, response) => {
    const admin = isAdmin(response);
    const accounts = (await staff.all()).filter(({ active }) => active || admin);
    response.json({ staff: accounts.map((account) => ({ ...personOf(account), ...(admin && standingOf(account)) })) });
  });

  router.post('/staff', async (request, response) => {
    adminOnly(response);
    const person = read(NewPerson, request.body, 'INVALID');
    known(ports, person);
    const { link, invitation } = invite(ports);
    const account = {
      ...person,
      displayName: person.displayName ?? person.name,
      active: true,
      failures: 0,
      invitation,
    };
    if (!(await staff.create(account))) throw taken();
    const detail = changeOf({}, { roles: person.roles, department: person.department });
    await noteBySender(ports, response, 'invite', { about: person.name, detail });
    response.status(201).json({ link });
  });

  router.patch('/staff/:name', async (request, response) => {
    const { person } = senderOf(response);
    const name = String(request.params.name);
    const { department, no, ...rest } = read(PersonChange, request.body, 'INVALID');
    const given = Object.keys(request.body as object);
    const ownDuty = name === person.name && given.every((key) => key === 'offDuty');
    if (!ownDuty) adminOnly(response);
    const account = await staff.find(name);
    if (!account) throw noSuchPerson();
    known(ports, { roles: rest.roles ?? [], department: department ?? undefined });
    const changes: Partial<StaffAccount> = {
      ...rest,
      ...(department !== undefined && { department: department ?? undefined }),
      ...(no !== undefined && { no: no ?? undefined }),
      ...(rest.active === false && { invitation: undefined }),
    };
    await keepAnAdmin(ports, account, changes);
    await staff.update(name, changes);
    if (rest.active === false) await Promise.all([sessions.endAllOf(name), tokens.revokeAllOf(name)]);
    await noteChange(response, account, changes);
    response.json(personOf({ ...account, ...changes }));
  });

  /** For somebody who forgot their password, or lost the first link. */
  router.post('/staff/:name/invitation', async (request, response) => {
    adminOnly(response);
    const name = String(request.params.name);
    const { link, invitation } = invite(ports);
    if (!(await staff.find(name))?.active) throw noSuchPerson();
    await staff.update(name, { invitation, passwordHash: undefined });
    await sessions.endAllOf(name);
    await noteBySender(ports, response, 'invite-again', { about: name });
    response.status(201).json({ link });
  });

  /** Coming on and off duty is no change of what somebody may. */
  async function noteChange(response: Response, before: StaffAccount, changes: Partial<StaffAccount>): Promise<void> {
    const detail = changeOf(before, changes);
    const active = changes.active === before.active ? undefined : changes.active;
    if (active === undefined && Object.keys(detail).length === 0) return;
    const what = active === undefined ? 'change-person' : active ? 'open-account' : 'close-account';
    await noteBySender(ports, response, what, {
      about: before.name,
      ...(Object.keys(detail).length > 0 && { detail }),
    });
  }

  return router;
}

const isAdmin = (response: Response) => senderOf(response).person.roles.includes(ADMIN);

export function adminOnly(response: Response): void {
  if (!isAdmin(response)) throw new RedressError('FORBIDDEN', 'Only an admin may do this.');
}

const standingOf = ({ invitation, passwordHash, lockedUntil }: StaffAccount) => ({
  signsIn: passwordHash !== undefined,
  ...(invitation && { invitedUntil: invitation.expiresAt }),
  ...(lockedUntil && { lockedUntil }),
});

const noSuchPerson = () => new RedressError('NOT_FOUND', 'There is no such person.');

const taken = () => new RedressError('ALREADY_TAKEN', 'name: somebody has this name already.', 'name');

/** Roles and departments are those of the playbooks; a person may not be called like one, since rules name both. */
function known(ports: Ports, { name, roles, department }: { name?: string; roles: string[]; department?: string }) {
  const playbooks = ports.playbooks();
  const allRoles = new Set([ADMIN, ...playbooks.flatMap((playbook) => playbook.roles.map(({ id }) => id))]);
  const departments = new Set(playbooks.flatMap((playbook) => playbook.departments.map(({ id }) => id)));
  if (name !== undefined && (allRoles.has(name) || departments.has(name) || NOT_NAMES.includes(name))) throw taken();
  const strange = roles.find((role) => !allRoles.has(role));
  if (strange !== undefined) throw new RedressError('INVALID', `roles: no playbook has the role ${strange}.`, 'roles');
  if (department !== undefined && !departments.has(department))
    throw new RedressError('INVALID', `department: no playbook has the department ${department}.`, 'department');
}

/** Somebody must be left who can let people in. */
async function keepAnAdmin({ stores }: Ports, account: StaffAccount, changes: Partial<StaffAccount>): Promise<void> {
  const admin = ({ active, roles }: StaffAccount) => active && roles.includes(ADMIN);
  if (!admin(account) || admin({ ...account, ...changes })) return;
  const others = (await stores.staff.all()).filter(
    (one) => one.name !== account.name && admin(one) && one.passwordHash,
  );
  if (others.length === 0) throw new RedressError('INVALID', 'The last admin must stay one.', 'roles');
}
