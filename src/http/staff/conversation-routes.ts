import { Router } from 'express';
import { z } from 'zod';
import type { Conversation } from '../../domain/conversation.js';
import type { Person } from '../../domain/staff.js';
import { RedressError } from '../../errors.js';
import { readUpload } from '../chat/upload.js';
import { read } from '../problem.js';
import { refused } from '../refused.js';
import { causeOf } from '../request-cause.js';
import type { StaffPorts } from '../staff-ports.js';
import { Arguments, verbOn } from './case-routes.js';
import { conversationView, knownOf, messageRow } from './conversation-view.js';
import type { WhoIsThere } from './presence.js';
import { senderOf } from './session.js';
import { seesCase, seesConversation } from './visibility.js';

const PAGE = 50;
const MESSAGES = 200;
/** So far back the list looks for the last words of a person. */
const LATEST = 6;

export const ConversationFilter = z.object({
  control: z.enum(['waiting', 'bot', 'agent']).optional(),
  agent: z.string().min(1).max(100).optional(),
  after: z
    .string()
    .regex(/^\d{0,15}$/, 'not a cursor of this list')
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(PAGE),
});
export const MessageFilter = z.object({
  after: z
    .string()
    .regex(/^\d{1,12}$/, 'not a cursor of this conversation')
    .optional(),
});

/** Conversations for the playbook's people: who waits, what was said, and the operations on one. */
export function conversationRoutes(ports: StaffPorts, who: WhoIsThere): Router {
  const router = Router();

  router.get('/conversations', async (request, response) => {
    const { person } = senderOf(response);
    const { after, ...filter } = read(ConversationFilter, request.query);
    const { conversations: page, cursor } = await ports.stores.conversations.list({
      ...filter,
      after: after || undefined,
    });
    const seen = await Promise.all(
      page.map(async (one) => ((await seesConversation(ports, one, person)) ? rowOf(ports, one, person) : undefined)),
    );
    response.json({ conversations: seen.filter((row) => row !== undefined), cursor: cursor ?? null });
  });

  router.get('/conversations/:id', async (request, response) => {
    const { person } = senderOf(response);
    const conversation = await visibleConversation(ports, String(request.params.id), person);
    const { after } = read(MessageFilter, request.query);
    const present = who.of(conversation.id).filter(({ name }) => name !== person.name);
    response.json({ ...(await detailOf(ports, conversation, person, after)), present });
  });

  router.post('/conversations/:id/files', async (request, response) => {
    const { person } = senderOf(response);
    const { id } = await visibleConversation(ports, String(request.params.id), person).catch((error: unknown) => {
      request.resume(); // so that the refusal can be read
      throw error;
    });
    const { name, type, bytes } = await readUpload(request);
    const { sha256, size } = await ports.stores.files.put(bytes);
    const fileId = ports.ids.next();
    const at = ports.now();
    await ports.stores.files.register({ fileId, conversationId: id, name, type, size, sha256, at, by: person.name });
    response.status(201).json({ fileId, name, type, size, sha256 });
  });

  router.post('/conversations/:id/operations/:verb', async (request, response) => {
    const { person } = senderOf(response);
    const { id } = await visibleConversation(ports, String(request.params.id), person);
    const verb = verbOn(ports, 'conversation', String(request.params.verb));
    const result = await ports.performOnConversation({
      verb,
      conversationId: id,
      args: read(Arguments, request.body ?? {}, 'INVALID'),
      person,
      cause: causeOf(request, ports.ids, `staff/${person.name}/${verb}`),
    });
    if (!result.ok) throw refused(result);
    response.json(await detailOf(ports, result.conversation, person));
  });

  return router;
}

/** With the latest messages, or those after a cursor. */
async function detailOf(ports: StaffPorts, conversation: Conversation, person: Person, after?: string) {
  const from = after === undefined ? Math.max(0, conversation.seq - MESSAGES) : Number(after);
  const rows = await ports.stores.messages.page(conversation.id, from, MESSAGES);
  const labels = new Map(rows.flatMap(({ choices = [] }) => choices.map(({ id, label }) => [id, label] as const)));
  return {
    ...(await rowOf(ports, conversation, person)),
    known: knownOf(conversation),
    notes: conversation.notes ?? [],
    messages: rows.map((row) => messageRow(row, labels)),
    cursor: String(rows.at(-1)?.seq ?? from),
  };
}

async function rowOf({ stores }: StaffPorts, conversation: Conversation, person: Person) {
  const { id, seq, customerId } = conversation;
  const from = Math.max(0, seq - LATEST);
  const [cases, latest] = await Promise.all([
    stores.cases.ofCustomer(customerId),
    seq > 0 ? stores.messages.page(id, from, LATEST) : [],
  ]);
  const last = latest.findLast((message) => message.from !== 'bot') ?? latest.at(-1);
  const offered = latest.flatMap(({ choices = [] }) => choices);
  const chosen = last?.text ? undefined : offered.findLast(({ id }) => id === last?.choice)?.label;
  return conversationView(
    conversation,
    cases.filter((of) => seesCase(of, person)),
    last && chosen ? { ...last, text: chosen } : last,
  );
}

/** The conversation, for somebody who may see it; the same NOT_FOUND for all others. */
export async function visibleConversation(ports: StaffPorts, id: string, person: Person): Promise<Conversation> {
  const found = await ports.stores.conversations.find(id);
  if (!found || !(await seesConversation(ports, found, person)))
    throw new RedressError('NOT_FOUND', 'There is no such conversation for you.');
  return found;
}
