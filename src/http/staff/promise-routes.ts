import { Router } from 'express';
import { z } from 'zod';
import { OBLIGATION_KINDS, type Obligation } from '../../domain/obligation.js';
import type { Playbook } from '../../domain/playbook.js';
import type { Person } from '../../domain/staff.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { senderOf } from './session.js';
import { seesCase, seesConversation } from './visibility.js';

const MOST = 200;

export const ObligationFilter = z.object({
  state: z.enum(['owed', 'kept', 'waived', 'expired']).optional(),
  kind: z.enum(OBLIGATION_KINDS).optional(),
  case: z.string().min(1).max(60).optional(),
  conversation: z.string().min(1).max(100).optional(),
  after: z
    .string()
    .regex(/^\d{1,15}_.{1,300}$/, 'not a cursor of this list')
    .optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(MOST),
});
export const NotificationFilter = z.object({
  since: z.iso.datetime({ offset: true }).optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(50),
});

export const ReadNotices = z.strictObject({ ids: z.array(z.string().min(1).max(500)).min(1).max(MOST) });

/** What is owed and what one was told, about nothing that one may not see. */
export function promiseRoutes(ports: StaffPorts): Router {
  const router = Router();

  router.get('/obligations', async (request, response) => {
    const { person } = senderOf(response);
    const { case: caseNumber, conversation: conversationId, after, ...rest } = read(ObligationFilter, request.query);
    const [dueAt, ...id] = after?.split('_') ?? [];
    const all = await ports.stores.obligations.list({
      ...rest,
      caseNumber,
      conversationId,
      ...(after && { after: { dueAt: new Date(Number(dueAt)), id: id.join('_') } }),
    });
    const last = all.length === rest.limit ? all.at(-1) : undefined;
    response.json({
      obligations: (await visible(ports, all, person)).map((one) => obligationRow(one, ports.playbooks())),
      cursor: last ? `${last.dueAt.getTime()}_${last.id}` : null,
    });
  });

  router.get('/notifications', async (request, response) => {
    const { person } = senderOf(response);
    const { since, limit } = read(NotificationFilter, request.query);
    const found = await ports.stores.notifications.list({
      to: person.name,
      since: since ? new Date(since) : undefined,
      limit,
    });
    const notifications = (await visible(ports, found, person)).map(
      ({ id, text, role, caseNumber, conversationId, urgent, at, readAt }) => ({
        id,
        text,
        role,
        case: caseNumber,
        conversation: conversationId,
        urgent,
        at,
        readAt,
      }),
    );
    response.json({ notifications });
  });

  router.post('/notifications/read', async (request, response) => {
    const { ids } = read(ReadNotices, request.body, 'INVALID');
    const marked = await ports.stores.notifications.markRead(senderOf(response).person.name, ids, ports.now());
    response.json({ read: marked });
  });

  return router;
}

/** With the role in words where it is one of a procedure that the reader may not know. */
function obligationRow(
  { id, kind, to, caseNumber, conversationId, dueAt, promisedAt, state, byPerson, detail }: Obligation,
  playbooks: Playbook[],
) {
  const playbook = playbooks.find((one) => one.id === detail.playbook);
  return {
    id,
    kind,
    to,
    toLabel: playbook?.roles.find((role) => role.id === to)?.label,
    playbook: playbook?.id,
    case: caseNumber,
    conversation: conversationId,
    dueAt: promisedAt ?? dueAt,
    state,
    byDesk: !byPerson,
  };
}

/** Those about a case or conversation that the person sees; those about neither are for all. */
async function visible<T extends { caseNumber?: string; conversationId?: string }>(
  ports: StaffPorts,
  all: T[],
  person: Person,
): Promise<T[]> {
  const { cases, conversations } = ports.stores;
  const asked = new Map<string, Promise<boolean>>();
  const once = (key: string, ask: () => Promise<boolean>) => {
    if (!asked.has(key)) asked.set(key, ask());
    return asked.get(key)!;
  };
  const may = async ({ caseNumber, conversationId }: T) => {
    if (caseNumber !== undefined)
      return once(`case ${caseNumber}`, async () => {
        const of = await cases.find(caseNumber);
        return of !== undefined && seesCase(of, person);
      });
    if (conversationId === undefined) return true;
    return once(`conversation ${conversationId}`, async () => {
      const conversation = await conversations.find(conversationId);
      return conversation !== undefined && seesConversation(ports, conversation, person);
    });
  };
  const seen = await Promise.all(all.map(may));
  return all.filter((_, index) => seen[index]);
}
